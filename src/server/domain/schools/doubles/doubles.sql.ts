/** SQL of entries that were found to be second entries of a school. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { SchoolId } from '../school.ts';
import type { MoveJournal } from './at-schools.ts';

export type DoubleRow = {
	readonly id: string;
	readonly school: SchoolId;
	readonly into: SchoolId;
	readonly joinedAt: Date;
	readonly office: string;
	readonly journal: MoveJournal;
	readonly undoneAt: Date | null;
};

export async function insertDouble(
	ctx: Context,
	row: Pick<DoubleRow, 'id' | 'school' | 'into' | 'office' | 'journal'>,
): Promise<void> {
	const { id, school, into, office, journal } = row;
	await ctx.db
		.insertInto('schools.double')
		.values({
			...{ id, school_id: school, into_id: into, office_id: office },
			...{ joined_at: ctx.now, journal: JSON.stringify(journal) },
		})
		.execute();
}

/** Entries that stood for the one that is joined stand for the other from now on. */
export async function handDoublesOn(ctx: Context, from: SchoolId, into: SchoolId): Promise<string[]> {
	const rows = await ctx.db
		.updateTable('schools.double')
		.set({ into_id: into })
		.where('into_id', '=', from)
		.where('undone_at', 'is', null)
		.returning('id')
		.execute();
	return rows.map(({ id }) => id);
}

export async function takeDoublesBack(ctx: Context, to: SchoolId, doubles: readonly string[]): Promise<void> {
	if (doubles.length === 0) return;
	await ctx.db
		.updateTable('schools.double')
		.set({ into_id: to })
		.where('id', 'in', [...doubles])
		.where('undone_at', 'is', null)
		.execute();
}

/** Both entries, held until the transaction ends: two officers at one pair come one after the other. */
export async function lockEntries(ctx: Context, schools: readonly SchoolId[]): Promise<void> {
	await ctx.db
		.selectFrom('schools.school')
		.select('id')
		.where('id', 'in', [...schools])
		.orderBy('id')
		.forUpdate()
		.execute();
}

export async function lockDouble(ctx: Context, id: string): Promise<DoubleRow | undefined> {
	const row = await doubles(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
	return row && rowOf(row);
}

/** What was joined in these countries since a moment, the newest first. */
export async function joinedSince(
	ctx: Context,
	countries: readonly string[],
	since: Date,
	most: number,
): Promise<DoubleRow[]> {
	if (countries.length === 0) return [];
	const rows = await doubles(ctx)
		.where('joined_at', '>', since)
		.where((eb) =>
			eb.exists(
				eb
					.selectFrom('schools.school as school')
					.select('school.id')
					.whereRef('school.id', '=', 'schools.double.school_id')
					.where('school.country', 'in', [...countries]),
			),
		)
		.orderBy('joined_at', 'desc')
		.limit(most)
		.execute();
	return rows.map(rowOf);
}

/** Noted once; false when somebody was quicker. */
export async function noteUndone(ctx: Context, id: string, office: string): Promise<boolean> {
	const done = await ctx.db
		.updateTable('schools.double')
		.set({ undone_at: ctx.now, undone_office_id: office })
		.where('id', '=', id)
		.where('undone_at', 'is', null)
		.executeTakeFirst();
	return Number(done.numUpdatedRows) > 0;
}

function doubles(ctx: Context) {
	return ctx.db
		.selectFrom('schools.double')
		.select(['id', 'school_id', 'into_id', 'joined_at', 'office_id', 'journal', 'undone_at']);
}

function rowOf(row: Awaited<ReturnType<ReturnType<typeof doubles>['executeTakeFirstOrThrow']>>): DoubleRow {
	return {
		id: row.id,
		school: row.school_id,
		into: row.into_id,
		joinedAt: row.joined_at as unknown as Date,
		office: row.office_id,
		journal: row.journal as MoveJournal,
		undoneAt: row.undone_at as unknown as Date | null,
	};
}

/** Names of entries, whether they stand for another or not. */
export async function entriesById(ctx: Context, ids: readonly SchoolId[]) {
	if (ids.length === 0) return new Map<string, never>();
	const found = await sql<{ id: string; name: string; town: string; country: string }>`
		select id, name, town, country from schools.school where id = any(${[...ids]}::uuid[])`.execute(ctx.db);
	return new Map(found.rows.map((row) => [row.id, row]));
}
