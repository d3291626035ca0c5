/** The index in memory of the partner search: from which rows it is made, and how it follows them. */
import type { IndexSource } from '#platform/search-index/index-source';
import {
	allDocuments,
	changesSince,
	documentsOf,
	hasEntries,
	knownNow,
	numbersOfEntries,
} from './indexed-entries.sql.ts';

export const partnerIndex: IndexSource = {
	name: 'partners',
	numbers: numbersOfEntries,
	channel: 'search_change',
	worthwhileFrom: 20_000,
	hasAtLeast: hasEntries,
	all: allDocuments,
	of: documentsOf,
	now: knownNow,
	changesSince,
};
