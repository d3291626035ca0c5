/** SQL of discussions, threads, and how far they were read. */
import { sql } from 'kysely';
import { memberCard, memberOfRow, type MemberId, type Space, type SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import {
	forumLimits,
	type Discussion,
	type DiscussionId,
	type RemovedDiscussion,
	type Steering,
	type Thread,
	type ThreadId,
} from './thread.ts';

type Reader = Pick<Space, 'id' | 'me'>;

/** Newer than what the reader read last, and not the reader's own last word. */
function unreadBy({ me }: Reader) {
	return sql<boolean>`thread.last_post_by <> ${me.id} and thread.last_post_at > coalesce(
		(select reading.read_at from spaces_forum.reading as reading
			where reading.thread_id = thread.id and reading.member_id = ${me.id}),
		(select mine.joined_at from spaces.member as mine where mine.id = ${me.id}))`;
}

/** Nobody took the discussion away; expects it as `discussion`. */
function isThere() {
	return sql<boolean>`not exists (select from spaces_forum.discussion_removal as removal
		where removal.discussion_id = discussion.id)`;
}

/** The discussions of a space; what is in threads that the reader does not see is not counted, as `seen` says. */
export async function discussionsIn(
	ctx: Context,
	reader: Reader,
	seen: readonly ThreadId[],
): Promise<Discussion[]> {
	const threads = sql<ThreadId>`any(${[...seen]}::uuid[])`;
	const rows = await ctx.db
		.selectFrom('spaces_forum.discussion as discussion')
		.select(['discussion.id', 'discussion.title', 'discussion.locale', 'discussion.opened_at'])
		.select(({ selectFrom }) => [
			selectFrom('spaces_forum.thread as thread')
				.select(sql<Date | null>`max(thread.last_post_at)`.as('at'))
				.whereRef('thread.discussion_id', '=', 'discussion.id')
				.where('thread.id', '=', threads)
				.as('last_at'),
			selectFrom('spaces_forum.thread as thread')
				.select(sql<boolean>`bool_or(${unreadBy(reader)})`.as('unread'))
				.whereRef('thread.discussion_id', '=', 'discussion.id')
				.where('thread.id', '=', threads)
				.as('unread'),
		])
		.where('discussion.space_id', '=', reader.id)
		.where(isThere())
		.orderBy('discussion.opened_at')
		.orderBy('discussion.id')
		.limit(forumLimits.discussions)
		.execute();
	return rows.map((row) => ({
		id: row.id,
		title: row.title,
		locale: row.locale,
		openedAt: row.opened_at,
		lastAt: row.last_at,
		isUnread: row.unread === true,
	}));
}

export async function discussionIn(
	ctx: Context,
	space: SpaceId,
	id: DiscussionId,
): Promise<(Pick<Discussion, 'id' | 'title' | 'locale'> & { readonly openedBy: MemberId }) | undefined> {
	return ctx.db
		.selectFrom('spaces_forum.discussion as discussion')
		.select(['id', 'title', 'locale', 'opened_by as openedBy'])
		.where('space_id', '=', space)
		.where('id', '=', id)
		.where(isThere())
		.executeTakeFirst();
}

function threadRows(ctx: Context, reader: Reader) {
	return memberCard(ctx)
		.innerJoin('spaces_forum.thread as thread', 'thread.begun_by', 'member.id')
		.innerJoin('spaces_forum.discussion as discussion', 'discussion.id', 'thread.discussion_id')
		.select([
			...(['thread.id', 'thread.space_id', 'thread.title', 'thread.locale', 'thread.begun_by'] as const),
			...(['thread.begun_at', 'thread.last_post_at', 'thread.pinned_at', 'thread.locked_at'] as const),
			...(['discussion.id as discussion_id', 'discussion.title as discussion_title'] as const),
			'discussion.locale as discussion_locale',
		])
		.select(unreadBy(reader).as('unread'))
		.where('thread.space_id', '=', reader.id)
		.where(isThere());
}

type Row = Awaited<ReturnType<ReturnType<typeof threadRows>['executeTakeFirstOrThrow']>>;

function threadOfRow(row: Row): Thread {
	return {
		id: row.id,
		space: row.space_id,
		discussion: { id: row.discussion_id, title: row.discussion_title, locale: row.discussion_locale },
		title: row.title,
		locale: row.locale,
		by: memberOfRow(row),
		begunBy: row.begun_by,
		begunAt: row.begun_at,
		lastAt: row.last_post_at,
		isPinned: row.pinned_at !== null,
		isLocked: row.locked_at !== null,
		isUnread: row.unread,
	};
}

/** The threads of a discussion: pinned ones first, then where something was written last. */
export async function threadsIn(ctx: Context, reader: Reader, discussion: DiscussionId): Promise<Thread[]> {
	const rows = await threadRows(ctx, reader)
		.where('thread.discussion_id', '=', discussion)
		.orderBy((eb) => eb('thread.pinned_at', 'is', null))
		.orderBy('thread.last_post_at', 'desc')
		.orderBy('thread.id', 'desc')
		.limit(forumLimits.threads)
		.execute();
	return rows.map(threadOfRow);
}

export async function threadIn(ctx: Context, reader: Reader, id: ThreadId): Promise<Thread | undefined> {
	const row = await threadRows(ctx, reader).where('thread.id', '=', id).executeTakeFirst();
	return row && threadOfRow(row);
}

export async function threadsOfSpace(ctx: Context, space: SpaceId): Promise<ThreadId[]> {
	const rows = await ctx.db
		.selectFrom('spaces_forum.thread as thread')
		.innerJoin('spaces_forum.discussion as discussion', 'discussion.id', 'thread.discussion_id')
		.select('thread.id')
		.where('thread.space_id', '=', space)
		.where(isThere())
		.orderBy('last_post_at', 'desc')
		.limit(1000)
		.execute();
	return rows.map(({ id }) => id);
}

export type NewDiscussion = { readonly title: string; readonly locale: string };

export async function insertDiscussion(
	ctx: Context,
	space: SpaceId,
	by: MemberId,
	{ title, locale }: NewDiscussion,
): Promise<DiscussionId> {
	const id = newId();
	await ctx.db
		.insertInto('spaces_forum.discussion')
		.values({ id, space_id: space, title, locale, opened_by: by, opened_at: ctx.now })
		.execute();
	return id;
}

export async function insertThread(
	ctx: Context,
	{ id: space, me }: Reader,
	{ discussion, title, locale }: NewDiscussion & { readonly discussion: DiscussionId },
): Promise<ThreadId> {
	const id = newId();
	await ctx.db
		.insertInto('spaces_forum.thread')
		.values({
			...{ id, discussion_id: discussion, space_id: space, title, locale },
			...{ begun_by: me.id, begun_at: ctx.now, last_post_at: ctx.now, last_post_by: me.id },
		})
		.execute();
	return id;
}

/** Something was written in it just now. */
export async function noteReply(ctx: Context, thread: ThreadId, by: MemberId): Promise<void> {
	await ctx.db
		.updateTable('spaces_forum.thread')
		.set({ last_post_at: ctx.now, last_post_by: by })
		.where('id', '=', thread)
		.execute();
}

/** Locks the row until the transaction ends: nobody replies to what is being locked. */
export async function isOpenForReplies(ctx: Context, thread: ThreadId): Promise<boolean> {
	const row = await ctx.db
		.selectFrom('spaces_forum.thread')
		.select('locked_at')
		.where('id', '=', thread)
		.forUpdate()
		.executeTakeFirst();
	return row !== undefined && row.locked_at === null;
}

export async function steer(ctx: Context, thread: ThreadId, by: MemberId, how: Steering): Promise<void> {
	const changes = {
		pin: { pinned_at: ctx.now, pinned_by: by },
		unpin: { pinned_at: null, pinned_by: null },
		lock: { locked_at: ctx.now, locked_by: by },
		unlock: { locked_at: null, locked_by: null },
	} as const;
	await ctx.db.updateTable('spaces_forum.thread').set(changes[how]).where('id', '=', thread).execute();
}

export async function noteReading(ctx: Context, thread: ThreadId, member: MemberId): Promise<void> {
	await ctx.db
		.insertInto('spaces_forum.reading')
		.values({ member_id: member, thread_id: thread, read_at: ctx.now })
		.onConflict((conflict) => conflict.columns(['member_id', 'thread_id']).doUpdateSet({ read_at: ctx.now }))
		.execute();
}

/** Takes a discussion away, with its threads; doing so again changes nothing. */
export async function insertRemoval(ctx: Context, discussion: DiscussionId, by: MemberId): Promise<void> {
	await ctx.db
		.insertInto('spaces_forum.discussion_removal')
		.values({ discussion_id: discussion, removed_by: by, removed_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function deleteRemoval(ctx: Context, discussion: DiscussionId): Promise<void> {
	await ctx.db
		.deleteFrom('spaces_forum.discussion_removal')
		.where('discussion_id', '=', discussion)
		.execute();
}

/** The discussions of a space that were taken away, the last one first. */
export async function removedIn(ctx: Context, space: SpaceId): Promise<RemovedDiscussion[]> {
	const rows = await memberCard(ctx)
		.innerJoin('spaces_forum.discussion_removal as removal', 'removal.removed_by', 'member.id')
		.innerJoin('spaces_forum.discussion as discussion', 'discussion.id', 'removal.discussion_id')
		.select(['discussion.id', 'discussion.title', 'discussion.locale', 'discussion.opened_by'])
		.select('removal.removed_at')
		.select(({ selectFrom }) =>
			selectFrom('spaces_forum.thread as thread')
				.select(({ fn }) => fn.countAll<number>().as('count'))
				.whereRef('thread.discussion_id', '=', 'discussion.id')
				.as('threads'),
		)
		.where('discussion.space_id', '=', space)
		.orderBy('removal.removed_at', 'desc')
		.orderBy('discussion.id')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		title: row.title,
		locale: row.locale,
		openedBy: row.opened_by,
		threads: row.threads ?? 0,
		removedAt: row.removed_at,
		removedBy: memberOfRow(row),
	}));
}

/** The discussions that were taken away before that day, each with its threads. */
export async function removedBefore(
	ctx: Context,
	day: Date,
): Promise<{ readonly id: DiscussionId; readonly threads: readonly ThreadId[] }[]> {
	return ctx.db
		.selectFrom('spaces_forum.discussion_removal as removal')
		.leftJoin('spaces_forum.thread as thread', 'thread.discussion_id', 'removal.discussion_id')
		.select('removal.discussion_id as id')
		.select(sql<ThreadId[]>`array_remove(array_agg(thread.id), null)`.as('threads'))
		.where('removal.removed_at', '<', day)
		.groupBy('removal.discussion_id')
		.limit(200)
		.execute();
}

/** A discussion for good; its posts went before. */
export async function deleteDiscussion(ctx: Context, discussion: DiscussionId): Promise<void> {
	const threads = ctx.db
		.selectFrom('spaces_forum.thread')
		.select('id')
		.where('discussion_id', '=', discussion);
	await ctx.db.deleteFrom('spaces_forum.reading').where('thread_id', 'in', threads).execute();
	await ctx.db.deleteFrom('spaces_forum.thread').where('discussion_id', '=', discussion).execute();
	await deleteRemoval(ctx, discussion);
	await ctx.db.deleteFrom('spaces_forum.discussion').where('id', '=', discussion).execute();
}

/** All that was talked about in a space; its posts went before. */
export async function deleteForumOf(ctx: Context, space: SpaceId): Promise<void> {
	const threads = ctx.db.selectFrom('spaces_forum.thread').select('id').where('space_id', '=', space);
	await ctx.db.deleteFrom('spaces_forum.reading').where('thread_id', 'in', threads).execute();
	await ctx.db.deleteFrom('spaces_forum.thread').where('space_id', '=', space).execute();
	const discussions = ctx.db.selectFrom('spaces_forum.discussion').select('id').where('space_id', '=', space);
	await ctx.db
		.deleteFrom('spaces_forum.discussion_removal')
		.where('discussion_id', 'in', discussions)
		.execute();
	await ctx.db.deleteFrom('spaces_forum.discussion').where('space_id', '=', space).execute();
}
