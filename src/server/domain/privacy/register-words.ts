/** The words of the field register, in the language of the reader. */
import { t } from '#messages/register';
import type { KeptTime, Kept, RetentionRule } from '#platform/retention';
import { formatDuration } from '#shared/format';
import type { Locale } from '#shared/locales';

type Translate = (key: string, values?: Readonly<Record<string, string>>) => string;

// parts, tables and columns come from the manifests; the check of the parts sees that each has its words
const text = t as unknown as Translate;

/** What an area is called; the parts nested in another are written with a dash. */
export function partWord(part: string): string {
	return text(`register.part.${part.replaceAll('/', '-')}`);
}

/** A table as the field register calls it. */
export function tableTitle(table: string): string {
	return text(`register.table.${table}.title`);
}

export function tableWords(table: string): { readonly title: string; readonly purpose: string } {
	return { title: tableTitle(table), purpose: text(`register.table.${table}.purpose`) };
}

/** What a field about somebody is called; fields about nobody have their technical name only. */
export function fieldWord(column: string): string {
	return text(`register.field.${column}`);
}

export type KeptWords = {
	readonly word: Kept;
	/** What is kept so long. */
	readonly what: string;
	readonly short: string;
	readonly until: string;
};

/** How long, in a few words and in a sentence. */
export function keptWordsOf(kept: Kept, times: Readonly<Record<RetentionRule, string>>): KeptWords {
	return {
		word: kept,
		what: text(`register.times.${kept}`),
		short: text(`register.kept.${kept}`, times),
		until: text(`register.until.${kept}`, times),
	};
}

/** The times of all rules as people say them. */
export function timesInWords(
	times: Readonly<Record<RetentionRule, KeptTime>>,
	locale: Locale,
): Readonly<Record<RetentionRule, string>> {
	const said = Object.entries(times).map(([rule, { amount, unit }]) => [
		rule,
		formatDuration(amount, unit, locale),
	]);
	return Object.fromEntries(said) as Record<RetentionRule, string>;
}

/** What a rule of how long something is kept is about. */
export function ruleWord(rule: RetentionRule): string {
	return text(`register.rule.${rule}`);
}
