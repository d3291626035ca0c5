/** Latvia: the state's system of information on education, in the three lists it publishes. They share their ids. */
import type { SchoolLevel } from '#shared/vocabulary';
import type { AddressShape, Kinds, Profile } from '../profile.ts';

const address: AddressShape = {
	separator: ', ',
	postcode: 'LV-[0-9]{4}',
	district: ' (NOVADS|PAGASTS|PRIEKŠPILSĒTA|RAJONS)$',
};

const general: SchoolLevel[] = ['primary', 'lower-secondary', 'upper-secondary'];
const basic: SchoolLevel[] = ['primary', 'lower-secondary'];
const vocational: SchoolLevel[] = ['upper-secondary', 'vocational'];

const levels: Readonly<Record<string, readonly SchoolLevel[]>> = {
	'Pirmsskolas izglītības iestāde': ['early-childhood'],
	'Vispārizglītojošā sākumskola': ['primary'],
	'Vispārizglītojošā pamatskola': basic,
	'Vispārizglītojošā vidusskola': general,
	'Vispārizglītojošā vakara (maiņu) vidusskola': ['upper-secondary'],
	'Neklātienes vidusskola': ['upper-secondary'],
	'Valsts ģimnāzija': ['lower-secondary', 'upper-secondary'],
	Ģimnāzija: ['lower-secondary', 'upper-secondary'],
	'Speciālā pamatskola': basic,
	'Speciālā vidusskola': general,
	'Internātskola - attīstības centrs': basic,
	'Sociālās korekcijas iestāde': basic,
	'Profesionālās vidējās izglītības iestāde': vocational,
	'Profesionālās izglītības kompetences centrs': vocational,
	'Profesionālās pamatizglītības iestāde': ['lower-secondary', 'vocational'],
	'Arodizglītības iestāde': vocational,
};

function kinds(column: string): Kinds {
	return {
		column,
		levels,
		// education of adults, hobbies, sports, music and arts beside school, colleges and universities
		others: [
			...['Akadēmija', 'Augstskola', 'Koledža', 'Koledžas filiāle', 'Latvijas augstskolas filiāle'],
			...['Ārvalstu augstskolas filiāle', 'Bērnu un jauniešu interešu izglītības iestāde', 'Deju skola'],
			...['Mākslas skola', 'Mūzikas skola', 'Mūzikas un mākslas skola', 'Sporta skola'],
			...['Pieaugušo neformālās izglītības iestāde', 'Pirmsskolas izglītības konsultatīvais centrs'],
			'Profesionālās tālākizglītības un pilnveides izglītības iestāde',
		],
	};
}

const common = {
	country: 'LV',
	format: { kind: 'csv' },
	addresses: { Adrese: address },
	language: 'lv',
	naming: ['lv'],
} as const satisfies Partial<Profile>;

const take = {
	town: '{Adrese:town}',
	region: '{Adrese:district}',
	address: '{Adrese:street}',
	postcode: '{Adrese:postcode}',
} as const;

const pattern = '^[0-9]{10}$';

/** Everything the state registers, education of adults included. */
export const lvIestades: Profile = {
	...common,
	name: 'lv-iestades',
	title: 'Izglītības iestādes',
	source: { publisher: 'Valsts izglītības informācijas sistēma' },
	id: { scheme: 'lv-viis', code: '{Reģistrācijas numurs}', pattern },
	take: { ...take, name: '{Nosaukums}', mailbox: '{E-pasts}' },
	kinds: kinds('{Tips}'),
	states: { column: '{Likvidēta}', states: { Nē: 'open', Jā: 'closed' } },
};

const ofSchools: Omit<Profile, 'name' | 'title' | 'take'> = {
	...common,
	id: { scheme: 'lv-viis', code: '{Iestādes reģistrācijas Nr.}', pattern },
	kinds: kinds('{Iestādes tips}'),
};

/** Pre-schools alone. */
export const lvPirmsskolas: Profile = {
	...ofSchools,
	name: 'lv-pirmsskolas',
	title: 'Pirmsskolas izglītības iestādes',
	source: { publisher: 'Valsts izglītības informācijas sistēma' },
	take: { ...take, name: '{Iestādes nosaukums}', mailbox: '{E-pasts}' },
};

/** Schools of general education alone. */
export const lvVisparizglitojosas: Profile = {
	...ofSchools,
	name: 'lv-visparizglitojosas',
	title: 'Vispārizglītojošās skolas',
	source: { publisher: 'Valsts izglītības informācijas sistēma' },
	take: { ...take, name: '{Iestādes nosaukums}', mailbox: '{Epasts}' },
};
