/** A whole discussion is taken away and brought back by teachers; in the end it goes for good, with all that was said. */
import { spaceFor, type SpaceId } from '#domain/spaces';
import { forgetTopics } from '#domain/spaces/updates';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { Forbidden, NotFound } from '#platform/errors';
import { granted, type Granted } from '#platform/result';
import { overBefore } from '#platform/retention';
import { discussionFor, mayRemove, removedDiscussionsFor } from './read-forum.ts';
import type { DiscussionId } from './thread.ts';
import { deleteDiscussion, deleteRemoval, insertRemoval, removedBefore } from './threads.sql.ts';

export type DiscussionAt = { readonly space: SpaceId; readonly discussion: DiscussionId };

/**
 * Takes a discussion away with its threads: it is there for nobody. For ninety days its teachers read in the log what was
 * said, and bring it back. Forbidden for who does not answer for the pupils of the space.
 */
export async function removeDiscussion(ctx: Context, at: DiscussionAt): Promise<Granted<undefined>> {
	const space = await spaceFor(ctx, at.space);
	const { discussion, mayRemove: may } = await discussionFor(ctx, space, at.discussion);
	demandRemoval(may);
	return inTransaction(ctx, async (inside) => {
		await insertRemoval(inside, discussion.id, space.me.id);
		return granted();
	});
}

/** Brings it back as it was. NotFound for what was not taken away, or is forgotten by now. */
export async function bringDiscussionBack(ctx: Context, at: DiscussionAt): Promise<Granted<undefined>> {
	const space = await spaceFor(ctx, at.space);
	const removed = (await removedDiscussionsFor(ctx, space)).find(({ id }) => id === at.discussion);
	if (!removed) throw new NotFound('discussion');
	demandRemoval(mayRemove(space, removed.openedBy));
	return inTransaction(ctx, async (inside) => {
		await deleteRemoval(inside, removed.id);
		return granted();
	});
}

function demandRemoval(may: boolean): void {
	if (!may) throw new Forbidden('forum.tidy');
}

/** The hourly job: what was taken away long ago goes for good. Running it twice forgets nothing more. open-to-all: only the worker runs it. */
export async function forgetRemovedDiscussions(ctx: Context): Promise<void> {
	for (const { id, threads } of await removedBefore(ctx, await overBefore(ctx, 'post_removed')))
		await inTransaction(ctx, async (inside) => {
			await forgetTopics(inside, threads);
			await deleteDiscussion(inside, id);
		});
}
