/** The Netherlands: the register of primary, secondary and special schools, with their places on the map. */
import type { SchoolLevel } from '#shared/vocabulary';
import type { Profile } from '../import/profile.ts';

const secondary: SchoolLevel[] = ['lower-secondary', 'upper-secondary'];
const prevocational: SchoolLevel[] = ['lower-secondary', 'vocational'];
const broad: SchoolLevel[] = ['lower-secondary', 'upper-secondary', 'vocational'];

export const nlDuo: Profile = {
	name: 'nl-duo',
	country: 'NL',
	format: { kind: 'zipped-geojson', entry: 'scholen.geo.json' },
	nullTokens: [],
	id: { scheme: 'nl-duo', code: '{vestigingscode}' },
	take: {
		name: '{naam}',
		town: '{plaats}',
		region: '{provincie}',
		address: '{straat} {huisnummer}{huisletter} {huisnummertoevoeging}',
		postcode: '{postcode}',
		website: '{internetadres}',
	},
	kinds: {
		column: 'type',
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
	takesPlace: true,
};
