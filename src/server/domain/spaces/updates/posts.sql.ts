/** SQL of posts: what stands in a space or on a wall, and what became of it. */
import { sql } from 'kysely';
import { isWithheld } from '#domain/safety';
import { isId } from '#platform/ids';
import {
	isPresent,
	memberCard,
	memberOfRow,
	type MemberCard,
	type MemberId,
	type SpaceId,
} from '#domain/spaces';
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import { prepared } from '#platform/prepared';
import type { Decision, PostId, PostState } from './post.ts';

/** A post as it lies in the tables, before anybody looks at it. */
export type PostRow = {
	readonly id: PostId;
	readonly by: MemberCard;
	readonly wall: MemberId | null;
	/** The thread of the forum in which it stands. */
	readonly topic: string | null;
	/** Among the notes of the teachers. */
	readonly inBulletin: boolean;
	readonly replyTo: PostId | null;
	readonly words: string | null;
	readonly locale: string;
	readonly postedAt: Date;
	readonly isMended: boolean;
	readonly isPinned: boolean;
	readonly likedBy: readonly MemberId[];
	readonly state: PostState;
	readonly decision: Decision | null;
};

/** Which posts are asked for: those of a page, or those below them. */
export type Place = {
	readonly space: SpaceId;
	/** A wall, the updates (null), or the notes of the teachers. */
	readonly wall: MemberId | 'bulletin' | null;
};
export type Cursor = { readonly postedAt: Date; readonly id: PostId };

