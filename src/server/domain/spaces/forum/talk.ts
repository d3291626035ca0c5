/** Members talk: a discussion is opened, a thread begun in it, and replied to; those who steer pin and lock. */
import { demandRight, spaceFor, type MemberId, type SpaceId } from '#domain/spaces';
import { personsInTopic, writeInTopic, type Words, type WriteRefusal } from '#domain/spaces/updates';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { granted, refused, type Granted, type Result } from '#platform/result';
import { discussionFor, discussionsFor, reachThread } from './read-forum.ts';
import { forumLimits, type DiscussionId, type Steering, type ThreadId } from './thread.ts';
import {
	insertDiscussion,
	insertThread,
	isOpenForReplies,
	noteReading,
	noteReply,
	steer,
} from './threads.sql.ts';

export type ThreadAt = { readonly space: SpaceId; readonly thread: ThreadId };
export type TalkRefusal = WriteRefusal | 'locked';

/** Opens a discussion. */
export async function openDiscussion(
	ctx: Context,
	input: { readonly space: SpaceId; readonly title: string; readonly locale: string },
): Promise<Result<{ readonly discussion: DiscussionId }, 'too-many-discussions'>> {
	const space = await spaceFor(ctx, input.space);
	demandRight(ctx, space, 'forum.open');
	if ((await discussionsFor(ctx, space)).length >= forumLimits.discussions)
		return refused('too-many-discussions');
	return inTransaction(ctx, async (inside) =>
		granted({ discussion: await insertDiscussion(inside, space.id, space.me.id, input) }),
	);
}

/**
 * Opens the discussions of a space that is just being made. open-to-all: called in the transaction of whoever makes it,
 * after their own demand.
 */
export async function layOutDiscussions(
	ctx: Context,
	{ space, member }: { readonly space: SpaceId; readonly member: MemberId },
	discussions: readonly { readonly title: string; readonly locale: string }[],
): Promise<void> {
	for (const discussion of discussions) await insertDiscussion(ctx, space, member, discussion);
}

/** Begins a thread with a title and the first post. */
export async function beginThread(
	ctx: Context,
	input: Words & { readonly space: SpaceId; readonly discussion: DiscussionId; readonly title: string },
): Promise<Result<{ readonly thread: ThreadId }, WriteRefusal>> {
	const space = await spaceFor(ctx, input.space);
	demandRight(ctx, space, 'forum.begin');
	const { discussion } = await discussionFor(ctx, space, input.discussion);
	const { title, words, locale } = input;
	return inTransaction(ctx, async (inside) => {
		const topic = await insertThread(inside, space, { discussion: discussion.id, title, locale });
		const written = await writeInTopic(inside, space, { topic, title, words, locale });
		if (!written.ok) return written;
		await noteReading(inside, topic, space.me.id);
		return granted({ thread: topic });
	});
}

/** Replies in a thread; the adults who wrote in it are told. */
export async function replyInThread(
	ctx: Context,
	input: Words & ThreadAt,
): Promise<Result<{ readonly post: string }, TalkRefusal>> {
	const { space, thread } = await reachThread(ctx, input.space, input.thread);
	demandRight(ctx, space, 'forum.reply');
	const { words, locale } = input;
	return inTransaction(ctx, async (inside) => {
		if (!(await isOpenForReplies(inside, thread.id))) return refused('locked');
		const written = await writeInTopic(inside, space, { topic: thread.id, title: '', words, locale });
		if (!written.ok) return written;
		await noteReply(inside, thread.id, space.me.id);
		await noteReading(inside, thread.id, space.me.id);
		const persons = await personsInTopic(inside, space, thread.id);
		await emit(inside, 'thread.replied', {
			space: space.id,
			spaceName: space.name,
			thread: thread.id,
			persons,
		});
		return written;
	});
}

/** Pins a thread, locks it, or takes either back. */
export async function steerThread(
	ctx: Context,
	{ how, ...at }: ThreadAt & { readonly how: Steering },
): Promise<Granted<undefined>> {
	const { space, thread } = await reachThread(ctx, at.space, at.thread);
	demandRight(ctx, space, 'forum.steer');
	return inTransaction(ctx, async (inside) => {
		await steer(inside, thread.id, space.me.id, how);
		return granted();
	});
}

/** Notes that the actor has read the thread up to now. */
export async function markRead(ctx: Context, at: ThreadAt): Promise<Granted<undefined>> {
	const { space, thread } = await reachThread(ctx, at.space, at.thread);
	demandRight(ctx, space, 'forum.see');
	return inTransaction(ctx, async (inside) => {
		await noteReading(inside, thread.id, space.me.id);
		return granted();
	});
}
