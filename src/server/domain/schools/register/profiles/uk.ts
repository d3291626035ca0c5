/** The United Kingdom: the register of England and Wales, and the primary schools of Northern Ireland. */
import type { Profile } from '../profile.ts';

export const ukGias: Profile = {
	name: 'uk-gias',
	title: 'Get Information about Schools',
	source: { publisher: 'Department for Education', licence: 'Open Government Licence 3.0' },
	country: 'GB',
	format: { kind: 'csv' },
	nullTokens: ['Not applicable'],
	id: { scheme: 'uk-urn', code: '{URN}', pattern: '^[0-9]{5,6}$' },
	take: {
		name: '{EstablishmentName}',
		town: '{Town}',
		region: '{LA (name)}',
		address: '{Street}[, {Locality}][, {Address3}]',
		postcode: '{Postcode}',
		website: '{SchoolWebsite}',
	},
	kinds: {
		// the kind of the place together with its phase: academies have one kind and four phases
		column: '{PhaseOfEducation (code)}/{EstablishmentTypeGroup (code)}',
		levels: levelsByPhase(),
		others: ['0/1', '0/2', '6/1', '6/2', '6/8', '0/8', '0/6', '6/6'],
	},
	states: {
		column: '{EstablishmentStatus (code)}',
		states: { '1': 'open', '2': 'closed', '3': 'closing', '4': 'pending' },
		since: { open: '{OpenDate}', closed: '{CloseDate}', closing: '{CloseDate}', pending: '{OpenDate}' },
		days: 'dmy',
	},
	place: { easting: '{Easting}', northing: '{Northing}', system: '27700' },
	language: 'en',
	naming: ['en'],
};

/**
 * Phases: none, nursery, primary, middle deemed primary, secondary, middle deemed secondary, 16 plus, all-through.
 * Groups: 3 independent, 4 maintained, 5 special, 9 other, 10 academies, 11 free schools, 13 children's centres.
 */
function levelsByPhase(): Extract<Profile['kinds'], { column: string }>['levels'] {
	const phases = {
		'0': [],
		'1': ['early-childhood'],
		'2': ['primary'],
		'3': ['primary', 'lower-secondary'],
		'4': ['lower-secondary', 'upper-secondary'],
		'5': ['lower-secondary'],
		'6': ['upper-secondary', 'vocational'],
		'7': ['primary', 'lower-secondary', 'upper-secondary'],
	} as const;
	const groups = ['3', '4', '5', '9', '10', '11'];
	return Object.fromEntries(
		Object.entries(phases).flatMap(([phase, levels]) =>
			groups.map((group) => [`${phase}/${group}`, [...levels]] as const),
		),
	);
}

export const ukNiPrimary: Profile = {
	name: 'uk-ni-primary',
	title: 'Primary schools in Northern Ireland',
	source: { publisher: 'Department of Education, Northern Ireland', licence: 'Open Government Licence 3.0' },
	country: 'GB',
	format: { kind: 'xlsx', sheet: 'reference data', headerRow: 4 },
	nullTokens: ['N/A', '*'],
	id: { scheme: 'uk-ni-de', code: '{DE ref}', pattern: '^[0-9]{7}$' },
	take: {
		name: '{school name}',
		town: '{town}',
		region: '{district council (2014)}',
		address: '{address 1}',
		postcode: '{postcode}',
	},
	kinds: {
		column: '{school type}',
		levels: { Primary: ['primary'], 'Prep Department': ['primary'], Nursery: ['early-childhood'] },
	},
	language: 'en',
	naming: ['en'],
};
