/** The small named Europe in which every test and the demo play: who is who, under ids that never change. */

const id = (number: number) => `00000000-0000-7000-8000-${number.toString().padStart(12, '0')}`;

/** Schools, each in a town with a support organisation. */
export const schools = {
	ribeira: { id: id(101), country: 'PT', name: 'Escola Básica da Ribeira', town: 'Porto', region: 'Norte', levels: ['primary'], language: 'pt' },
	skovbakke: { id: id(102), country: 'DK', name: 'Skovbakkeskolen', town: 'Aarhus', region: 'Midtjylland', levels: ['primary', 'lower-secondary'], language: 'da' },
	jeanMoulin: { id: id(103), country: 'FR', name: 'Collège Jean-Moulin', town: 'Lyon', region: 'Auvergne-Rhône-Alpes', levels: ['lower-secondary'], language: 'fr' },
	ibnKhaldoun: { id: id(104), country: 'TN', name: 'École préparatoire Ibn Khaldoun', town: 'Tunis', region: 'Tunis', levels: ['lower-secondary'], language: 'ar' },
	aurora: { id: id(105), country: 'IT', name: 'Istituto Comprensivo Aurora', town: 'Bologna', region: 'Emilia-Romagna', levels: ['primary', 'lower-secondary'], language: 'it' },
	knossos: { id: id(106), country: 'GR', name: '3ο Γυμνάσιο Ηρακλείου', town: 'Ηράκλειο', region: 'Κρήτη', levels: ['lower-secondary'], language: 'el' },
	lindenhof: { id: id(107), country: 'AT', name: 'Volksschule Lindenhof', town: 'Graz', region: 'Steiermark', levels: ['primary'], language: 'de' },
	tartu: { id: id(108), country: 'EE', name: 'Tartu Kaseoja Kool', town: 'Tartu', region: 'Tartumaa', levels: ['primary', 'lower-secondary'], language: 'et' },
} as const;

/** Adults. `school` with `validated` makes a teacher; without it, a member whose place is not decided. */
export const people = {
	ines: { id: id(201), name: 'Inês Carvalho', country: 'PT', locale: 'en', school: 'ribeira', validated: true, subjects: ['biology', 'geography'], languages: { pt: 'native', en: 'B2', fr: 'B1' }, ages: [8, 10], about: 'My class measures the river Douro every week and would like to compare it with another river.' },
	tiago: { id: id(202), name: 'Tiago Nunes', country: 'PT', locale: 'en', school: 'ribeira', validated: true, subjects: ['music'], languages: { pt: 'native', en: 'B1' }, ages: [6, 9], about: 'Choir and percussion with small children.' },
	freja: { id: id(203), name: 'Freja Holm', country: 'DK', locale: 'da', school: 'skovbakke', validated: true, subjects: ['biology', 'foreign-languages'], languages: { da: 'native', en: 'C1', de: 'B1' }, ages: [9, 12], about: 'Vi arbejder udendørs, også om vinteren.' },
	amelie: { id: id(204), name: 'Amélie Laurent', country: 'FR', locale: 'fr', school: 'jeanMoulin', validated: true, subjects: ['foreign-languages', 'history'], languages: { fr: 'native', en: 'B2', es: 'B1' }, ages: [12, 14], about: 'Correspondance, théâtre et récits de vie avec des collégiens.' },
	yasmine: { id: id(205), name: 'ياسمين بن صالح', country: 'TN', locale: 'ar', school: 'ibnKhaldoun', validated: true, subjects: ['geography', 'foreign-languages'], languages: { ar: 'native', fr: 'C1', en: 'B1' }, ages: [12, 15], about: 'أدرّس الجغرافيا وأحبّ أن يتعرّف تلاميذي على بحر واحد وضفاف كثيرة.' },
	marco: { id: id(206), name: 'Marco Bianchi', country: 'IT', locale: 'en', school: 'aurora', validated: false, subjects: ['mathematics'], languages: { it: 'native', en: 'B1' }, ages: [10, 13], about: '' },
	eleni: { id: id(207), name: 'Ελένη Παπαδάκη', country: 'GR', locale: 'en', school: 'knossos', validated: true, subjects: ['history', 'art'], languages: { el: 'native', en: 'C1' }, ages: [12, 15], about: 'Museum visits and drawing what we saw.' },
	lukas: { id: id(208), name: 'Lukas Gruber', country: 'AT', locale: 'en', school: 'lindenhof', validated: true, subjects: ['mathematics', 'physical-education'], languages: { de: 'native', en: 'B2' }, ages: [7, 10], about: 'Numbers outdoors: we count, weigh and map our valley.' },
	liis: { id: id(209), name: 'Liis Tamm', country: 'EE', locale: 'en', school: 'tartu', validated: true, subjects: ['informatics', 'biology'], languages: { et: 'native', en: 'C1', fi: 'B1' }, ages: [9, 13], about: 'Small robots, big forest.' },
	rui: { id: id(221), name: 'Rui Teixeira', country: 'PT', locale: 'en', office: 'PT' },
	mette: { id: id(222), name: 'Mette Skov', country: 'DK', locale: 'da', office: 'DK' },
	claire: { id: id(223), name: 'Claire Dubois', country: 'FR', locale: 'fr', office: 'FR' },
	sonia: { id: id(224), name: 'سنية الطرابلسي', country: 'TN', locale: 'ar', office: 'TN' },
	anna: { id: id(225), name: 'Anna Keller', country: 'BE', locale: 'en', office: 'central' },
} as const;

export type SchoolName = keyof typeof schools;
export type PersonName = keyof typeof people;

/** The office each officer holds, by the officer's name. */
export const offices = {
	rui: id(301),
	mette: id(302),
	claire: id(303),
	sonia: id(304),
	anna: id(305),
} as const;

/** Affiliations of those who have a school, by person. */
export const affiliations = Object.fromEntries(
	Object.keys(people).map((name, index) => [name, id(401 + index)]),
) as Readonly<Record<PersonName, string>>;
