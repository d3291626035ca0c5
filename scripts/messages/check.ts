/** Holds the message files to their promises: complete in every language, used, well-formed, without markup. */
import { messageParts, readCatalogue, type Catalogue } from '#platform/catalogues';
import { parseMessage } from '#platform/message-parser';
import { formattingTag, locales, type Locale } from '#shared/locales';
import { pound, type Message } from '#shared/message-format';
import { argumentsOf, piecesIn } from './arguments.ts';
import { staleModules } from './generate.ts';
import { sourceFiles } from './sources.ts';
import { dynamicCalls, emptyUsage, isUsed, noteUsage } from './usage.ts';
import { avoidedWords } from './words.ts';

/** Everything that is wrong with the messages, one sentence per finding. */
export function findings(root: string): string[] {
	const parts = messageParts(root);
	return [
		...staleModules(root).map(({ file }) => `${file} is not current: run node scripts/messages.ts`),
		...parts.flatMap((part) => partFindings(part, root)),
		...foreignParts(parts, root),
		...usageFindings(parts, root),
	];
}

function partFindings(part: string, root: string): string[] {
	const english = readCatalogue('en', part, root);
	return locales.flatMap((locale) => {
		const texts = readCatalogue(locale, part, root);
		const file = `messages/${locale}/${part}.json`;
		return [
			...Object.keys(english)
				.filter((key) => !(key in texts))
				.map((key) => `${file}: ${key} is missing`),
			...Object.entries(texts).flatMap(([key, text]) =>
				textFindings({ part, locale, key, text, english }).map((finding) => `${file}: ${key} ${finding}`),
			),
		];
	});
}

type Text = {
	readonly part: string;
	readonly locale: Locale;
	readonly key: string;
	readonly text: string;
	readonly english: Catalogue;
};

/** What is wrong with one text of one language. */
export function textFindings({ part, locale, key, text, english }: Text): string[] {
	const source = english[key];
	if (source === undefined) return ['is not an English message'];
	const found: string[] = [];
	if (!key.startsWith(`${part}.`)) found.push(`does not begin with ${part}.`);
	if (/<\/?[a-z]/i.test(text)) found.push('holds markup');
	if (text.trim() !== text || text === '') found.push('is empty or has space at an end');
	if (/'/.test(text)) found.push("has a straight ' (a trap in ICU texts): write ’");
	found.push(...avoidedWords(text, locale));
	try {
		const message = parseMessage(text);
		found.push(...pluralFindings(message, locale), ...argumentFindings(message, source));
	} catch (error) {
		found.push(`cannot be read: ${error instanceof Error ? error.message : String(error)}`);
	}
	return found;
}

function pluralFindings(message: Message, locale: Locale): string[] {
	const found: string[] = [];
	for (const piece of piecesIn(message)) {
		if (typeof piece === 'string' || piece === pound) continue;
		if (piece[1] !== 'cardinal' && piece[1] !== 'ordinal') continue;
		const rules = new Intl.PluralRules(formattingTag(locale), { type: piece[1] });
		const wanted = rules.resolvedOptions().pluralCategories;
		const missing = wanted.filter((category) => !(category in piece[2]));
		if (missing.length > 0) found.push(`lacks the plural ${missing.join(', ')} of {${piece[0]}}`);
	}
	return found;
}

function argumentFindings(message: Message, source: string): string[] {
	const here = [...argumentsOf(message).keys()].sort().join(', ');
	const there = [...argumentsOf(parseMessage(source)).keys()].sort().join(', ');
	return here === there ? [] : [`takes {${here}} where English takes {${there}}`];
}

/** Files of other languages without an English one. */
function foreignParts(parts: readonly string[], root: string): string[] {
	return locales.flatMap((locale) =>
		messageParts(root, locale)
			.filter((part) => !parts.includes(part))
			.map((part) => `messages/${locale}/${part}.json has no English file`),
	);
}

function usageFindings(parts: readonly string[], root: string): string[] {
	const usage = emptyUsage();
	const found: string[] = [];
	for (const { path, code } of sourceFiles(root)) {
		noteUsage(usage, code);
		for (const call of dynamicCalls(code)) found.push(`${path}: ${call} … has no literal key`);
	}
	for (const part of parts) {
		for (const key of Object.keys(readCatalogue('en', part, root))) {
			if (!isUsed(usage, key)) found.push(`messages/en/${part}.json: ${key} is used nowhere`);
		}
	}
	return found;
}
