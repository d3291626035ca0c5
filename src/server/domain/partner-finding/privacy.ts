/** What is personal in posts and in the lines of the search, and a person's rights over it. */
import type { PrivacyManifest } from '#platform/part';
import { refreshPeople } from './keep-entries.ts';
import { deletePostsOf, givePostsBack, handPostsOver } from './privacy.sql.ts';
import { postsBy } from './posts.sql.ts';
import type { PostJournal } from './privacy.sql.ts';

const person = { class: 'personal', kept: 'partner-post', person: true } as const;
const post = { class: 'personal', kept: 'partner-post' } as const;
const line = { class: 'personal', kept: 'findable' } as const;
const change = { class: 'personal', kept: 'search-change' } as const;
const found = { class: 'personal', kept: 'findable', person: true } as const;

export const privacy: PrivacyManifest = {
	columns: {
		'partner_finding.post': {
			id: 'none',
			person_id: person,
			school_id: post,
			kind: post,
			title: post,
			words: post,
			locale: post,
			languages: post,
			subjects: post,
			ages_from: post,
			ages_to: post,
			countries_wanted: post,
			partners_wanted: post,
			posted_at: post,
			expires_at: post,
		},
		'partner_finding.post_closure': { post_id: 'none', reason: post, closed_at: post },
		'partner_finding.search_entry': {
			kind: 'none',
			thing_id: line,
			owner_id: line,
			person_id: found,
			school_ids: line,
			tags: line,
			ages_from: line,
			ages_to: line,
			active_on: line,
			title: line,
			words: line,
			locale: line,
			expires_at: line,
			title_words: line,
			place_words: line,
			other_words: line,
			fresh: line,
		},
		'partner_finding.search_change': {
			number: 'none',
			owner_id: change,
			transaction_id: 'none',
			noted_at: change,
		},
		'partner_finding.search_horizon': { only_row: 'none', transaction_id: 'none' },
	},
	forgets: { 'forget-ended': ['search-change', 'findable'], 'forget-posts': ['partner-post'] },
	exportFor: (ctx, owner) => postsBy(ctx, owner),
	erase: (ctx, owner) => deletePostsOf(ctx, owner),
	unite: async (ctx, from, into) => {
		const journal = await handPostsOver(ctx, from, into);
		await refreshPeople(ctx, [from, into]);
		return journal;
	},
	separate: async (ctx, journal: PostJournal) => {
		await givePostsBack(ctx, journal);
		await refreshPeople(ctx, [journal.from, journal.into]);
	},
};
