/** The partner search as its pages know it, whoever answers: PostgreSQL, or an index in memory. */
import type { PersonCard } from '#domain/people';
import type { ProjectCard } from '#domain/projects';
import type { SchoolCard } from '#domain/schools';
import type { Context } from '#platform/context';
import type { PostKind } from './post.ts';
import type { Counts, Group } from './groups.ts';
import type { Cursor, PartnerQuery } from './query.ts';

/** What a search finds before anything is shown: positions, and the numbers behind every filter. */
export type Found = {
	/** Exact, over all pages. */
	readonly total: number;
	/** Counted when they are asked for: a page asks while PostgreSQL looks its hits up. */
	readonly counts: Counts;
	/** How many would fit without the filters of each group. */
	readonly without: Readonly<Record<Group, number>>;
	/** One more than a page holds when there is a next one. */
	readonly positions: readonly Cursor[];
	/** Nothing has all the words as typed: words alike were taken too. */
	readonly loosely: boolean;
	/** Typed word that nothing has → the folded word that was taken for it. */
	readonly meant: Readonly<Record<string, string>>;
};

/**
 * Finds teachers, posts, schools and projects for the one who asks: never themself, nobody who is not validated, nobody
 * who has blocked them or whom they have blocked; such persons are in no count either.
 */
export type PartnerSearch = (
	ctx: Context,
	query: PartnerQuery,
	/** So many positions at most; usually one more than a page holds. */
	most?: number,
) => Promise<Found>;

export const hitsOnAPage = 20;

type Written = {
	readonly id: string;
	/** What was written, and in which language. */
	readonly words: string;
	readonly locale: string | null;
	readonly languages: readonly string[];
	readonly subjects: readonly string[];
	readonly agesFrom: number | null;
	readonly agesTo: number | null;
	readonly available: boolean;
	readonly founding: boolean;
	/** The person, or the author of the post. */
	readonly card: PersonCard;
};

/** Has, or holds, a quality label: as the filter `label` says. */
type Labelled = { readonly labelled: boolean };

/** One thing that fits. */
export type PartnerHit =
	| ({ readonly kind: 'person' } & Written & Labelled)
	| ({ readonly kind: 'post'; readonly purpose: PostKind; readonly title: string } & Written)
	| ({
			readonly kind: 'school';
			readonly id: string;
			readonly card: SchoolCard;
			readonly levels: readonly string[];
	  } & Labelled)
	| ({ readonly kind: 'project'; readonly id: string; readonly card: ProjectCard } & Labelled);

export type PartnerPage = Pick<Found, 'total' | 'counts' | 'without' | 'loosely'> & {
	/** The index is being made from many things and answers within seconds: nothing is known yet. */
	readonly gettingReady: boolean;
	readonly hits: readonly PartnerHit[];
	/** What was taken for typed words that nothing has, spelt as it stands in one of the hits. */
	readonly meant: readonly { readonly typed: string; readonly word: string }[];
	/** Where the next page begins; undefined on the last. */
	readonly next: Cursor | undefined;
};
