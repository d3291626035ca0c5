/** Saved searches: types and limits. */
import type { PersonId } from '#shared/actor';

export type SavedSearchId = string;

export type SavedSearch = {
	readonly id: SavedSearchId;
	readonly person: PersonId;
	readonly name: string;
	/** As it stands in the address of the partner search. */
	readonly query: string;
	readonly savedAt: Date;
	readonly toldUpTo: Date;
	/** Its owner wants to hear nothing of it just now. */
	readonly stopped: boolean;
};

export const longestName = 80;
export const mostSearches = 20;

/** What is new is looked for once in so many hours at most. */
export const lookEvery = 20;
