/** The message files on disk: `messages/<locale>/<part>.json`, one flat object of key and ICU text each. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultLocale, fallbackOf, pseudoLocale, type Locale } from '#shared/locales';

export type Catalogue = Readonly<Record<string, string>>;

/** The folder of the checkout, from which message files are found. */
export function rootFolder(): string {
	return process.env['OPENTWINNING_ROOT'] ?? process.cwd();
}

/** The build's list of the hashed files of texts, inside the folder of what browsers may fetch. */
export const messageFilesList = '_app/messages.json';

/** The address of the file of texts that a live page of this language loads; nothing before a build. */
export function messageFileAddress(locale: Locale): string | undefined {
	builtFiles ??= readBuiltFiles();
	const file = builtFiles[locale];
	return file === undefined ? undefined : `/${file}`;
}

let builtFiles: Readonly<Record<string, string>> | undefined;

function readBuiltFiles(): Readonly<Record<string, string>> {
	const json = textIfThere(join(rootFolder(), 'build/client', messageFilesList));
	return json === undefined ? {} : (JSON.parse(json) as Record<string, string>);
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
	const json = textIfThere(join(root, 'messages', source, `${part}.json`));
	return json === undefined ? {} : (JSON.parse(json) as Catalogue);
}

/** The messages of a part in one language, with gaps filled from the languages that stand in for it. */
export function completeCatalogue(locale: Locale, part: string, root = rootFolder()): Catalogue {
	const chain = [...fallbackOf(locale)].reverse();
	return Object.assign({}, ...[...chain, locale].map((each) => readCatalogue(each, part, root)));
}

function textIfThere(path: string): string | undefined {
	try {
		return readFileSync(path, 'utf8');
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
		throw error;
	}
}
