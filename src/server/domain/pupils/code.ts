/** The code on a pupil's card: how it is made, read aloud, typed and kept. Pure but for the randomness. */
import { keyedHash, randomSymbols, symbolsOf } from '#platform/ids';

const symbols = 12;

/** A new code: twelve symbols of an alphabet of 32 without look-alikes, 60 bits. */
export function newCode(): string {
	return randomSymbols(symbols).toUpperCase();
}

/** In three groups, as it is printed: `7K3M-9QXA-2BTR`. */
export function inGroups(code: string): string {
	return code.replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * What a child typed, as the code it means: any case, with or without groups, on a keyboard of any of our scripts,
 * the look-alikes that the alphabet leaves out read as what they look like, and a whole address as its end.
 * Undefined when it cannot be a code.
 */
export function codeTyped(text: string): string | undefined {
	const signs =
		(text.split('#').at(-1) ?? '')
			.normalize('NFKD')
			.toUpperCase()
			.match(/[\p{L}\p{N}]/gu) ?? [];
	const code = signs.map((sign) => meant.get(sign) ?? sign).join('');
	return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(code) ? code : undefined;
}

/** Signs that look like one of the alphabet, above what they are read as. */
const lookAlikes = [
	['OILU', '011V'],
	['АВЕЅЗІЈКМНОРСТУХ', 'ABES31JKMH0PCTYX'],
	['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZH1KMN0PTYX'],
	['٠١٢٣٤٥٦٧٨٩', '0123456789'],
	['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
] as const;
const meant = new Map(
	lookAlikes.flatMap(([typed, read]) => [...typed].map((sign, place) => [sign, read[place]] as const)),
);

/** What is kept of a code: worthless without the installation's secret. */
export function hashOfCode(secret: string, code: string): Buffer {
	return keyedHash(secret, `pupil-card:${code}`);
}

/** What is kept of the code of a class's door. */
export function hashOfDoorCode(secret: string, code: string): Buffer {
	return keyedHash(secret, `class-door:${code}`);
}

/** The code of a door follows from its id: whoever reads the database alone learns none. */
export function codeOfDoor(secret: string, door: string): string {
	const bytes = keyedHash(secret, `class-door-code:${door}`).subarray(0, symbols);
	return symbolsOf(bytes).toUpperCase();
}
