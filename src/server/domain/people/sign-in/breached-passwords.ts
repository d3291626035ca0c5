/** Passwords that have leaked so often that every guesser tries them first. The list comes with a package: nobody is asked. */
import { dictionary } from '@zxcvbn-ts/language-common';

const breached: ReadonlySet<string> = new Set(dictionary['passwords-common']);
const longest = Math.max(...[...breached].map((password) => password.length));
/** Shorter ones stand in too many honest words. */
const shortest = 6;
/** What a guesser pays for one of fifty thousand: more than for one letter, less than for three. */
const worth = 2;

/** Leaked as it stands, whatever its capitals. */
export function isBreached(password: string): boolean {
	return breached.has(password.toLowerCase());
}

/** The text with every leaked password in it, the longest first, cut down to what it is worth. */
export function withoutBreached(text: string): string {
	let kept = '';
	for (let at = 0; at < text.length;) {
		const length = breachedLengthAt(text, at);
		kept += text.slice(at, at + Math.min(length, worth));
		at += length;
	}
	return kept;
}

function breachedLengthAt(text: string, at: number): number {
	for (let length = Math.min(longest, text.length - at); length >= shortest; length--) {
		if (breached.has(text.slice(at, at + length))) return length;
	}
	return 1;
}
