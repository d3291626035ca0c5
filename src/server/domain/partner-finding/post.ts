/** Partner posts: types and pure rules. */
import type { PersonId } from '#shared/actor';
import type { LanguageCode, Subject } from '#shared/vocabulary';

export type PostId = string;

export const postKinds = ['found-project', 'join-project', 'erasmus'] as const;
export type PostKind = (typeof postKinds)[number];

/** For how many days a post may run before it must be renewed; the first choice is the usual one. */
export const postRuns = [60, 14, 30, 90] as const;
export const usualRun = 60;

/** Posts of one teacher that run at the same time. */
export const mostRunningPosts = 5;

export const longestPost = {
	title: 100,
	words: 2000,
	languages: 5,
	subjects: 8,
	countries: 10,
	partners: 20,
	pupils: 1000,
	months: 24,
};

/** `removed`: by the moderators. */
export type ClosingReason = 'filled' | 'withdrawn' | 'removed';

export type Post = {
	readonly id: PostId;
	readonly author: PersonId;
	readonly school: string;
	readonly kind: PostKind;
	readonly title: string;
	readonly words: string;
	/** The language the author wrote in. */
	readonly locale: string;
	readonly languages: readonly LanguageCode[];
	readonly subjects: readonly Subject[];
	readonly agesFrom: number;
	readonly agesTo: number;
	readonly countriesWanted: readonly string[];
	readonly partnersWanted: number;
	/** How many pupils take part on the author's side. */
	readonly pupils?: number | undefined;
	/** First day of the month in which it would begin, and how many months it would last. */
	readonly startsIn?: string | undefined;
	readonly lastsMonths?: number | undefined;
	readonly postedAt: Date;
	readonly expiresAt: Date;
	readonly closed: { readonly reason: ClosingReason; readonly at: Date } | undefined;
};

export type PostState = 'running' | 'expired' | ClosingReason;

export function stateOf(post: Pick<Post, 'closed' | 'expiresAt'>, now: Date): PostState {
	if (post.closed) return post.closed.reason;
	return post.expiresAt <= now ? 'expired' : 'running';
}

/** The end of a run that begins now. */
export function endOfRun(now: Date, days: number): Date {
	return new Date(now.getTime() + days * 24 * 3600 * 1000);
}
