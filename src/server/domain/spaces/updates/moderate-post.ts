/** What becomes of a post: taken back by its author, hidden, shown again or removed by a teacher of the space. */
import { decideAtOnce, type Outcome } from '#domain/safety';
import { demandRight, type Space, type SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { Forbidden } from '#platform/errors';
import { granted, refused, type Result } from '#platform/result';
import type { PostId, PostReason } from './post.ts';
import { postFor } from './read-posts.ts';
import type { PostRow } from './posts.sql.ts';
import { asReported, postKind } from './reportable-post.ts';
import { mayModerate, placeOf, reading } from './visibility.ts';
import { insertRemoval } from './write-posts.sql.ts';

export type PostAt = { readonly space: SpaceId; readonly post: PostId };
export type Why = { readonly reason: PostReason; readonly words: string };
type Decided = Result<undefined, 'removed-before'>;

/** The author takes the own post back. The teachers of the space can read it for 90 days more. */
export async function takePostBack(ctx: Context, at: PostAt): Promise<Decided> {
	const { space, row } = await postFor(ctx, at.space, at.post);
	demandRight(ctx, space, 'posts.remove', { madeBy: row.by.id });
	if (row.by.id !== space.me.id) throw new Forbidden('posts.remove');
	if (row.state === 'removed') return refused('removed-before');
	return inTransaction(ctx, async (inside) => {
		await insertRemoval(inside, row.id, { by: space.me.id, reason: 'own-wish', words: '' });
		return granted();
	});
}

/** Hides a post from pupils and guests. It settles what was reported about it. */
export async function hidePost(ctx: Context, { reason, words, ...at }: PostAt & Why): Promise<Decided> {
	return decide(ctx, at, 'hidden', { reason, words });
}

/** Shows a hidden or reported post to everybody again. */
export async function showPost(ctx: Context, at: PostAt): Promise<Decided> {
	return decide(ctx, at, 'kept', { reason: 'other', words: '' });
}

/** Removes a post; its author learns why, and the teachers of the space can read it for 90 days more. */
export async function removePost(ctx: Context, { reason, words, ...at }: PostAt & Why): Promise<Decided> {
	return decide(ctx, at, 'removed', { reason, words });
}

async function decide(ctx: Context, at: PostAt, outcome: Outcome, why: Why): Promise<Decided> {
	const { space, row } = await postFor(ctx, at.space, at.post);
	demandModeration(ctx, space, row);
	if (row.state === 'removed') return refused('removed-before');
	const decided = await decideAtOnce(ctx, {
		kind: postKind,
		thing: row.id,
		reached: asReported(space, row),
		by: space.me.id,
		outcome,
		...why,
	});
	return decided.ok ? decided : refused('removed-before');
}

function demandModeration(ctx: Context, space: Space, row: PostRow): void {
	demandRight(ctx, space, reading[placeOf(row)]);
	const subject = { madeBy: row.by.id, authorRole: row.by.role, place: placeOf(row) };
	if (!mayModerate(space, subject)) throw new Forbidden('posts.moderate-pupils');
}
