/** Sweden: schools with a ninth year in the region of Stockholm, as a map of the school agency's figures lists them. */
import type { Profile } from '../profile.ts';

export const seStockholm: Profile = {
	name: 'se-stockholm',
	title: 'Grundskolor i Stockholms län',
	source: { publisher: 'Skolverket' },
	country: 'SE',
	format: { kind: 'json', list: 'schools' },
	id: { scheme: 'se-skolenhet', code: '{schoolUnitCode}', pattern: '^[0-9]{8}$' },
	take: { name: '{name}', town: '{municipality}', region: '{region}' },
	kinds: {
		column: '{typeOfSchool}',
		levels: {
			Grundskolan: ['primary', 'lower-secondary'],
			Gymnasieskolan: ['upper-secondary'],
			Förskoleklass: ['early-childhood'],
		},
	},
	place: { longitude: '{lng}', latitude: '{lat}' },
	language: 'sv',
};
