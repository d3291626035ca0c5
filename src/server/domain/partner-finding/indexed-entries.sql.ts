/** The lines of the search as an index in memory takes them in. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { IndexedDocument } from '#platform/search-index/document';
import type { Changes } from '#platform/search-index/index-source';
import type { KnownUpTo } from '#platform/search-index/snapshot';
import { dayOf, listedGroups, tagParts } from './groups.ts';

/** What a document can be held against a least one by. */
export const numbersOfEntries = ['active'] as const;

/** All lines of these owners. */
export async function documentsOf(ctx: Context, owners: readonly string[]): Promise<IndexedDocument[]> {
	const rows = await entries(ctx)
		.where(({ eb, fn, val }) => eb('owner_id', '=', fn.any(val([...owners]))))
		.execute();
	return rows.map(documentOf);
}

/** All lines there are, the oldest first; to be read inside a transaction. */
export async function* allDocuments(ctx: Context): AsyncIterable<IndexedDocument> {
	const rows = entries(ctx).orderBy('fresh').orderBy('thing_id').stream(1000);
	for await (const row of rows) yield documentOf(row);
}

/** Whether there are at least so many. */
export async function hasEntries(ctx: Context, many: number): Promise<boolean> {
	const { rows } = await sql<{ count: number }>`select count(*)::integer as count from
		(select from partner_finding.search_entry limit ${many}) as counted`.execute(ctx.db);
	return (rows[0]?.count ?? 0) >= many;
}

/** The cluster, its history (it forks when a copy takes over) and the database. */
const database = sql<string>`(select concat_ws(' ', system_identifier, timeline_id, current_database())
	from pg_control_system(), pg_control_checkpoint())`;

/** Every older transaction has ended: what it changed can be seen now. */
const oldestOpen = sql<string>`pg_snapshot_xmin(pg_current_snapshot())::text`;

/** Up to where this view of the database is finished. */
export async function knownNow(ctx: Context): Promise<KnownUpTo> {
	const { rows } = await sql<KnownUpTo>`select ${database} as database, ${oldestOpen} as transaction`.execute(
		ctx.db,
	);
	const [row] = rows;
	if (!row) throw new Error('the database did not say where it stands');
	return row;
}

type ChangesRow = KnownUpTo & {
	readonly remembered: boolean;
	readonly numbers: readonly number[];
	readonly owners: readonly string[];
};

/** What has changed since; undefined when it is another database, or when changes since then were taken away. */
export async function changesSince(ctx: Context, upTo: KnownUpTo): Promise<Changes | undefined> {
	const { rows } = await sql<ChangesRow>`
		select ${database} as database, ${oldestOpen} as transaction,
			(select horizon.transaction_id < ${upTo.transaction}::xid8
				from partner_finding.search_horizon as horizon) as remembered,
			coalesce(array_agg(change.number order by change.number), '{}') as numbers,
			coalesce(array_agg(change.owner_id order by change.number), '{}') as owners
		from partner_finding.search_change as change
		where change.transaction_id >= ${upTo.transaction}::xid8`.execute(ctx.db);
	const [row] = rows;
	if (!row || row.database !== upTo.database || !row.remembered) return undefined;
	return {
		changes: row.numbers.map((number, at) => ({ number, owner: row.owners[at] ?? '' })),
		upTo: { database: row.database, transaction: row.transaction },
	};
}

function entries(ctx: Context) {
	return ctx.db
		.selectFrom('partner_finding.search_entry')
		.select(['thing_id', 'owner_id', 'tags', 'active_on', 'expires_at', 'fresh'])
		.select(['title_words', 'place_words', 'other_words']);
}

type Row = Awaited<ReturnType<ReturnType<typeof entries>['executeTakeFirstOrThrow']>>;

function documentOf(row: Row): IndexedDocument {
	const values: Record<string, string[]> = {};
	const listed: Record<string, string[]> = {};
	for (const tag of row.tags) {
		const { group, value } = tagParts(tag);
		const among = listedGroups.includes(group) ? listed : values;
		(among[group] ??= []).push(value);
	}
	return {
		id: row.thing_id,
		owner: row.owner_id,
		values,
		listed,
		texts: [row.title_words, row.place_words, row.other_words],
		fresh: Number(row.fresh),
		until: row.expires_at?.getTime(),
		numbers: row.active_on === null ? {} : { active: dayOf(new Date(row.active_on)) },
	};
}