/** Later than any post: where the newest page begins. */
const newest: Cursor = { postedAt: new Date('9999-12-31'), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

type PageOfPosts = Cursor & { readonly space: SpaceId; readonly most: number };

const updatesBefore = prepared((ctx, page: PageOfPosts) =>
	beginningsBefore(ctx, page)
		.where('post.wall_member_id', 'is', null)
		.where('post.topic_id', 'is', null)
		.where('post.pinned_at', 'is', null)
		.where(({ not, ref }) => not(ref('post.in_bulletin'))),
);
const pinnedPosts = prepared((ctx, values: { readonly space: SpaceId; readonly most: number }) =>
	postRows(ctx)
		.where('post.space_id', '=', values.space)
		.where('post.pinned_at', 'is not', null)
		.orderBy('post.pinned_at', 'desc')
		.limit(values.most),
);
const notesBefore = prepared((ctx, page: PageOfPosts) =>
	beginningsBefore(ctx, page).where('post.in_bulletin', 'is', true),
);
const postsOnWallBefore = prepared((ctx, page: PageOfPosts & { readonly wall: MemberId }) =>
	beginningsBefore(ctx, page).where('post.wall_member_id', '=', page.wall),
);

function beginningsBefore(ctx: Context, page: PageOfPosts) {
	return postRows(ctx)
		.where('post.space_id', '=', page.space)
		.where('post.reply_to', 'is', null)
		.where(({ eb, refTuple, tuple }) =>
			eb(refTuple('post.posted_at', 'post.id'), '<', tuple(page.postedAt, page.id)),
		)
		.orderBy('post.posted_at', 'desc')
		.orderBy('post.id', 'desc')
		.limit(page.most);
}

/** Posts that begin a thread, newest first. */
export async function beginningsIn(
	ctx: Context,
	{ space, wall }: Place,
	most: number,
	before: Cursor = newest,
): Promise<PostRow[]> {
	const page = { ...before, space, most };
	if (wall === 'bulletin') return (await notesBefore(ctx, page)).map(postOfRow);
	const rows = await (wall === null ? updatesBefore(ctx, page) : postsOnWallBefore(ctx, { ...page, wall }));
	return rows.map(postOfRow);
}

/** The updates that are kept on top, the last to be pinned first. */
export async function pinnedIn(ctx: Context, space: SpaceId, most: number): Promise<PostRow[]> {
	return (await pinnedPosts(ctx, { space, most })).map(postOfRow);
}

const answersBelow = prepared((ctx, values: { readonly posts: readonly PostId[] }) =>
	postRows(ctx)
		.where('post.reply_to', '=', sql<PostId>`any(${values.posts}::uuid[])`)
		.orderBy('post.posted_at')
		.orderBy('post.id'),
);

/** All answers to these posts, oldest first. */
export async function answersTo(ctx: Context, posts: readonly PostId[]): Promise<PostRow[]> {
	return posts.length === 0 ? [] : (await answersBelow(ctx, { posts })).map(postOfRow);
}

/** Whether the member has ever begun something on the own wall. */
export async function hasBegun(ctx: Context, member: MemberId): Promise<boolean> {
	const row = await ctx.db
		.selectFrom('spaces_updates.post')
		.select('id')
		.where('wall_member_id', '=', member)
		.where('reply_to', 'is', null)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** The posts of these threads of the forum, oldest first; of each the first alone, where that is asked. */
export async function postsInTopics(
	ctx: Context,
	topics: readonly string[],
	{ first, most }: { readonly first: boolean; readonly most: number },
): Promise<PostRow[]> {
	if (topics.length === 0) return [];
	const rows = await postRows(ctx)
		.where('post.topic_id', 'in', [...topics])
		.$if(first, (query) => query.distinctOn('post.topic_id').orderBy('post.topic_id'))
		.orderBy('post.posted_at')
		.orderBy('post.id')
		.limit(most)
		.execute();
	return rows.map(postOfRow);
}

/** The persons among the present members who wrote in a thread and are not the one who acts. */
export async function personsWritingIn(ctx: Context, topic: string, but: MemberId): Promise<PersonId[]> {
	const rows = await ctx.db
		.selectFrom('spaces_updates.post as post')
		.innerJoin('spaces.member as member', 'member.id', 'post.member_id')
		.select('member.person_id')
		.distinct()
		.where('post.topic_id', '=', topic)
		.where('member.id', '<>', but)
		.where('member.person_id', 'is not', null)
		.where(isPresent(ctx.now))
		.execute();
	return rows.flatMap(({ person_id }) => person_id ?? []);
}

export async function postIn(ctx: Context, space: SpaceId, id: PostId): Promise<PostRow | undefined> {
	const row = await postRows(ctx)
		.where('post.space_id', '=', space)
		.where('post.id', '=', id)
		.executeTakeFirst();
	return row && postOfRow(row);
}

/** Each post with its author and with the newest that was decided about it. */
function postRows(ctx: Context) {
	return memberCard(ctx)
		.innerJoin('spaces_updates.post as post', 'post.member_id', 'member.id')
		.leftJoin('spaces_updates.post_hiding as hiding', 'hiding.post_id', 'post.id')
		.leftJoin('spaces_updates.post_removal as removal', 'removal.post_id', 'post.id')
		.select([
			'post.id',
			'post.wall_member_id',
			'post.topic_id',
			'post.in_bulletin',
			'post.reply_to',
			'post.words',
			'post.locale',
			'post.posted_at',
			'post.pinned_at',
			'post.mended_at',
		])
		.select(
			sql<MemberId[]>`array(select liked.member_id from spaces_updates.post_like as liked
				where liked.post_id = post.id)`.as('liked_by'),
		)
		.select(({ fn, ref, selectFrom }) => [
			'removal.removed_at',
			'hiding.hidden_at',
			fn.coalesce('removal.reason', 'hiding.reason').as('reason'),
			fn.coalesce('removal.words', 'hiding.words').as('reason_words'),
			selectFrom('spaces.member as decider')
				.innerJoin('people.person as decider_person', 'decider_person.id', 'decider.person_id')
				.select('decider_person.name')
				.where('decider.id', '=', fn.coalesce(ref('removal.removed_by'), ref('hiding.hidden_by')))
				.as('decided_by'),
			isWithheld(ref('post.id')).as('waiting'),
		]);
}

/** How many updates are kept on top. */
export async function countPinned(ctx: Context, space: SpaceId): Promise<number> {
	const row = await ctx.db
		.selectFrom('spaces_updates.post')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('space_id', '=', space)
		.where('pinned_at', 'is not', null)
		.executeTakeFirstOrThrow();
	return row.count;
}

/** The space of a post, whoever asks; undefined when there is no such post. */
export async function spaceOfPost(ctx: Context, id: string): Promise<SpaceId | undefined> {
	if (!isId(id)) return undefined;
	const row = await ctx.db
		.selectFrom('spaces_updates.post')
		.select('space_id')
		.where('id', '=', id)
		.executeTakeFirst();
	return row?.space_id;
}

/** Whether something of this member is in sight here. */
export async function hasPostInSight(ctx: Context, member: MemberId, but: PostId): Promise<boolean> {
	const row = await ctx.db
		.selectFrom('spaces_updates.post as post')
		.leftJoin('spaces_updates.post_hiding as hiding', 'hiding.post_id', 'post.id')
		.leftJoin('spaces_updates.post_removal as removal', 'removal.post_id', 'post.id')
		.select('post.id')
		.where('post.member_id', '=', member)
		.where('post.id', '<>', but)
		.where('hiding.post_id', 'is', null)
		.where('removal.post_id', 'is', null)
		.where(({ not, ref }) => not(isWithheld(ref('post.id'))))
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

type Row = Awaited<ReturnType<ReturnType<typeof postRows>['executeTakeFirstOrThrow']>>;

function postOfRow(row: Row): PostRow {
	return {
		id: row.id,
		by: memberOfRow(row),
		wall: row.wall_member_id,
		topic: row.topic_id,
		inBulletin: row.in_bulletin,
		replyTo: row.reply_to,
		words: row.words,
		locale: row.locale,
		postedAt: row.posted_at,
		isMended: row.mended_at !== null,
		isPinned: row.pinned_at !== null,
		likedBy: row.liked_by,
		state: stateOf(row),
		decision: decisionOf(row),
	};
}

function stateOf(row: Row): PostState {
	if (row.removed_at !== null) return 'removed';
	if (row.hidden_at !== null) return 'hidden';
	return row.waiting === true ? 'waiting' : 'shown';
}

function decisionOf(row: Row): Decision | null {
	const at = row.removed_at ?? row.hidden_at;
	if (at === null) return null;
	return { by: row.decided_by, at, reason: row.reason as Decision['reason'], words: row.reason_words ?? '' };
}
