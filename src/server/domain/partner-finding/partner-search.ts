/** The partner search as its pages know it. PostgreSQL answers today; an index in memory can take its place. */
import type { PersonCard } from '#domain/people';
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import type { Cursor, EntryKind, PartnerQuery } from './query.ts';

/** One teacher or one post that fits. */
export type PartnerHit = {
	readonly kind: EntryKind;
	/** Of the person, or of the post. */
	readonly id: string;
	readonly person: PersonId;
	/** The person, or the author of the post. */
	readonly card: PersonCard;
	/** Of a post. */
	readonly title: string | null;
	/** What the teacher or the post says, and in which language it was written. */
	readonly words: string;
	readonly locale: string | null;
	readonly languages: readonly string[];
	readonly subjects: readonly string[];
	readonly agesFrom: number | null;
	readonly agesTo: number | null;
	readonly available: boolean;
	readonly freshAt: Date;
};

/** How many fit each value of a group, when the filters of the other groups hold. */
export type Counts = Readonly<Record<string, number>>;

export type Facets = {
	readonly kinds: Counts;
	readonly countries: Counts;
	readonly languages: Counts;
	readonly subjects: Counts;
	readonly ages: Counts;
	readonly available: number;
};

export type PartnerPage = {
	readonly hits: readonly PartnerHit[];
	/** Exact, over all pages. */
	readonly total: number;
	readonly facets: Facets;
	/** Where the next page begins; undefined on the last. */
	readonly next: Cursor | undefined;
};

export const hitsOnAPage = 20;

/**
 * Finds teachers and posts for the one who asks: never themself, nobody who is not validated, nobody who has
 * blocked them or whom they have blocked; such persons are in no count either.
 */
export interface PartnerSearch {
	search(ctx: Context, query: PartnerQuery): Promise<PartnerPage>;
}
