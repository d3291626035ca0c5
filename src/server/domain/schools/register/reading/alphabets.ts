/** Letters beyond a to z that languages write, small: by these a file without a mark tells its encoding. */

const latin: Readonly<Record<string, string>> = {
	az: 'çəğıİöşü',
	bs: 'čćđšž',
	ca: 'àçèéíïòóúü·',
	cs: 'áčďéěíňóřšťúůýž',
	da: 'æøåéü',
	de: 'äöüßé',
	en: 'éàêç',
	es: 'áéíñóúü¿¡ºª',
	et: 'äõöüšž',
	eu: 'ñçü',
	fi: 'äöåšž',
	fr: 'àâæçèéêëîïôùûüÿœ°',
	ga: 'áéíóú',
	gl: 'áéíñóúü',
	hr: 'čćđšž',
	hu: 'áéíóöőúüű',
	is: 'áæðéíóöúýþ',
	it: 'àèéìîòù°',
	lb: 'äëéöü',
	lt: 'ąčęėįšųūž',
	lv: 'āčēģīķļņšūž',
	mt: 'àċġħżèìòù',
	nb: 'æøåéèòô',
	nl: 'àáäçèéëïíóöôüúĳ',
	nn: 'æøåéèòô',
	pl: 'ąćęłńóśźż',
	pt: 'àáâãçéêíóôõúºª',
	ro: 'âăîșțşţ',
	sk: 'áäčďéíĺľňóôŕšťúýž',
	sl: 'čšžćđ',
	sq: 'çë',
	sv: 'åäöéüà',
	tr: 'çğıİöşüâîû',
};

const other: Readonly<Record<string, string>> = {
	ar: 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي',
	be: 'абвгдеёжзійклмнопрстуўфхцчшыьэюя',
	bg: 'абвгдежзийклмнопрстуфхцчшщъьюя',
	el: 'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ',
	mk: 'абвгдѓежзѕијклљмнњопрстќуфхцчџш',
	ru: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
	sr: 'абвгдђежзијклљмнњопрстћуфхцчџшčćđšž',
	uk: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
};

/** Encodings a table may be in, beside those that tell themselves: by the script and corner of the language. */
const encodings: Readonly<Record<string, readonly string[]>> = {
	ar: ['windows-1256', 'iso-8859-6'],
	az: ['windows-1254'],
	be: ['windows-1251', 'koi8-r'],
	bg: ['windows-1251', 'iso-8859-5'],
	bs: ['windows-1250', 'iso-8859-2'],
	cs: ['windows-1250', 'iso-8859-2'],
	el: ['windows-1253', 'iso-8859-7'],
	et: ['windows-1257', 'iso-8859-13', 'windows-1252'],
	hr: ['windows-1250', 'iso-8859-2'],
	hu: ['windows-1250', 'iso-8859-2'],
	lt: ['windows-1257', 'iso-8859-13'],
	lv: ['windows-1257', 'iso-8859-13'],
	mk: ['windows-1251', 'iso-8859-5'],
	mt: ['iso-8859-3'],
	pl: ['windows-1250', 'iso-8859-2'],
	ro: ['windows-1250', 'iso-8859-2', 'iso-8859-16'],
	ru: ['windows-1251', 'koi8-r'],
	sk: ['windows-1250', 'iso-8859-2'],
	sl: ['windows-1250', 'iso-8859-2'],
	sq: ['windows-1252', 'windows-1250'],
	sr: ['windows-1251', 'windows-1250', 'iso-8859-2'],
	tr: ['windows-1254', 'iso-8859-9'],
	uk: ['windows-1251', 'koi8-u'],
};
const western = ['windows-1252', 'iso-8859-15', 'macintosh'] as const;

/** The letters of some languages, small and capital. */
export function lettersOf(languages: readonly string[]): ReadonlySet<string> {
	const small = languages.map((language) => latin[language] ?? other[language] ?? '').join('');
	return new Set([...small, ...small.toUpperCase()]);
}

/** The encodings to think of for some languages, the likeliest first. */
export function encodingsOf(languages: readonly string[]): string[] {
	return [...new Set(languages.flatMap((language) => encodings[language] ?? western))];
}

/** Every encoding that a person may choose. */
export const knownEncodings: readonly string[] = [
	'utf-8',
	'utf-16le',
	'utf-16be',
	...western,
	...new Set(Object.values(encodings).flat()),
].filter((name, place, all) => all.indexOf(name) === place);
