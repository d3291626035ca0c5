/** The message files on disk: `messages/<locale>/<part>.json`, one flat object of key and ICU text each. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultLocale, fallbackOf, pseudoLocale, type Locale } from '#shared/locales';

export type Catalogue = Readonly<Record<string, string>>;

/** The folder of the checkout, from which message files are found. */
export function rootFolder(): string {
	return process.env['OPENTWINNING_ROOT'] ?? process.cwd();
}

/** The names of all parts that have messages in a language; English has them all. */
export function messageParts(root = rootFolder(), locale: Locale = defaultLocale): string[] {
	return readdirSync(join(root, 'messages', locale))
		.filter((name) => name.endsWith('.json'))
		.map((name) => name.slice(0, -'.json'.length))
		.sort();
}

/** The messages of a part in one language as they are written there; empty where the file is missing. */
export function readCatalogue(locale: Locale, part: string, root = rootFolder()): Catalogue {
	const source = locale === pseudoLocale ? defaultLocale : locale;
	let json: string;
	try {
		json = readFileSync(join(root, 'messages', source, `${part}.json`), 'utf8');
	} catch (error) {
		if (isMissingFile(error)) return {};
		throw error;
	}
	return JSON.parse(json) as Catalogue;
}

/** The messages of a part in one language, with gaps filled from the languages that stand in for it. */
export function completeCatalogue(locale: Locale, part: string, root = rootFolder()): Catalogue {
	const chain = [...fallbackOf(locale)].reverse();
	return Object.assign({}, ...[...chain, locale].map((each) => readCatalogue(each, part, root)));
}

function isMissingFile(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
