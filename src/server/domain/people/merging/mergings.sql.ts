/** All SQL of mergings. */
import { sql, type Expression, type RawBuilder } from 'kysely';
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import type { Merging } from './merging.ts';

/** The login that a login opens: while two accounts are united, each way into the one leads into the other. */
export function openedBy(login: Expression<string>): RawBuilder<string> {
	return sql<string>`coalesce((
		select kept.login_id
		from people.person as given
		join people.merging as merging on merging.from_person = given.id
			and merging.united_at is not null and merging.ended_at is null
		join people.person as kept on kept.id = merging.into_person
		where given.login_id = ${login}), ${login})`;
}

function mergings(ctx: Context) {
	return ctx.db
		.selectFrom('people.merging')
		.select(['id', 'from_person as from', 'into_person as into', 'asked_by as askedBy'])
		.select(['office_id as office', 'reason', 'asked_at as askedAt', 'due_at as dueAt'])
		.select(['united_at as unitedAt', 'ended_at as endedAt', 'settled_at as settledAt'])
		.$castTo<Merging>();
}

export async function insertMerging(
	ctx: Context,
	merging: Pick<Merging, 'id' | 'from' | 'into' | 'askedBy' | 'office' | 'reason' | 'dueAt'> & {
		readonly undoHash: Buffer;
	},
): Promise<void> {
	await ctx.db
		.insertInto('people.merging')
		.values({
			id: merging.id,
			from_person: merging.from,
			into_person: merging.into,
			asked_by: merging.askedBy,
			asked_at: ctx.now,
			office_id: merging.office,
			reason: merging.reason,
			due_at: merging.dueAt,
			undo_hash: merging.undoHash,
		})
		.execute();
}

export async function mergingById(ctx: Context, id: string): Promise<Merging | undefined> {
	return mergings(ctx).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function mergingOfLink(ctx: Context, undoHash: Buffer): Promise<Merging | undefined> {
	return mergings(ctx).where('undo_hash', '=', undoHash).executeTakeFirst();
}

/** Mergings of a person that are neither over nor settled. */
export async function openMergingsOf(ctx: Context, persons: readonly PersonId[]): Promise<Merging[]> {
	return mergings(ctx)
		.where((eb) => eb.or([eb('from_person', 'in', [...persons]), eb('into_person', 'in', [...persons])]))
		.where('ended_at', 'is', null)
		.where('settled_at', 'is', null)
		.orderBy('asked_at')
		.execute();
}

/** What the officers of an organisation asked for, the newest first. */
export async function mergingsOfOrganisation(ctx: Context, organisation: string): Promise<Merging[]> {
	return mergings(ctx)
		.where('office_id', 'in', (eb) =>
			eb.selectFrom('support.office').select('id').where('organisation_id', '=', organisation),
		)
		.orderBy('asked_at', 'desc')
		.limit(50)
		.execute();
}

/** Mergings whose time to say no has passed. */
export async function dueMergings(ctx: Context): Promise<Merging[]> {
	return mergings(ctx)
		.where('united_at', 'is', null)
		.where('ended_at', 'is', null)
		.where('due_at', '<=', ctx.now)
		.execute();
}

/** Mergings that were united before a moment and are not settled. */
export async function mergingsToSettle(ctx: Context, before: Date): Promise<Merging[]> {
	return mergings(ctx)
		.where('united_at', '<=', before)
		.where('ended_at', 'is', null)
		.where('settled_at', 'is', null)
		.execute();
}

export async function noteUnited(
	ctx: Context,
	merging: string,
	journals: readonly { readonly part: string; readonly journal: unknown }[],
): Promise<void> {
	await ctx.db.updateTable('people.merging').set({ united_at: ctx.now }).where('id', '=', merging).execute();
	const rows = journals.map(({ part, journal }, place) => ({
		merging_id: merging,
		place,
		part,
		journal: JSON.stringify(journal ?? null),
	}));
	if (rows.length > 0) await ctx.db.insertInto('people.merging_journal').values(rows).execute();
}

/** What the parts moved, in the order in which they give it back. */
export async function journalsOf(
	ctx: Context,
	merging: string,
): Promise<{ part: string; journal: unknown }[]> {
	return ctx.db
		.selectFrom('people.merging_journal')
		.select(['part', 'journal'])
		.where('merging_id', '=', merging)
		.orderBy('place', 'desc')
		.execute();
}

export async function noteEnded(ctx: Context, merging: string, by: PersonId | null): Promise<void> {
	await ctx.db
		.updateTable('people.merging')
		.set({ ended_at: ctx.now, ended_by: by })
		.where('id', '=', merging)
		.execute();
	await deleteJournals(ctx, merging);
}

/** The ways into the account that is given up belong to the other for good. */
export async function settle(
	ctx: Context,
	merging: string,
	{ from, into }: { readonly from: string; readonly into: string },
): Promise<void> {
	const { db } = ctx;
	const moved = { login_id: into };
	await db.updateTable('people.address').set(moved).where('login_id', '=', from).execute();
	await db.updateTable('people.passkey').set(moved).where('login_id', '=', from).execute();
	await db
		.updateTable('people.credential')
		.set(moved)
		.where('login_id', '=', from)
		.where('provider_id', '<>', 'credential')
		.execute();
	await db.updateTable('people.merging').set({ settled_at: ctx.now }).where('id', '=', merging).execute();
	await deleteJournals(ctx, merging);
}

async function deleteJournals(ctx: Context, merging: string): Promise<void> {
	await ctx.db.deleteFrom('people.merging_journal').where('merging_id', '=', merging).execute();
}

type NamingTable = { readonly table: string; readonly columns: readonly string[] };

/** How many rows of each table name a person in one of these columns; tables without any are left out. */
export async function rowsNaming(
	ctx: Context,
	person: PersonId,
	tables: readonly NamingTable[],
): Promise<{ table: string; count: number }[]> {
	// the names are those of the manifests; whichever table it is, the question is the same
	const [first, ...others] = tables.map(({ table, columns }) =>
		ctx.db
			.selectFrom(table as 'people.person')
			.select(({ fn, val }) => [val(table).as('table'), fn.countAll<number>().as('count')])
			.where((eb) => eb.or(columns.map((column) => eb(column as 'id', '=', person)))),
	);
	if (!first) return [];
	const found = await others.reduce((all, next) => all.unionAll(next), first).execute();
	return found.map(({ table, count }) => ({ table, count: Number(count) })).filter(({ count }) => count > 0);
}
