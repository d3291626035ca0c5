/** Which passwords are refused: too short, too long, leaked, or guessed by anyone who knows the person or the habits of people. */
import { isBreached, withoutBreached } from './breached-passwords.ts';
import { commonWords } from './common-words.ts';

export const passwordLengths = { least: 12, most: 128 } as const;

export type PasswordWeakness =
	'password-too-short' | 'password-too-long' | 'password-common' | 'password-about-you';

/** What a password must not be made of: name, address and the platform's own words. */
export type PasswordOwner = { readonly name: string; readonly email: string };

/**
 * A guesser tries words, years, runs and leaked passwords first; what is left when those count as a sign or two must
 * still be long.
 */
const leastSigns = 7;

/** Why this password is refused, or undefined. Works without asking anybody: no password leaves the machine. */
export function weaknessOf(password: string, owner: PasswordOwner): PasswordWeakness | undefined {
	const length = [...password].length;
	if (length < passwordLengths.least) return 'password-too-short';
	if (password.length > passwordLengths.most) return 'password-too-long';
	const plain = folded(password);
	if (isBreached(password) || isBreached(plain)) return 'password-common';
	const readings = [plain, password.toLowerCase()];
	if (signsLeft(readings, commonWords) < leastSigns) return 'password-common';
	if (signsLeft(readings, [...commonWords, ...wordsAbout(owner)]) < leastSigns) return 'password-about-you';
	return undefined;
}

/** Small letters without accents, and the usual figures for letters read as letters where letters stand beside them. */
function folded(password: string): string {
	const small = password.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
	const readings: Readonly<Record<string, string>> = {
		'@': 'a',
		'4': 'a',
		'3': 'e',
		'1': 'i',
		'0': 'o',
		$: 's',
		'5': 's',
		'7': 't',
	};
	return small.replaceAll(/(?<=[a-z])[@431$057](?=[a-z])/g, (sign) => readings[sign] ?? sign);
}

function wordsAbout({ name, email }: PasswordOwner): string[] {
	const texts = [...name.split(/\s+/), ...email.split(/[@.+_-]/)];
	return texts.map((text) => folded(text)).filter((text) => text.length >= 3);
}

/** Of all ways to read it the one that is guessed first. */
function signsLeft(readings: readonly string[], words: readonly string[]): number {
	const longestFirst = [...words].sort((one, other) => other.length - one.length);
	const rests = readings.flatMap((text) => [
		withoutBreached(withoutWords(text, longestFirst)),
		withoutWords(withoutBreached(text), longestFirst),
	]);
	return Math.min(...rests.map((rest) => [...withoutRuns(withoutRepetition(rest))].length));
}

function withoutWords(text: string, words: readonly string[]): string {
	const rest = words.reduce((left, word) => left.replaceAll(word, '\u0001'), text);
	return rest.replaceAll(/(19|20)\d\d/g, '\u0001');
}

/** `xyzxyzxyz` is `xyz` once. */
function withoutRepetition(text: string): string {
	return text.replaceAll(/(.{1,8}?)\1+/gsu, '$1');
}

const rows = [
	'qwertyuiop',
	'asdfghjkl',
	'zxcvbnm',
	'azertyuiop',
	'qsdfghjklm',
	'wxcvbn',
	'qwertzuiop',
	'1234567890',
];

/** Neighbours in the alphabet, among the figures or on a keyboard, three or more, count as one sign. */
function withoutRuns(text: string): string {
	const signs = [...text];
	const kept: string[] = [];
	for (let at = 0; at < signs.length;) {
		let end = at;
		while (end + 1 < signs.length && areNeighbours(signs[end], signs[end + 1])) end++;
		kept.push(signs[at] ?? '');
		at = end - at >= 2 ? end + 1 : at + 1;
	}
	return kept.join('');
}

function areNeighbours(one = '', other = ''): boolean {
	if (one === other) return true;
	if (/[\p{L}\d]/u.test(one) && Math.abs((one.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0)) === 1)
		return true;
	return rows.some((row) => row.includes(one + other) || row.includes(other + one));
}
