/** Who sees a post in which state, and what they may do with it. Pure, so that it can be read and tested. */
import {
	answersForSpace,
	isPupilRole,
	mayInSpace,
	type MemberId,
	type MemberRole,
	type Right,
	type Space,
} from '#domain/spaces';
import type { Post, PostDeed, PostState } from './post.ts';

type Reader = Pick<Space, 'kind' | 'archivedAt' | 'me'>;
/** Where a post stands. */
export type PostPlace = 'updates' | 'wall' | 'forum' | 'bulletin';
type Subject = {
	readonly madeBy: MemberId;
	readonly authorRole: MemberRole;
	readonly place: PostPlace;
	readonly state: PostState;
};

/** A post out of sight exists for its author and the teachers only. */
export function seesPost(space: Reader, post: Pick<Subject, 'madeBy' | 'state'>): boolean {
	return post.state === 'shown' || post.madeBy === space.me.id || answersForSpace(space);
}

/** Whether the words of a post are shown to somebody who sees that it is there. */
export function seesWords(space: Reader, post: Pick<Subject, 'state'>): boolean {
	return post.state !== 'removed' || answersForSpace(space);
}

/** Where a post stands, as its row says. */
export function placeOf({ wall, topic, inBulletin }: Pick<Post, 'wall' | 'topic' | 'inBulletin'>): PostPlace {
	if (wall !== null) return 'wall';
	if (topic !== null) return 'forum';
	return inBulletin ? 'bulletin' : 'updates';
}

/** The right by which the posts of a place are read. */
export const reading = {
	updates: 'updates.read',
	wall: 'walls.read',
	forum: 'forum.see',
	bulletin: 'bulletin.read',
} as const satisfies Readonly<Record<PostPlace, Right>>;

/** The right by which the posts of others are put in order there. */
const tidying = {
	updates: 'posts.remove',
	wall: 'posts.remove',
	forum: 'forum.tidy',
	bulletin: 'bulletin.tidy',
} as const satisfies Readonly<Record<PostPlace, Right>>;

/** In the forum one replies in the thread, not below a post. */
function mayAnswer(space: Reader, place: PostPlace): boolean {
	if (place === 'forum') return false;
	const answering = { updates: 'updates.answer', wall: 'walls.answer', bulletin: 'bulletin.write' } as const;
	return mayInSpace(space, answering[place]);
}

/** Whether the reader may still write where the post stands. */
function mayWriteAt(space: Reader, place: PostPlace): boolean {
	const writing = {
		updates: 'updates.answer',
		wall: 'walls.answer',
		forum: 'forum.reply',
		bulletin: 'bulletin.write',
	} as const;
	return mayInSpace(space, writing[place]);
}

/** Whether the reader may hide or remove the post of somebody else. */
export function mayModerate(space: Reader, post: Pick<Subject, 'madeBy' | 'authorRole' | 'place'>): boolean {
	if (post.madeBy === space.me.id) return false;
	if (mayInSpace(space, tidying[post.place])) return true;
	return isPupilRole(post.authorRole) && mayInSpace(space, 'posts.moderate-pupils');
}

/** All that the reader may do with a post they see. */
export function deedsFor(space: Reader, post: Subject): ReadonlySet<PostDeed> {
	const isMine = post.madeBy === space.me.id;
	const moderates = mayModerate(space, post);
	const possible: Record<PostDeed, boolean> = {
		answer: post.state === 'shown' && mayAnswer(space, post.place),
		like: post.state === 'shown' && !isMine && mayInSpace(space, 'updates.like'),
		pin: post.state === 'shown' && post.place === 'updates' && mayInSpace(space, 'updates.pin'),
		mend: post.state === 'shown' && isMine && mayWriteAt(space, post.place),
		report: post.state === 'shown' && !isMine && mayInSpace(space, 'posts.report'),
		'take-back': post.state !== 'removed' && isMine && mayInSpace(space, 'posts.remove', post),
		hide: moderates && (post.state === 'shown' || post.state === 'waiting'),
		show: moderates && post.state === 'hidden',
		remove: moderates && post.state !== 'removed',
	};
	const deeds = Object.keys(possible) as PostDeed[];
	return new Set(deeds.filter((deed) => possible[deed]));
}
