/** Brings message files into one shape: keys in order, typographic apostrophes. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { locales } from '#shared/locales';

/** Rewrites the files that are not in shape; returns which. */
export function tidy(root: string): string[] {
	const files = locales.flatMap((locale) =>
		readdirSync(join(root, 'messages', locale)).map((name) => `messages/${locale}/${name}`),
	);
	return files.filter((file) => {
		const before = readFileSync(join(root, file), 'utf8');
		const after = tidied(before);
		if (after !== before) writeFileSync(join(root, file), after);
		return after !== before;
	});
}

/** One file's text in shape. A straight apostrophe would quote a brace that follows it. */
export function tidied(json: string): string {
	const entries = Object.entries(JSON.parse(json) as Record<string, string>)
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([key, text]) => [key, text.replaceAll("'", '’')]);
	return `${JSON.stringify(Object.fromEntries(entries), null, '\t')}\n`;
}
