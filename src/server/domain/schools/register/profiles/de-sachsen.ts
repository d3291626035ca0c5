/** Germany: the schools of Saxony with their buildings; a building in another town is a site of its own. */
import type { Profile } from '../profile.ts';

export const deSachsen: Profile = {
	name: 'de-sachsen',
	title: 'Sächsische Schuldatenbank',
	source: { publisher: 'Sächsisches Staatsministerium für Kultus' },
	country: 'DE',
	format: { kind: 'json', list: '', each: 'buildings' },
	id: {
		scheme: 'de-sachsen',
		code: '{id}',
		branch: '{buildings.community_key}',
		isMainFirst: true,
		pattern: '^[0-9]{1,6}$',
	},
	take: {
		name: '{name}',
		town: '{buildings.community}',
		address: '{buildings.street}',
		postcode: '{buildings.postcode}',
	},
	// the list holds schools alone and does not tell their kinds
	kinds: { all: [] },
	place: { longitude: '{buildings.longitude}', latitude: '{buildings.latitude}' },
	language: 'de',
	naming: ['de'],
};
