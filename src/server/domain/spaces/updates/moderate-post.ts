/** What becomes of a post: taken back by its author, hidden, shown again or removed by a teacher of the space. */
import { demandRight, personOfMember, type MemberId, type Space, type SpaceId } from '#domain/spaces';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { Forbidden } from '#platform/errors';
import { emit } from '#platform/events';
import { granted, refused, type Result } from '#platform/result';
import type { Outcome, PostId, PostReason } from './post.ts';
import { postFor } from './read-posts.ts';
import type { PostRow } from './posts.sql.ts';
import { settleOpenReports } from './reports.sql.ts';
import { mayModerate } from './visibility.ts';
import { deleteHiding, insertHiding, insertRemoval } from './write-posts.sql.ts';

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
	return decide(ctx, at, 'hidden', (inside, row, by) => insertHiding(inside, row.id, { by, reason, words }));
}

/** Shows a hidden or reported post to everybody again. */
export async function showPost(ctx: Context, at: PostAt): Promise<Decided> {
	return decide(ctx, at, 'kept', (inside, row) => deleteHiding(inside, row.id));
}

/** Removes a post; its author learns why, and the teachers of the space can read it for 90 days more. */
export async function removePost(ctx: Context, { reason, words, ...at }: PostAt & Why): Promise<Decided> {
	return decide(ctx, at, 'removed', (inside, row, by) =>
		insertRemoval(inside, row.id, { by, reason, words }),
	);
}

type Deed = (inside: Context, row: PostRow, by: MemberId) => Promise<void>;

async function decide(ctx: Context, at: PostAt, outcome: Outcome, deed: Deed): Promise<Decided> {
	const { space, row } = await postFor(ctx, at.space, at.post);
	demandModeration(ctx, space, row);
	return inTransaction(ctx, async (inside) => {
		if (row.state === 'removed') {
			const settled = await settleOpenReports(inside, row.id, space.me.id, 'removed');
			return settled > 0 ? granted() : refused('removed-before');
		}
		await deed(inside, row, space.me.id);
		await settleOpenReports(inside, row.id, space.me.id, outcome);
		await audit(inside, `updates.post-${outcome}`, { kind: 'post', id: row.id });
		if (outcome !== 'kept') await tellAuthor(inside, space, row.by.id);
		return granted();
	});
}

async function tellAuthor(inside: Context, space: Space, author: MemberId): Promise<void> {
	const person = await personOfMember(inside, author);
	await emit(inside, 'post.moderated', { space: space.id, spaceName: space.name, author: person });
}

function demandModeration(ctx: Context, space: Space, row: PostRow): void {
	demandRight(ctx, space, 'updates.read');
	if (!mayModerate(space, { madeBy: row.by.id, authorRole: row.by.role }))
		throw new Forbidden('posts.moderate-pupils');
}
