/** SQL of the log of a page: what was changed, by whose hand, and the version that takes what is written together. */
import { sql } from 'kysely';
import { memberCard, memberOfRow, type MemberCard, type MemberId } from '#domain/spaces';
import type { Context } from '#platform/context';
import type { PageId } from '../page.ts';

/** Where a page's log stands. */
export type Standing = {
	readonly page: PageId;
	/** The number of the newest change. */
	readonly written: number;
	readonly version: number;
	readonly title: string;
	readonly locale: string;
};

export type NumberedChange = { readonly number: number; readonly change: Uint8Array };
export type Change = { readonly change: Uint8Array; readonly by: MemberId };

/** Makes whoever else writes in this page wait until the transaction has ended. */
export async function lockLog(ctx: Context, page: PageId): Promise<Standing | undefined> {
	const row = await ctx.db
		.selectFrom('spaces_pages.page')
		.select(['written', 'version', 'title', 'locale'])
		.where('id', '=', page)
		.forUpdate()
		.executeTakeFirst();
	return row && { page, ...row };
}

/** The changes behind that number, in their order; up to another one when it is given. */
export async function changesAfter(
	ctx: Context,
	page: PageId,
	number: number,
	upTo?: number,
): Promise<NumberedChange[]> {
	return ctx.db
		.selectFrom('spaces_pages.page_change')
		.select(['number', 'change'])
		.where('page_id', '=', page)
		.where('number', '>', number)
		.$if(upTo !== undefined, (query) => query.where('number', '<=', upTo ?? 0))
		.orderBy('number')
		.execute();
}

/** Adds changes behind the newest one; returns the number of the last. The log must be locked. */
export async function insertChanges(
	ctx: Context,
	page: PageId,
	written: number,
	changes: readonly { readonly change: Uint8Array; readonly by: MemberId | null }[],
): Promise<number> {
	await ctx.db
		.insertInto('spaces_pages.page_change')
		.values(
			changes.map(({ change, by }, place) => ({
				page_id: page,
				number: written + place + 1,
				change: Buffer.from(change),
				written_by: by,
				written_at: ctx.now,
			})),
		)
		.execute();
	return written + changes.length;
}

export type Hand = { readonly hand: number; readonly member: MemberId };

export async function handsOf(ctx: Context, page: PageId): Promise<Map<number, MemberId>> {
	const rows = await ctx.db
		.selectFrom('spaces_pages.page_hand')
		.select(['hand', 'member_id'])
		.where('page_id', '=', page)
		.execute();
	return new Map(rows.map(({ hand, member_id }) => [hand, member_id]));
}

/** The hands in a page with who they are for the others. */
export async function cardsOfHands(ctx: Context, page: PageId): Promise<Map<number, MemberCard>> {
	const rows = await memberCard(ctx)
		.innerJoin('spaces_pages.page_hand as hand', 'hand.member_id', 'member.id')
		.select('hand.hand')
		.where('hand.page_id', '=', page)
		.execute();
	return new Map(rows.map((row) => [row.hand, memberOfRow(row)]));
}

export async function insertHands(ctx: Context, page: PageId, hands: readonly Hand[]): Promise<void> {
	if (hands.length === 0) return;
	await ctx.db
		.insertInto('spaces_pages.page_hand')
		.values(hands.map(({ hand, member }) => ({ page_id: page, hand, member_id: member })))
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** The page stands at that number and shows that version. */
export async function updateStanding(
	ctx: Context,
	{ page, ...at }: Pick<Standing, 'page' | 'written' | 'version'>,
): Promise<void> {
	await ctx.db.updateTable('spaces_pages.page').set(at).where('id', '=', page).execute();
}

/** The version that the newest one is written down as stood at that number. */
export async function updateWrittenOfVersion(
	ctx: Context,
	{ page, version, written }: Pick<Standing, 'page' | 'version' | 'written'>,
): Promise<void> {
	await ctx.db
		.updateTable('spaces_pages.page_version')
		.set({ written })
		.where('page_id', '=', page)
		.where('version', '=', version)
		.execute();
}

/** Until when a version that is written together takes more: so long after it began, and after the last word. */
export type LiveTimes = { readonly begunAfter: Date; readonly writtenAfter: Date };

/** Writes into the newest version, when it is still written together; says whether it was. */
export async function updateLiveVersion(
	ctx: Context,
	at: Pick<Standing, 'page' | 'version' | 'written'>,
	{ content, by }: { readonly content: string; readonly by: MemberId },
	{ begunAfter, writtenAfter }: LiveTimes,
): Promise<boolean> {
	const done = await ctx.db
		.updateTable('spaces_pages.page_version')
		.set({ content: sql`${content}::jsonb`, written: at.written, saved_by: by, saved_at: ctx.now })
		.where('page_id', '=', at.page)
		.where('version', '=', at.version)
		.where('live_since', '>', begunAfter)
		.where('saved_at', '>', writtenAfter)
		.executeTakeFirst();
	return Number(done.numUpdatedRows) > 0;
}

/** From now on the version never changes. */
export async function closeVersion(ctx: Context, page: PageId, version: number): Promise<void> {
	await ctx.db
		.updateTable('spaces_pages.page_version')
		.set({ live_since: null })
		.where('page_id', '=', page)
		.where('version', '=', version)
		.where('live_since', 'is not', null)
		.execute();
}

export async function insertWriters(
	ctx: Context,
	page: PageId,
	version: number,
	members: readonly MemberId[],
): Promise<void> {
	await ctx.db
		.insertInto('spaces_pages.version_writer')
		.values(members.map((member_id) => ({ page_id: page, version, member_id })))
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Pages with many changes from before that moment, and the number of the last of those. */
export async function longLogs(
	ctx: Context,
	before: Date,
	fewest: number,
): Promise<{ readonly page: PageId; readonly upTo: number }[]> {
	const rows = await ctx.db
		.selectFrom('spaces_pages.page_change')
		.select(({ fn }) => ['page_id', fn.max('number').as('up_to')])
		.where('written_at', '<', before)
		.groupBy('page_id')
		.having(({ fn }) => fn.countAll(), '>=', fewest)
		.execute();
	return rows.map(({ page_id, up_to }) => ({ page: page_id, upTo: up_to }));
}

/** One change stands for all up to that number. The log must be locked. */
export async function replaceChanges(
	ctx: Context,
	page: PageId,
	upTo: number,
	whole: Uint8Array,
): Promise<void> {
	await ctx.db
		.deleteFrom('spaces_pages.page_change')
		.where('page_id', '=', page)
		.where('number', '<=', upTo)
		.execute();
	await ctx.db
		.insertInto('spaces_pages.page_change')
		.values({
			page_id: page,
			number: upTo,
			change: Buffer.from(whole),
			written_by: null,
			written_at: ctx.now,
		})
		.execute();
}
