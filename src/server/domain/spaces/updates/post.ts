/** A post of a space: an update for everybody, a pupil's word on the own wall, or an answer to one. */
import { reasonsInRoom, type Outcome, type Reason } from '#domain/safety';
import type { MemberCard, MemberId } from '#domain/spaces';

export type PostId = string;

/** Why a post was reported, hidden or removed; each has its words in the messages. */
export const postReasons = reasonsInRoom;
export type PostReason = (typeof postReasons)[number];

/** `waiting`: reported, and out of sight of pupils and guests until a teacher has looked. */
export type PostState = 'shown' | 'waiting' | Exclude<Outcome, 'kept'>;

export type Author = MemberCard;

/** What a teacher decided about a post, for its author and the teachers. */
export type Decision = {
	/** The teacher; nobody when a support organisation decided. */
	readonly by: string | null;
	readonly at: Date;
	/** `own-wish` when the author took it back. */
	readonly reason: Reason | 'own-wish';
	readonly words: string;
};

/** What the reader may do with a post. */
export type PostDeed =
	'answer' | 'report' | 'like' | 'pin' | 'mend' | 'take-back' | 'hide' | 'show' | 'remove';

export type Post = {
	readonly id: PostId;
	readonly by: Author;
	readonly isMine: boolean;
	/** The wall it stands on; null among the updates of the space. */
	readonly wall: MemberId | null;
	/** The thread of the forum in which it stands; null elsewhere. */
	readonly topic: string | null;
	/** A note among teachers. */
	readonly inBulletin: boolean;
	/** Null for the author of a removed post, and for everybody when it was forgotten. */
	readonly words: string | null;
	readonly locale: string;
	readonly postedAt: Date;
	/** Its author changed the words since. */
	readonly isMended: boolean;
	/** Kept on top by those who lead. */
	readonly isPinned: boolean;
	readonly likes: { readonly count: number; readonly mine: boolean };
	readonly state: PostState;
	readonly decision: Decision | null;
	readonly may: ReadonlySet<PostDeed>;
};

export type Thread = Post & { readonly answers: readonly Post[] };

/** How much and how often: an hour's worth of a lively class, and no flood. */
export const postLimits = {
	words: 2000,
	reasonWords: 500,
	posts: { name: 'spaces.post', most: 60, seconds: 3600 },
	perPage: 40,
	pinned: 3,
} as const;
