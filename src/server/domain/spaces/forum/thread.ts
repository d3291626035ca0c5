/** Discussions and threads as members see them. */
import type { MemberCard, MemberId, SpaceId } from '#domain/spaces';

export type DiscussionId = string;
export type ThreadId = string;

export type Discussion = {
	readonly id: DiscussionId;
	readonly title: string;
	readonly locale: string;
	readonly openedAt: Date;
	/** When something was written in it last; null while nothing was. */
	readonly lastAt: Date | null;
	/** Something in it is new for the reader. */
	readonly isUnread: boolean;
};

/** A discussion that teachers took away; for them alone, until its time is over. */
export type RemovedDiscussion = Pick<Discussion, 'id' | 'title' | 'locale'> & {
	readonly openedBy: MemberId;
	/** How many threads went with it. */
	readonly threads: number;
	readonly removedAt: Date;
	readonly removedBy: MemberCard;
};

export type Thread = {
	readonly id: ThreadId;
	readonly space: SpaceId;
	readonly discussion: { readonly id: DiscussionId; readonly title: string; readonly locale: string };
	readonly title: string;
	readonly locale: string;
	readonly by: MemberCard;
	readonly begunBy: MemberId;
	readonly begunAt: Date;
	readonly lastAt: Date;
	readonly isPinned: boolean;
	readonly isLocked: boolean;
	readonly isUnread: boolean;
};

/** What those who steer do with a thread. */
export const steerings = ['pin', 'unpin', 'lock', 'unlock'] as const;
export type Steering = (typeof steerings)[number];

export const forumLimits = { title: 150, discussions: 100, threads: 200, posts: 500 } as const;
