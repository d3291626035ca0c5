/** What a member reads in a space: its updates, a pupil's wall, one thread. */
import {
	demandRight,
	mayInSpace,
	memberEverFor,
	spaceFor,
	type MemberEver,
	type MemberId,
	type Space,
	type SpaceId,
} from '#domain/spaces';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import { inPieces } from '#shared/web-addresses';
import { postLimits, type Post, type PostId, type Thread } from './post.ts';
import {
	answersTo,
	beginningsIn,
	hasBegun,
	pinnedIn,
	postIn,
	postsInTopics,
	type Cursor,
	type Place,
	type PostRow,
} from './posts.sql.ts';
import { deedsFor, placeOf, reading, seesPost, seesWords } from './visibility.ts';

export type Threads = {
	readonly threads: readonly Thread[];
	/** Where the older ones begin; null when there are none. */
	readonly older: Cursor | null;
};

/** The updates of the space, newest first, with their answers. */
export async function updatesFor(ctx: Context, space: Space, before?: Cursor): Promise<Threads> {
	demandRight(ctx, space, 'updates.read');
	return threadsAt(ctx, space, { space: space.id, wall: null }, before);
}

/** The notes of the teachers, newest first. For everybody else there are none, and no such page. */
export async function bulletinFor(ctx: Context, space: Space, before?: Cursor): Promise<Threads> {
	if (!mayInSpace(space, 'bulletin.read')) throw new NotFound('bulletin');
	return threadsAt(ctx, space, { space: space.id, wall: 'bulletin' }, before);
}

/** The posts of a thread of the forum that the reader sees, oldest first. */
export async function postsOfTopic(ctx: Context, space: Space, topic: string, most: number): Promise<Post[]> {
	demandRight(ctx, space, 'forum.see');
	const rows = await postsInTopics(ctx, [topic], { first: false, most });
	return rows.flatMap((row) => asSeen(space, row) ?? []);
}

/** Those of these threads whose first post the reader sees, and is not taken back or removed for them. */
export async function beginningsOfTopics(
	ctx: Context,
	space: Space,
	topics: readonly string[],
): Promise<ReadonlySet<string>> {
	demandRight(ctx, space, 'forum.see');
	const rows = await postsInTopics(ctx, topics, { first: true, most: topics.length });
	const seen = rows.filter((row) => asSeen(space, row) !== undefined);
	return new Set(seen.flatMap(({ topic }) => topic ?? []));
}

/** The wall of somebody who is or was a pupil of this space; NotFound for anybody else. */
export async function wallFor(
	ctx: Context,
	space: Space,
	wall: MemberId,
	before?: Cursor,
): Promise<Threads & { readonly pupil: MemberEver }> {
	demandRight(ctx, space, 'walls.read');
	const pupil = await memberEverFor(ctx, space, wall);
	if (!pupil.isPupil) throw new NotFound('wall');
	return { pupil, ...(await threadsAt(ctx, space, { space: space.id, wall }, before)) };
}

/** Whether the pupil who acts has introduced herself already. */
export async function hasBegunWall(ctx: Context, space: Space): Promise<boolean> {
	demandRight(ctx, space, 'walls.read');
	return hasBegun(ctx, space.me.id);
}

/** One post the actor sees, in its space. NotFound for all else. */
export async function postFor(
	ctx: Context,
	spaceId: SpaceId,
	id: PostId,
): Promise<{ space: Space; row: PostRow; post: Post }> {
	const space = await spaceFor(ctx, spaceId);
	const row = isId(id) ? await postIn(ctx, space.id, id) : undefined;
	if (!row) throw new NotFound('post');
	// a note among teachers does not exist for anybody else
	const isThere = mayInSpace(space, reading[placeOf(row)]);
	const post = isThere ? asSeen(space, row) : undefined;
	if (!post) throw new NotFound('post');
	return { space, row, post };
}

/** Where an address in a grown-up's post leads, by its place in the words. NotFound for any other. */
export async function linkInPost(ctx: Context, space: SpaceId, id: PostId, place: number): Promise<string> {
	const { post } = await postFor(ctx, space, id);
	const addresses = inPieces(post.by.isPupil ? '' : (post.words ?? '')).flatMap(
		({ address }) => address ?? [],
	);
	const address = addresses[place];
	if (address === undefined) throw new NotFound('link');
	return address;
}

/** One post the actor sees, with its answers; an answer is shown in its thread. NotFound for all else. */
export async function threadFor(ctx: Context, space: Space, id: PostId): Promise<Thread> {
	const { row } = await postFor(ctx, space.id, id);
	const beginning = row.replyTo === null ? row : await postIn(ctx, space.id, row.replyTo);
	const [thread] = beginning ? threadOf(space, beginning, await answersTo(ctx, [beginning.id])) : [];
	if (!thread) throw new NotFound('post');
	return thread;
}

/** The post as the reader of the space sees it; undefined when it does not exist for them. */
export function asSeen(space: Space, row: PostRow): Post | undefined {
	const { id, by, wall, topic, inBulletin, locale, postedAt, isMended, isPinned, state, decision } = row;
	const subject = { madeBy: by.id, authorRole: by.role, place: placeOf(row), state };
	if (!seesPost(space, subject)) return undefined;
	const words = seesWords(space, subject) ? row.words : null;
	const isMine = by.id === space.me.id;
	const may = deedsFor(space, subject);
	const likes = { count: row.likedBy.length, mine: row.likedBy.includes(space.me.id) };
	return {
		...{ id, by, isMine, wall, topic, inBulletin, words, locale, postedAt, isMended, isPinned },
		...{ likes, state, decision, may },
	};
}

async function threadsAt(ctx: Context, space: Space, place: Place, before?: Cursor): Promise<Threads> {
	const rows = await beginningsIn(ctx, place, postLimits.perPage + 1, before);
	const hasPinned = before === undefined && place.wall === null;
	const pinned = hasPinned ? await pinnedIn(ctx, place.space, postLimits.pinned) : [];
	const lying = rows.slice(0, postLimits.perPage);
	const page = [...pinned, ...lying];
	const answers = await answersTo(
		ctx,
		page.map((row) => row.id),
	);
	const threads = page.flatMap((row) => threadOf(space, row, answers));
	const last = lying.at(-1);
	const older = rows.length > lying.length && last ? { postedAt: last.postedAt, id: last.id } : null;
	return { threads, older };
}

function threadOf(space: Space, row: PostRow, answers: readonly PostRow[]): Thread[] {
	const post = asSeen(space, row);
	if (!post) return [];
	const below = answers
		.filter((answer) => answer.replyTo === row.id)
		.flatMap((answer) => asSeen(space, answer) ?? []);
	return [{ ...post, answers: below }];
}
