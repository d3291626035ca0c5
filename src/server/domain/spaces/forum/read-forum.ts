/** What a member reads in the forum: discussions, the threads of one, and the posts of a thread. */
import { demandRight, mayInSpace, spaceFor, type MemberId, type Space, type SpaceId } from '#domain/spaces';
import { beginningsOfTopics, postsOfTopic, type Post } from '#domain/spaces/updates';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import {
	forumLimits,
	type Discussion,
	type DiscussionId,
	type RemovedDiscussion,
	type Thread,
	type ThreadId,
} from './thread.ts';
import {
	discussionIn,
	discussionsIn,
	removedIn,
	threadIn,
	threadsIn,
	threadsOfSpace,
} from './threads.sql.ts';

/** The discussions of the space, in the order in which they were opened. */
export async function discussionsFor(ctx: Context, space: Space): Promise<Discussion[]> {
	demandRight(ctx, space, 'forum.see');
	const seen = await beginningsOfTopics(ctx, space, await threadsOfSpace(ctx, space.id));
	return discussionsIn(ctx, space, [...seen]);
}

/** One discussion with the threads that the reader sees. NotFound for one of another space. */
export async function discussionFor(
	ctx: Context,
	space: Space,
	id: DiscussionId,
): Promise<{
	readonly discussion: Pick<Discussion, 'id' | 'title' | 'locale'>;
	/** Whether the reader may take it away with all that is said in it. */
	readonly mayRemove: boolean;
	readonly threads: readonly Thread[];
}> {
	demandRight(ctx, space, 'forum.see');
	const discussion = isId(id) ? await discussionIn(ctx, space.id, id) : undefined;
	if (!discussion) throw new NotFound('discussion');
	const threads = await threadsIn(ctx, space, discussion.id);
	const ids = threads.map((thread) => thread.id);
	const seen = await beginningsOfTopics(ctx, space, ids);
	return {
		discussion,
		mayRemove: mayRemove(space, discussion.openedBy),
		threads: threads.filter((thread) => seen.has(thread.id)),
	};
}

/**
 * Whether somebody may take a discussion away: who puts the forum in order, and answers for the pupils whose words go
 * with it.
 */
export function mayRemove(space: Space, openedBy: MemberId): boolean {
	return mayInSpace(space, 'forum.tidy', { madeBy: openedBy }) && mayInSpace(space, 'posts.moderate-pupils');
}

/** What was taken away, for those who may bring it back; nothing for everybody else. */
export async function removedDiscussionsFor(ctx: Context, space: Space): Promise<RemovedDiscussion[]> {
	demandRight(ctx, space, 'forum.see');
	if (!mayInSpace(space, 'posts.moderate-pupils')) return [];
	return (await removedIn(ctx, space.id)).filter(({ openedBy }) => mayRemove(space, openedBy));
}

/** One thread with its posts, oldest first. NotFound for whoever does not see the post that begins it. */
export async function talkFor(
	ctx: Context,
	space: Space,
	id: ThreadId,
): Promise<{ readonly thread: Thread; readonly posts: readonly Post[] }> {
	demandRight(ctx, space, 'forum.see');
	const thread = isId(id) ? await threadIn(ctx, space, id) : undefined;
	const isSeen = thread && (await beginningsOfTopics(ctx, space, [thread.id])).has(thread.id);
	if (!thread || !isSeen) throw new NotFound('thread');
	return { thread, posts: await postsOfTopic(ctx, space, thread.id, forumLimits.posts) };
}

/** The same for a space that is still to be reached. */
export async function reachThread(
	ctx: Context,
	spaceId: SpaceId,
	id: ThreadId,
): Promise<{ readonly space: Space; readonly thread: Thread }> {
	const space = await spaceFor(ctx, spaceId);
	const { thread } = await talkFor(ctx, space, id);
	return { space, thread };
}
