/** What is personal in posts and in the lines of the search, and a person's rights over it. */
import type { PrivacyManifest } from '#platform/part';
import { refreshPeople } from './keep-entries.ts';
import { deletePostsOf, givePostsBack, handPostsOver, searchesAndLinksOf } from './privacy.sql.ts';
import { postsBy } from './posts.sql.ts';
import type { PostJournal } from './privacy.sql.ts';

const person = { class: 'personal', kept: 'partner-post', person: true } as const;
const post = { class: 'personal', kept: 'partner-post' } as const;
const line = { class: 'personal', kept: 'findable' } as const;
const change = { class: 'personal', kept: 'search-change' } as const;
const found = { class: 'personal', kept: 'findable', person: true } as const;

const saver = { class: 'personal', kept: 'account', person: true } as const;
const saved = { class: 'personal', kept: 'account' } as const;
const inviting = { class: 'personal', kept: 'link-invitation', person: true } as const;
const invited = { class: 'personal', kept: 'link-invitation' } as const;

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
			pupils: post,
			starts_in: post,
			lasts_months: post,
			posted_at: post,
			expires_at: post,
			reminded_at: post,
		},
		'partner_finding.first_found': { thing_id: line, found_at: line },
		'partner_finding.saved_search': {
			id: 'none',
			person_id: saver,
			name: saved,
			query: saved,
			saved_at: saved,
			told_up_to: saved,
			stopped_at: saved,
		},
		'partner_finding.class_card': {
			id: 'none',
			person_id: saver,
			school_id: saved,
			name: saved,
			ages_from: saved,
			ages_to: saved,
			pupils: saved,
			languages: saved,
			subjects: saved,
			months: saved,
			weekdays: saved,
			away: saved,
			hours_from: saved,
			hours_to: saved,
			wishes: saved,
			locale: saved,
			changed_at: saved,
		},
		'partner_finding.not_for_me': { person_id: saver, thing_id: saved, said_at: saved },
		'partner_finding.link_invitation': {
			id: 'none',
			project_id: invited,
			title: invited,
			address: invited,
			person_id: inviting,
			made_at: invited,
			expires_at: invited,
			withdrawn_at: invited,
		},
		'partner_finding.link_answer': {
			invitation_id: 'none',
			person_id: inviting,
			said_at: invited,
			accepted: invited,
			decided_at: invited,
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
	forgets: {
		'forget-ended': ['search-change', 'findable'],
		'forget-posts': ['partner-post'],
		'forget-links': ['link-invitation'],
	},
	exportFor: async (ctx, owner) => ({
		posts: await postsBy(ctx, owner),
		...(await searchesAndLinksOf(ctx, owner)),
	}),
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
