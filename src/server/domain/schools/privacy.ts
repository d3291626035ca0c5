/** Which columns of schools are personal: only who added a school, or told what is wrong with one. Registers bring no person's name, and no mail address but the school's own. */
import type { PrivacyManifest } from '#platform/part';
import {
	additionsOf,
	forgetWhoAdded,
	handAdditionsOver,
	takeAdditionsBack,
	type AdditionJournal,
} from './additions.sql.ts';
import { forgetWhoHinted, handHintsOver, hintsOf, takeHintsBack } from './hints/hints.sql.ts';

type Journal = AdditionJournal & { readonly hints: readonly string[] };

const account = { class: 'personal', kept: 'account' } as const;
const own = { class: 'personal', kept: 'account', person: true } as const;

export const privacy: PrivacyManifest = {
	columns: {
		'schools.school': {
			id: 'none',
			country: 'none',
			original_name: 'none',
			name: 'none',
			town: 'none',
			region: 'none',
			address: 'none',
			postcode: 'none',
			website: 'none',
			// of the school: those of persons and at providers of private mail are never taken
			mailbox: 'none',
			levels: 'none',
			language: 'none',
			longitude: 'none',
			latitude: 'none',
			made_at: 'none',
			kind: 'none',
			folded: 'none',
			words: 'none',
		},
		'schools.word': { country: 'none', word: 'none', schools: 'none' },
		'schools.register_key': {
			country: 'none',
			scheme: 'none',
			code: 'none',
			branch: 'none',
			school_id: 'none',
			parent_code: 'none',
			withdrawn_at: 'none',
		},
		'schools.addition': {
			school_id: 'none',
			added_by: own,
			added_at: account,
		},
		'schools.confirmation': { school_id: 'none', case_id: 'none', confirmed_at: 'none' },
		'schools.state_change': {
			school_id: 'none',
			state: 'none',
			noted_at: 'none',
			since: 'none',
			import_id: 'none',
			office_id: 'none',
		},
		'schools.hint': {
			id: 'none',
			school_id: 'none',
			told_by: own,
			told_at: account,
			kind: 'none',
			proposed: account,
			words: account,
			words_locale: 'none',
		},
		'schools.double': {
			id: 'none',
			school_id: 'none',
			into_id: 'none',
			joined_at: 'none',
			office_id: 'none',
			// which rows of the parts were moved; what is personal about them stands in those rows
			journal: 'none',
			undone_at: 'none',
			undone_office_id: 'none',
		},
		'schools.merger': { school_id: 'none', into_id: 'none', merged_at: 'none', office_id: 'none' },
	},
	exportFor: async (ctx, person) => ({
		added: await additionsOf(ctx, person),
		hints: await hintsOf(ctx, person),
	}),
	erase: async (ctx, person) => {
		await forgetWhoAdded(ctx, person);
		await forgetWhoHinted(ctx, person);
	},
	unite: async (ctx, from, into): Promise<Journal> => ({
		...(await handAdditionsOver(ctx, from, into)),
		hints: await handHintsOver(ctx, from, into),
	}),
	separate: async (ctx, journal: Journal) => {
		await takeAdditionsBack(ctx, journal);
		await takeHintsBack(ctx, journal.from, journal.hints);
	},
};
