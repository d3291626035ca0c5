/** Posts as safety knows them: reached by who sees them, and what a decision does to them. */
import { reasonsInRoom, type Reportable, type Reported } from '#domain/safety';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { demandRight, type Space } from '#domain/spaces';
import type { PostRow } from './posts.sql.ts';
import { postFor } from './read-posts.ts';
import { spaceOfPost } from './posts.sql.ts';
import { deleteHiding, deleteRemoval, insertHiding, insertRemoval } from './write-posts.sql.ts';

export const postKind = 'post';

/** The post as the actor reached it. */
export function asReported(space: Space, row: PostRow): Reported {
	return {
		room: space.id,
		author: { member: row.by.id },
		reporter: space.me.id,
		school: row.by.school?.id ?? null,
		byPupil: row.by.isPupil,
		isMine: row.by.id === space.me.id,
		evidence: { title: '', words: row.words ?? '', locale: row.locale },
	};
}

export const reportablePost: Reportable = {
	outcomes: ['kept', 'hidden', 'removed'],
	reasons: reasonsInRoom,
	hidesAtOnce: true,
	async reach(ctx: Context, post: string) {
		const id = await spaceOfPost(ctx, post);
		if (id === undefined) throw new NotFound('post');
		const { space, row } = await postFor(ctx, id, post);
		demandRight(ctx, space, 'posts.report');
		if (row.state !== 'shown' && row.state !== 'waiting') throw new NotFound('post');
		return asReported(space, row);
	},
	async settled(ctx, post, { outcome, reason, words, by }) {
		if (outcome === 'removed') return insertRemoval(ctx, post, { by, reason, words });
		await deleteRemoval(ctx, post);
		if (outcome === 'hidden') return insertHiding(ctx, post, { by, reason, words });
		return deleteHiding(ctx, post);
	},
};
