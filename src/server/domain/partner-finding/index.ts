/** Partner finding: teachers and posts that fit, and the posts themselves. */

// use cases
export { closePost, renewPost, writePost, type PostRefusal, type WritePost } from './write-post.ts';
export { answerPost } from './answer-post.ts';
export { postBehind, renewByLink } from './remind-authors.ts';
export {
	changeAlerts,
	dropSearch,
	ownSearches,
	saveSearch,
	searchBehind,
	stopByLink,
} from './saved-searches/save-search.ts';
export { answerColleague, linkDeskFor, makeLink, withdrawLink } from './link-invitations/make-link.ts';
export { answerLink, linkBehind } from './link-invitations/answer-link.ts';
export {
	addClassCard,
	changeClassCard,
	dropClassCard,
	ownClassCard,
	ownClassCards,
} from './class-cards/change-class-cards.ts';
export {
	putSuggestionAway,
	suggestPartners,
	takeSuggestionsBack,
	type Suggestion,
} from './suggestions/suggest-partners.ts';
export { rebuildEntries, refreshPeople } from './keep-entries.ts';

// reads
export { placesFound, type PlacesFound } from './places-found.ts';
export { searchPartners } from './search-partners.ts';
export { ownPosts, postFor, type PostPage } from './read-posts.ts';
export { addressOf, queryOf } from './query.ts';

// forms
export { classCardForm, closePostForm, renewPostForm, writePostForm } from './forms.ts';

// types
export { hoursOf } from './class-cards/class-time.ts';
export { holidays, longestCard, months, schoolWeekdays, type ClassCard } from './class-cards/class-card.ts';
export type { Reason } from './suggestions/reasons.ts';
export { linkRuns } from './link-invitations/link-invitation.ts';
export { longestName } from './saved-searches/saved-search.ts';
export {
	activeDays,
	ageBandNames,
	groups,
	kinds,
	townValue,
	type Chosen,
	type Counts,
	type Group,
	type Kind,
} from './groups.ts';
export type { PartnerQuery } from './query.ts';
export type { PartnerHit, PartnerPage } from './partner-search.ts';
export {
	longestPost,
	postKinds,
	postRuns,
	usualRun,
	type Post,
	type PostId,
	type PostState,
} from './post.ts';
