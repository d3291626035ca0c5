/**
 * One way to fold text for finding: what lies in an index and what people type go through this and nothing
 * else, so that accents, capitals, ligatures and punctuation never stand between them. Scripts are kept.
 */

/** Letters that Unicode does not take apart, and what people type in their place. */
const letters: Readonly<Record<string, string>> = {
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	ł: 'l',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ħ: 'h',
	ŧ: 't',
	ŋ: 'n',
	ı: 'i',
	ə: 'e',
	ĸ: 'k',
	// Greek: the sigma at the end of a word
	ς: 'σ',
	// Cyrillic: letters that keyboards of neighbours lack
	ґ: 'г',
	є: 'е',
	ѕ: 'з',
	// Arabic: forms that are written one for the other
	ة: 'ه',
	ى: 'ي',
	ی: 'ي',
	ک: 'ك',
};
const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');
const marks = /[\p{M}\u0640]/gu;
const between = /[^\p{L}\p{N}]+/gu;
const notLatin = /[^a-z0-9 ]/gu;

const latin: Readonly<Record<string, string>> = {
	...pairs('αβγδεζηθικλμνξοπρστυφχψω', 'a v g d e z i th i k l m n x o p r s t y f ch ps o'),
	...pairs(
		'абвгдежзиклмнопрстуфхцчшщъыьэюя',
		'a b v g d e z z i k l m n o p r s t u f h c c s st a y i e ju ja',
	),
	...pairs('ђћјљњџіһңүұөқәғ', 'd c j lj nj dz i h n u u o k e g'),
	...pairs(
		'ابتثجحخدذرزسشصضطظعغفقكلمنهويءپچژگڤ',
		'a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y a p ch zh g v',
	),
	...pairs(
		'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ',
		'a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h',
	),
	...pairs(
		'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ',
		'a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts u p k o f',
	),
	...pairs('אבגדהוזחטיכלמנסעפצקרשתםןךףץ', 'a b g d h v z h t y k l m n s a p ts k r sh t m n k f ts'),
};

function pairs(script: string, latinLetters: string): Record<string, string> {
	const written = latinLetters.split(' ');
	return Object.fromEntries([...script].map((letter, place) => [letter, written[place] ?? '']));
}

/** Arabic and Persian digits, first and last of each row. */
const foreignDigits = /[\u0660-\u0669\u06f0-\u06f9]/gu;

/** Folds a text: lower case, without marks, words parted by one space. Folding twice changes nothing. */
export function fold(text: string): string {
	return text
		.toLowerCase()
		.normalize('NFKD')
		.replace(marks, '')
		.toLowerCase()
		.replace(special, (letter) => letters[letter] ?? letter)
		.replace(foreignDigits, (digit) => String((digit.codePointAt(0) ?? 0) % 16))
		.replace(between, ' ')
		.trim();
}

/**
 * The folded text in plain Latin letters, one for one: what a database can index whatever its locale knows
 * of letters, and what a reader without the right keyboard types. Serbian comes out the same from both its scripts.
 */
export function searchable(text: string): string {
	return fold(text).replace(notLatin, (letter) => latin[letter] ?? `x${letter.codePointAt(0)?.toString(16)}`);
}

/** The words of a text as they lie in an index, each once, in their order. */
export function searchableWords(text: string): string[] {
	const words = searchable(text);
	return words === '' ? [] : [...new Set(words.split(' '))];
}
