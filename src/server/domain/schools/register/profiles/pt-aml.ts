/** Portugal: schools of the region of Lisbon, as its transport authority lists them. */
import type { Profile } from '../profile.ts';

export const ptAml: Profile = {
	name: 'pt-aml',
	title: 'Escolas da área metropolitana de Lisboa',
	source: { publisher: 'Transportes Metropolitanos de Lisboa', licence: 'ODbL 1.0' },
	country: 'PT',
	format: { kind: 'csv' },
	id: { scheme: 'pt-aml', code: '{id}' },
	take: {
		name: '{name}',
		town: '{locality ?? municipality_name}',
		region: '{municipality_name}',
		address: '{address}',
		postcode: '{postal_code}',
		website: '{url}',
		mailbox: '{email}',
	},
	kinds: {
		marks: {
			pre_school: ['early-childhood'],
			basic_1: ['primary'],
			basic_2: ['primary', 'lower-secondary'],
			basic_3: ['lower-secondary'],
			high_school: ['upper-secondary'],
			professional: ['vocational'],
			special: [],
			artistic: [],
		},
		others: ['university', 'other'],
		mark: '1',
	},
	// for schools that nobody has looked at the register says nothing
	states: { column: '{is_active}', states: { '1': 'open', '0': 'closed', '': 'open' } },
	place: { longitude: '{lon}', latitude: '{lat}' },
	language: 'pt',
	naming: ['pt'],
};
