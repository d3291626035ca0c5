/** The Netherlands: the register of primary, secondary and special schools, with their places on the map. */
import type { SchoolLevel } from '#shared/vocabulary';
import type { Profile } from '../profile.ts';

const secondary: SchoolLevel[] = ['lower-secondary', 'upper-secondary'];
const prevocational: SchoolLevel[] = ['lower-secondary', 'vocational'];
const broad: SchoolLevel[] = ['lower-secondary', 'upper-secondary', 'vocational'];

export const nlDuo: Profile = {
	name: 'nl-duo',
	title: 'Scholen (DUO)',
	source: { publisher: 'Dienst Uitvoering Onderwijs' },
	country: 'NL',
	format: { kind: 'geojson', entry: 'scholen.geo.json' },
	id: {
		scheme: 'nl-duo',
		code: '{vestigingscode}',
		// the main site of the school whose number all its sites begin with
		parent: '{brin_nummer}00',
		pattern: '^[0-9]{2}[A-Z]{2}[0-9]{2}$',
	},
	take: {
		name: '{naam}',
		town: '{plaats}',
		region: '{provincie}',
		address: '{straat} {huisnummer}{huisletter} {huisnummertoevoeging}',
		postcode: '{postcode}',
		website: '{internetadres}',
	},
	kinds: {
		column: '{type}',
		levels: {
			basisschool: ['primary'],
			SBAO: ['primary'],
			SO: ['primary'],
			'(V)SO': ['primary', 'lower-secondary'],
			VSO: ['lower-secondary', 'upper-secondary'],
			PRO: prevocational,
			BRUGJAAR: ['lower-secondary'],
			VBO: prevocational,
			MAVO: ['lower-secondary'],
			HAVO: secondary,
			VWO: secondary,
			'HAVO/VWO': secondary,
			'MAVO/HAVO': secondary,
			'MAVO/HAVO/VWO': secondary,
			'VBO/PRO': prevocational,
			'VBO/MAVO': prevocational,
			'VBO/MAVO/PRO': prevocational,
			'VBO/HAVO': broad,
			'VBO/HAVO/VWO': broad,
			'VBO/MAVO/HAVO': broad,
			'VBO/MAVO/HAVO/VWO': broad,
			'VBO/MAVO/HAVO/VWO/PRO': broad,
		},
	},
	language: 'nl',
	place: 'feature',
	naming: ['nl'],
};
