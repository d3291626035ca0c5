/** Somebody writes: an update for everybody, a pupil on the own wall, an answer to either. */
import { holdThing } from '#domain/safety';
import {
	demandRight,
	hasOwnTeacher,
	mayInSpace,
	spaceFor,
	type Right,
	type Space,
	type SpaceId,
} from '#domain/spaces';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import type { PersonId } from '#shared/actor';
import { countAgainst } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import { postLimits, type PostId } from './post.ts';
import { hasPostInSight, personsWritingIn } from './posts.sql.ts';
import { postFor } from './read-posts.ts';
import { postKind } from './reportable-post.ts';
import { placeOf, type PostPlace } from './visibility.ts';
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
	return write(ctx, space, { ...updates, ...input });
}

/** A pupil writes on the own wall. Nobody begins a wall for somebody else. */
export async function writeOnWall(
	ctx: Context,
	input: Words & { readonly space: SpaceId },
): Promise<Written> {
	const space = await spaceFor(ctx, input.space);
	demandRight(ctx, space, 'walls.begin', { madeBy: space.me.id });
	return write(ctx, space, { ...updates, ...input, wall: space.me.id });
}

/** Answers a post. An answer to an answer stands below the same post: talk stays in sight. */
export async function answerPost(
	ctx: Context,
	input: Words & { readonly space: SpaceId; readonly post: PostId },
): Promise<Written> {
	const { space, row, post } = await postFor(ctx, input.space, input.post);
	demandRight(ctx, space, answering[placeOf(row)]);
	if (!post.may.has('answer')) return refused('not-open');
	const { wall, inBulletin } = row;
	return write(ctx, space, { ...updates, ...input, wall, inBulletin, replyTo: row.replyTo ?? row.id });
}

/** Writes a note for the teachers of the space. */
export async function writeInBulletin(
	ctx: Context,
	input: Words & { readonly space: SpaceId },
): Promise<Written> {
	const space = await spaceFor(ctx, input.space);
	if (!mayInSpace(space, 'bulletin.read')) throw new NotFound('bulletin');
	demandRight(ctx, space, 'bulletin.write');
	return write(ctx, space, { ...updates, ...input, inBulletin: true });
}

/**
 * Writes in a thread of the forum; `title` is looked at with the words, where a thread begins. open-to-all: called by the
 * part that owns threads, in its transaction and after its own demand.
 */
export async function writeInTopic(
	ctx: Context,
	space: Space,
	input: Words & { readonly topic: string; readonly title: string },
): Promise<Written> {
	return write(ctx, space, { ...updates, ...input });
}

/** The adults who wrote in a thread and are here now, but for whoever acts. open-to-all: as above. */
export async function personsInTopic(ctx: Context, space: Space, topic: string): Promise<PersonId[]> {
	return personsWritingIn(ctx, topic, space.me.id);
}

const answering = {
	updates: 'updates.answer',
	wall: 'walls.answer',
	forum: 'forum.reply',
	bulletin: 'bulletin.write',
} as const satisfies Readonly<Record<PostPlace, Right>>;
/** Where a post stands when nothing else is said. */
const updates = { wall: null, topic: null, inBulletin: false, replyTo: null } as const;

type Placed = Words &
	Pick<NewPost, 'wall' | 'topic' | 'inBulletin' | 'replyTo'> & { readonly title?: string };

async function write(ctx: Context, space: Space, { title = '', ...placed }: Placed): Promise<Written> {
	const { words, locale, wall, topic, inBulletin, replyTo } = placed;
	if (!(await hasOwnTeacher(ctx, space))) return refused('no-teacher-here');
	await countAgainst(ctx, postLimits.posts, space.me.id);
	return inTransaction(ctx, async (inside) => {
		const post = await insertPost(inside, {
			...{ space: space.id, by: space.me.id, wall, topic, inBulletin, replyTo, words, locale },
		});
		await holdForLook(inside, space, { id: post, title, words, locale });
		return granted({ post });
	});
}

type Fresh = Words & { readonly id: PostId; readonly title: string };

/** What a pupil wrote waits for a teacher where the space or a word says so. open-to-all: writing was demanded. */
export async function holdForLook(
	ctx: Context,
	{ id: room, me }: Space,
	{ id, title, words, locale }: Fresh,
): Promise<void> {
	if (me.pupil === null) return;
	const author = { member: me.id };
	const evidence = { title, words, locale };
	const reached = { room, author, school: me.school, byPupil: true, isMine: true, evidence };
	const shownBefore = await hasPostInSight(ctx, me.id, id);
	await holdThing(ctx, { kind: postKind, thing: id, reached, hasPictures: false, shownBefore });
}
