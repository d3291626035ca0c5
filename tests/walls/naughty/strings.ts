// What people should not be able to do harm with by typing it; see README.md beside this file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');

const list = JSON.parse(read('big-list-of-naughty-strings.json')) as readonly string[];
const vectors = read('html5-security-cheatsheet.txt').split(/(?=<div id="\d+">)/);
/** What neither list has: our own syntax, and what would end a script or a comment of the page. */
const own = [
	'{@html "<img src=x onerror=alert(1)>"}',
	'</script><script>alert(1)</script>',
	'--><img src=x onerror=alert(1)><!--',
	'<svg onload=alert(1)>',
	'{"$ne": null}',
	'__proto__',
	'=cmd|calc!A0',
	'٤٥٦ ‏يمين‎ left',
	'e\u0301 and \u00e9',
];

/** Each once, as it comes back: composed, one kind of line end, no signs that nobody sees, no spaces at its ends. */
export const naughtyStrings: readonly string[] = [
	...new Set([...list, ...vectors, ...own].map(asItComesBack).filter((text) => text !== '')),
];

/** What a field makes of a text that somebody typed. */
export function asItComesBack(text: string): string {
	return text
		.normalize('NFC')
		.replaceAll(/\r\n?/g, '\n')
		.replaceAll(/[^\P{Cc}\n\t]/gu, '')
		.trim();
}
