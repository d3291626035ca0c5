/** All SQL of notices. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import { callOut } from '#platform/listening';
import { prepared } from '#platform/prepared';
import type { PersonId } from '#shared/actor';
import type { NoticeKind } from '#shared/notice-kinds';
import type { NoticeEvent } from './notice.ts';

/** Messages have a list and a count of their own, the mailbox; their notices are for letters and digests only. */
const listedElsewhere: NoticeKind = 'message-received';

export type NoticeRow = {
	readonly id: string;
	readonly kind: NoticeKind;
	readonly params: Readonly<Record<string, string | number>>;
	readonly path: string;
	readonly told_at: Date;
	readonly seen_at: Date | null;
};

/** On this channel the database calls out whose news changed. */
export const newsChannel = 'opentwinning_news';

/** Open pages of this person ask anew how much is new, after the commit. */
export async function callNews(ctx: Context, person: PersonId): Promise<void> {
	await callOut(ctx, newsChannel, person);
}

/** To whom, and when a digest tells of it. */
export type Told = { readonly person: PersonId; readonly digestAt: Date | null };

export async function insertNotices(ctx: Context, to: readonly Told[], event: NoticeEvent): Promise<void> {
	if (to.length === 0) return;
	const told = {
		kind: event.kind,
		params: JSON.stringify(event.params),
		named: [...(event.names ?? [])],
		path: event.path,
		stop_path: event.stop ?? null,
		told_at: ctx.now,
	};
	await ctx.db
		.insertInto('notices.notice')
		.values(
			to.map(({ person, digestAt }) => ({ id: newId(), person_id: person, digest_at: digestAt, ...told })),
		)
		.execute();
	for (const { person } of to) await callNews(ctx, person);
}

/** Newest first, older than `before`. */
export async function noticesOf(
	ctx: Context,
	person: PersonId,
	before: Date,
	most: number,
): Promise<NoticeRow[]> {
	const rows = await ctx.db
		.selectFrom('notices.notice')
		.select(['id', 'kind', 'params', 'path', 'told_at', 'seen_at'])
		.where('person_id', '=', person)
		.where('told_at', '<', before)
		.where('kind', '<>', listedElsewhere)
		.orderBy('told_at', 'desc')
		.orderBy('id', 'desc')
		.limit(most)
		.execute();
	return rows as unknown as NoticeRow[];
}

const unseenCounts = prepared((ctx, values: { readonly person: PersonId }) =>
	ctx.db
		.selectFrom('notices.notice')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('person_id', '=', values.person)
		.where('seen_at', 'is', null)
		.where('kind', '<>', listedElsewhere),
);

export async function countUnseen(ctx: Context, person: PersonId): Promise<number> {
	const [row] = await unseenCounts(ctx, { person });
	return row?.count ?? 0;
}

export async function markSeen(ctx: Context, person: PersonId, upTo: Date): Promise<void> {
	await ctx.db
		.updateTable('notices.notice')
		.set({ seen_at: ctx.now })
		.where('person_id', '=', person)
		.where('seen_at', 'is', null)
		.where('told_at', '<=', upTo)
		.execute();
	await callNews(ctx, person);
}

/** What was told about one page was looked at there. */
export async function markSeenAbout(ctx: Context, person: PersonId, path: string): Promise<void> {
	await ctx.db
		.updateTable('notices.notice')
		.set({ seen_at: ctx.now })
		.where('person_id', '=', person)
		.where('seen_at', 'is', null)
		.where('path', '=', path)
		.execute();
}

/** Who has something that a digest is to tell now. */
export async function personsWithDigest(ctx: Context, most: number): Promise<PersonId[]> {
	const rows = await ctx.db
		.selectFrom('notices.notice')
		.select('person_id')
		.distinct()
		.where('digest_at', '<=', ctx.now)
		.where('digested_at', 'is', null)
		.where('seen_at', 'is', null)
		.limit(most)
		.execute();
	return rows.map((row) => row.person_id);
}

export type DigestRow = Pick<NoticeRow, 'kind' | 'params' | 'path'> & {
	readonly named: readonly PersonId[];
	readonly stop_path: string | null;
};

/** Everything a person's digest tells now, the oldest first; whoever comes second gets nothing. */
export async function takeDigest(ctx: Context, person: PersonId): Promise<DigestRow[]> {
	const rows = await ctx.db
		.updateTable('notices.notice')
		.set({ digested_at: ctx.now })
		.where('person_id', '=', person)
		.where('digest_at', '<=', ctx.now)
		.where('digested_at', 'is', null)
		.where('seen_at', 'is', null)
		.returning(['id', 'kind', 'params', 'path', 'stop_path', 'named'])
		.execute();
	return rows.sort((one, other) => one.id.localeCompare(other.id)) as unknown as DigestRow[];
}

/** All notices of a person, without the words of those that name others. */
export async function noticesForExport(ctx: Context, person: PersonId) {
	const namesOthers = sql<boolean>`exists (select from unnest(named) as one where one <> ${person}::uuid)`;
	return ctx.db
		.selectFrom('notices.notice')
		.select(['kind', 'path', 'told_at', 'seen_at', 'digest_at', 'digested_at', 'stop_path'])
		.select((eb) => eb.case().when(namesOthers).then(null).else(eb.ref('params')).end().as('params'))
		.where('person_id', '=', person)
		.orderBy('told_at')
		.execute();
}

/** What the person was told, and what others were told about them. */
export async function deleteNoticesOf(ctx: Context, person: PersonId): Promise<void> {
	await ctx.db
		.deleteFrom('notices.notice')
		.where((eb) => eb.or([eb('person_id', '=', person), names(person)]))
		.execute();
}

function names(person: PersonId) {
	return sql<boolean>`named @> array[${person}]::uuid[]`;
}

/** Ids of the notices that changed hands, and of those that name another now. */
export type MovedNotices = { readonly told: readonly string[]; readonly named: readonly string[] };

/** Gives the notices of one person to another, all or those named; tells which they were. */
export async function moveNotices(
	ctx: Context,
	from: PersonId,
	into: PersonId,
	only?: MovedNotices,
): Promise<MovedNotices> {
	const told = await ctx.db
		.updateTable('notices.notice')
		.set({ person_id: into })
		.where('person_id', '=', from)
		.$if(only !== undefined, (query) => query.where(among(only?.told)))
		.returning('id')
		.execute();
	const named = await ctx.db
		.updateTable('notices.notice')
		.set({ named: sql`array_replace(named, ${from}::uuid, ${into}::uuid)` })
		.where(names(from))
		.$if(only !== undefined, (query) => query.where(among(only?.named)))
		.returning('id')
		.execute();
	return { told: told.map(({ id }) => id), named: named.map(({ id }) => id) };
}

function among(ids: readonly string[] = []) {
	return sql<boolean>`id = any(${[...ids]}::uuid[])`;
}

export async function deleteNoticesBefore(ctx: Context, before: Date): Promise<void> {
	await ctx.db.deleteFrom('notices.notice').where('told_at', '<', before).execute();
}
