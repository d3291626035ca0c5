/** France: an extract of the directory of schools, by their UAI codes. */
import type { Profile } from '../profile.ts';

export const frColleges: Profile = {
	name: 'fr-colleges',
	title: 'Annuaire de l’éducation : collèges',
	source: { publisher: 'Ministère de l’Éducation nationale' },
	country: 'FR',
	format: { kind: 'csv' },
	id: { scheme: 'fr-uai', code: '{Code UAI}', pattern: '^[0-9]{7}[A-Z]$' },
	take: {
		name: '{ETABLISSEMENT}',
		display: 'Collège {ETABLISSEMENT}',
		town: '{Commune}',
		region: '{Département}',
		postcode: '{zipcode}',
	},
	kinds: { all: ['lower-secondary'] },
	place: { geoJson: '{coordinates}' },
	regions: { 'Nord (département français)|Nord': 'Nord' },
	language: 'fr',
	naming: ['fr'],
};
