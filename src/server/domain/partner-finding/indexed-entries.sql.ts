/** The lines of the search as an index in memory takes them in. */
import type { Context } from '#platform/context';
import type { IndexedDocument } from '#platform/search-index/document';
import { dayOf } from './groups.ts';

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

function entries(ctx: Context) {
	return ctx.db
		.selectFrom('partner_finding.search_entry')
		.select(['thing_id', 'owner_id', 'tags', 'active_on', 'expires_at', 'fresh'])
		.select(['title_words', 'place_words', 'other_words']);
}

type Row = Awaited<ReturnType<ReturnType<typeof entries>['executeTakeFirstOrThrow']>>;

function documentOf(row: Row): IndexedDocument {
	const values: Record<string, string[]> = {};
	for (const tag of row.tags) {
		const end = tag.indexOf(':');
		(values[tag.slice(0, end)] ??= []).push(tag.slice(end + 1));
	}
	return {
		id: row.thing_id,
		owner: row.owner_id,
		values,
		texts: [row.title_words, row.place_words, row.other_words],
		fresh: Number(row.fresh),
		until: row.expires_at?.getTime(),
		numbers: row.active_on === null ? {} : { active: dayOf(new Date(row.active_on)) },
	};
}
