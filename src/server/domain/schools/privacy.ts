/** Which columns of schools are personal: only who added a school. Registers bring no person's name and no mail address. */
import type { PrivacyManifest } from '#platform/part';
import { additionsOf, forgetWhoAdded, handAdditionsOver, takeAdditionsBack } from './additions.sql.ts';

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
			levels: 'none',
			language: 'none',
			longitude: 'none',
			latitude: 'none',
			made_at: 'none',
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
			added_at: { class: 'personal', kept: 'account' },
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
		'schools.merger': { school_id: 'none', into_id: 'none', merged_at: 'none', office_id: 'none' },
	},
	exportFor: (ctx, person) => additionsOf(ctx, person),
	erase: (ctx, person) => forgetWhoAdded(ctx, person),
	unite: (ctx, from, into) => handAdditionsOver(ctx, from, into),
	separate: (ctx, journal) => takeAdditionsBack(ctx, journal),
};
