/** Brings message files into one shape: keys in order, each language's own apostrophes and spaces. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { locales, type Locale } from '#shared/locales';

/** Rewrites the files that are not in shape; returns which. */
export function tidy(root: string): string[] {
	return locales.flatMap((locale) =>
		readdirSync(join(root, 'messages', locale))
			.map((name) => `messages/${locale}/${name}`)
			.filter((file) => tidyFile(join(root, file), locale)),
	);
}

function tidyFile(path: string, locale: Locale): boolean {
	const before = readFileSync(path, 'utf8');
	const after = tidied(before, locale);
	if (after !== before) writeFileSync(path, after);
	return after !== before;
}

/** One file's text in shape. */
export function tidied(json: string, locale: Locale): string {
	const entries = Object.entries(JSON.parse(json) as Record<string, string>)
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([key, text]) => [key, typeset(text, locale)]);
	return `${JSON.stringify(Object.fromEntries(entries), null, '\t')}\n`;
}

/** A straight apostrophe would quote a brace that follows it; French keeps its signs with their words. */
function typeset(text: string, locale: Locale): string {
	const curled = text.replaceAll("'", '’');
	if (locale !== 'fr') return curled;
	return curled.replace(/[ \u00a0]([;:?!»])/g, '\u202f$1').replace(/«[ \u00a0]/g, '«\u202f');
}
