/** An officer makes two entries of one school into one, and can part them again. */
import { countriesCovered } from '#domain/support';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { isId, newId } from '#platform/ids';
import { granted, refused, type Result } from '#platform/result';
import type { Officer } from '#shared/actor';
import { demand } from '../abilities.ts';
import { schoolFor } from '../read-schools.ts';
import type { SchoolId } from '../school.ts';
import { giveAllBack, moveAll, type MoveJournal } from './at-schools.ts';
import { obstacleOf, undoUntil, type JoinObstacle } from './double.ts';
import {
	handDoublesOn,
	insertDouble,
	lockDouble,
	lockEntries,
	noteUndone,
	takeDoublesBack,
} from './doubles.sql.ts';

const ownJournal = 'doubles';

/**
 * The first entry stands for the second from now on: its people, classes and projects are there, its address leads
 * there, and no list shows it. Nothing is deleted, so that it can be undone for thirty days.
 */
export async function joinSchools(
	ctx: Context,
	{ double, into }: { readonly double: SchoolId; readonly into: SchoolId },
): Promise<Result<{ readonly join: string }, JoinObstacle>> {
	return inTransaction(ctx, async (inside) => {
		const first = await schoolFor(inside, double);
		const second = await schoolFor(inside, into);
		demand(inside, 'school.join', { covered: await covers(inside, first.country) });
		const obstacle = obstacleOf(first, second);
		if (obstacle) return refused(obstacle, 'keep');
		await lockEntries(inside, [first.id, second.id]);
		// somebody may have joined one of them while this waited
		if ((await schoolFor(inside, double)).id !== first.id || (await schoolFor(inside, into)).id !== second.id)
			return refused('same-school', 'keep');
		const join = newId();
		const journal: MoveJournal = {
			...(await moveAll(inside, first.id, second.id)),
			[ownJournal]: await handDoublesOn(inside, first.id, second.id),
		};
		const { office } = inside.actor as Officer;
		await insertDouble(inside, { id: join, school: first.id, into: second.id, office, journal });
		await audit(
			inside,
			'schools.join',
			{ kind: 'school', id: second.id },
			{ double: first.id, join, counts: countsOf(journal) },
		);
		await emit(inside, 'school.changed', { schools: [first.id, second.id] });
		await emit(inside, 'school.listed', { schools: [first.id, second.id] });
		return granted({ join });
	});
}

export type PartRefusal = 'too-late' | 'undone-before';

/** Everything that was moved and still stands there goes back; what came since stays. */
export async function partSchools(
	ctx: Context,
	{ join }: { readonly join: string },
): Promise<Result<{ readonly school: SchoolId }, PartRefusal>> {
	return inTransaction(ctx, async (inside) => {
		const row = isId(join) ? await lockDouble(inside, join) : undefined;
		if (!row) throw new NotFound('school-join');
		const { country } = await schoolFor(inside, row.into);
		const covered = await covers(inside, country);
		if (!covered) throw new NotFound('school-join');
		demand(inside, 'school.join', { covered });
		const { office } = inside.actor as Officer;
		if (row.undoneAt) return refused('undone-before');
		if (inside.now > undoUntil(row.joinedAt)) return refused('too-late');
		if (!(await noteUndone(inside, row.id, office))) return refused('undone-before');
		await giveAllBack(inside, row.school, row.into, row.journal);
		await takeDoublesBack(inside, row.school, (row.journal[ownJournal] ?? []) as string[]);
		await audit(inside, 'schools.part', { kind: 'school', id: row.into }, { double: row.school, join });
		await emit(inside, 'school.changed', { schools: [row.school, row.into] });
		await emit(inside, 'school.listed', { schools: [row.school, row.into] });
		return granted({ school: row.school });
	});
}

/** Whether the desk at which the actor sits works for a country. */
async function covers(ctx: Context, country: string): Promise<boolean> {
	const { actor } = ctx;
	return actor.kind === 'officer' && (await countriesCovered(ctx, actor.organisation)).includes(country);
}

/** How many rows each part moved: facts for the audit log, which holds no person. */
function countsOf(journal: MoveJournal): Record<string, number> {
	return Object.fromEntries(
		Object.entries(journal).map(([part, rows]) => [part, Array.isArray(rows) ? rows.length : 0]),
	);
}
