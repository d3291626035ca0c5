/** The code on a pupil's card: how it is made, read aloud, typed and kept. Pure but for the randomness. */
import { keyedHash, randomSymbols } from '#platform/ids';

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
 * What a child typed, as the code it means: any case, with or without groups, and the look-alikes that
 * the alphabet leaves out read as what they look like. Undefined when it cannot be a code.
 */
export function codeTyped(text: string): string | undefined {
	const code = text
		.normalize('NFKC')
		.toUpperCase()
		.replaceAll(/[\s\-–—.]/g, '')
		.replaceAll('O', '0')
		.replaceAll(/[IL]/g, '1')
		.replaceAll('U', 'V');
	return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(code) ? code : undefined;
}

/** What is kept of a code: worthless without the installation's secret. */
export function hashOfCode(secret: string, code: string): Buffer {
	return keyedHash(secret, `pupil-card:${code}`);
}
