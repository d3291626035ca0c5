/** Reads of double entries: what stands at a school, and what was joined lately. */
import { countriesCovered } from '#domain/support';
import type { Context } from '#platform/context';
import { demand } from '../abilities.ts';
import { schoolFor } from '../read-schools.ts';
import type { School, SchoolId } from '../school.ts';
import { countAt, type HeldAtSchool } from './at-schools.ts';
import { undoDays, undoUntil } from './double.ts';
import { entriesById, joinedSince } from './doubles.sql.ts';

export type EntryToJoin = { readonly school: School; readonly held: Readonly<Record<HeldAtSchool, number>> };

/** One side of a pair, with what would move. */
export async function entryToJoin(ctx: Context, id: SchoolId): Promise<EntryToJoin> {
	const school = await schoolFor(ctx, id);
	demand(ctx, 'school.join', { covered: true });
	return { school, held: await countAt(ctx, school.id) };
}

type Named = {
	readonly id: SchoolId;
	readonly name: string;
	readonly town: string;
	readonly country: string;
};

export type Joined = {
	readonly id: string;
	readonly double: Named;
	readonly into: Named;
	readonly joinedAt: Date;
	readonly office: string;
	readonly undoneAt: Date | undefined;
	/** Until then it can be undone. */
	readonly until: Date;
};

const mostShown = 100;

/** What the desk's countries joined within the time in which it can be undone, the newest first. */
export async function joinedLately(ctx: Context): Promise<Joined[]> {
	demand(ctx, 'school.join', { covered: true });
	const { actor } = ctx;
	const countries = actor.kind === 'officer' ? await countriesCovered(ctx, actor.organisation) : [];
	const since = new Date(ctx.now.getTime() - undoDays * 24 * 3600 * 1000);
	const rows = await joinedSince(ctx, countries, since, mostShown);
	const names = await entriesById(
		ctx,
		rows.flatMap(({ school, into }) => [school, into]),
	);
	return rows.flatMap((row) => {
		const double = names.get(row.school);
		const into = names.get(row.into);
		if (!double || !into) return [];
		return [
			{
				...{ id: row.id, double, into, joinedAt: row.joinedAt, office: row.office },
				...{ undoneAt: row.undoneAt ?? undefined, until: undoUntil(row.joinedAt) },
			},
		];
	});
}
