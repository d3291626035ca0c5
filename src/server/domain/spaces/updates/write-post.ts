/** Somebody writes: an update for everybody, a pupil on the own wall, an answer to either. */
import { holdThing } from '#domain/safety';
import { demandRight, hasTeacherOf, spaceFor, teacherRoles, type Space, type SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { countAgainst } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import { postLimits, type PostId } from './post.ts';
import { hasPostInSight } from './posts.sql.ts';
import { postFor } from './read-posts.ts';
import { postKind } from './reportable-post.ts';
import { insertPost, type NewPost } from './write-posts.sql.ts';

export type Words = {
	readonly words: string;
	/** The language of the words. */
	readonly locale: string;
};

/** `no-teacher-here`: a pupil writes only where a teacher of the own school is. */
export type WriteRefusal = 'no-teacher-here' | 'not-open';
type Written = Result<{ readonly post: PostId }, WriteRefusal>;

/** Writes an update for all members of the space. */
export async function writeUpdate(
	ctx: Context,
	input: Words & { readonly space: SpaceId },
): Promise<Written> {
	const space = await spaceFor(ctx, input.space);
	demandRight(ctx, space, 'updates.post');
	return write(ctx, space, { ...input, wall: null, replyTo: null });
}

/** A pupil writes on the own wall. Nobody begins a wall for somebody else. */
export async function writeOnWall(
	ctx: Context,
	input: Words & { readonly space: SpaceId },
): Promise<Written> {
	const space = await spaceFor(ctx, input.space);
	demandRight(ctx, space, 'walls.begin', { madeBy: space.me.id });
	return write(ctx, space, { ...input, wall: space.me.id, replyTo: null });
}

/** Answers a post. An answer to an answer stands below the same post: talk stays in sight. */
export async function answerPost(
	ctx: Context,
	input: Words & { readonly space: SpaceId; readonly post: PostId },
): Promise<Written> {
	const { space, row, post } = await postFor(ctx, input.space, input.post);
	demandRight(ctx, space, row.wall === null ? 'updates.answer' : 'walls.answer');
	if (!post.may.has('answer')) return refused('not-open');
	return write(ctx, space, { ...input, wall: row.wall, replyTo: row.replyTo ?? row.id });
}

type Placed = Words & Pick<NewPost, 'wall' | 'replyTo'>;

async function write(ctx: Context, space: Space, { words, locale, wall, replyTo }: Placed): Promise<Written> {
	if (!(await hasOwnTeacher(ctx, space))) return refused('no-teacher-here');
	await countAgainst(ctx, postLimits.posts, space.me.id);
	return inTransaction(ctx, async (inside) => {
		const post = await insertPost(inside, { space: space.id, by: space.me.id, wall, replyTo, words, locale });
		await holdForLook(inside, space, { id: post, words, locale });
		return granted({ post });
	});
}

type Fresh = { readonly id: PostId; readonly words: string; readonly locale: string };

/** What a pupil wrote waits for a teacher where the space or a word says so. */
async function holdForLook(
	ctx: Context,
	{ id: room, me }: Space,
	{ id, words, locale }: Fresh,
): Promise<void> {
	if (me.pupil === null) return;
	const author = { member: me.id };
	const evidence = { title: '', words, locale };
	const reached = { room, author, school: me.school, byPupil: true, isMine: true, evidence };
	const shownBefore = await hasPostInSight(ctx, me.id, id);
	await holdThing(ctx, { kind: postKind, thing: id, reached, hasPictures: false, shownBefore });
}

async function hasOwnTeacher(ctx: Context, space: Space): Promise<boolean> {
	const { pupil, school } = space.me;
	if (pupil === null) return true;
	return school !== null && hasTeacherOf(ctx, space.id, school, teacherRoles);
}
