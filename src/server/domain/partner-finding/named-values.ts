/** Values that typed words name: "Mathematik" and "matematica" find who teaches it, "Grèce" finds Greece. */
import { t } from '#messages/places';
import { activeCountryCodes, countryLabels } from '#domain/places';
import type { Context } from '#platform/context';
import { inLocale } from '#platform/messages';
import { fits, type Fit, type NamedValue } from '#platform/search-index/document';
import { slipsBetween } from '#platform/search-index/near-words';
import { searchableWords } from '#shared/folding';
import { locales } from '#shared/locales';
import { subjects } from '#shared/vocabulary';

type Named = {
	readonly group: 'subject' | 'country';
	readonly value: string;
	readonly words: readonly string[];
};

/** Shorter words of a longer name ("and", "de") say nothing by themselves. */
const shortestOfMany = 4;
/** A shorter word is not yet the beginning of a name. */
const shortestBeginning = 3;

/** So many words are remembered, with what they name. */
const mostKept = 2000;
const kept = new Map<string, readonly NamedValue[]>();
let known: { readonly countries: string; readonly names: readonly Named[] } | undefined;

/** Word → the values whose name has it, begins with it, or is much like it; the best fit of each. */
export async function namedValues(ctx: Context): Promise<(word: string) => readonly NamedValue[]> {
	const codes = await activeCountryCodes(ctx);
	if (known?.countries !== codes.join()) {
		known = { countries: codes.join(), names: [...subjectNames(), ...(await countryNames(ctx, codes))] };
		kept.clear();
	}
	const { names } = known;
	return (word) => {
		const found = kept.get(word) ?? valuesNamed(word, names);
		if (kept.size >= mostKept) kept.clear();
		kept.set(word, found);
		return found;
	};
}

function valuesNamed(word: string, names: readonly Named[]): NamedValue[] {
	return names.flatMap(({ group, value, words }) => {
		const found = new Set(words.map((name) => fitOf(word, name)));
		const fit = fits.find((each) => found.has(each));
		return fit ? [{ group, value, fit }] : [];
	});
}

function fitOf(word: string, name: string): Fit | undefined {
	if (word === name) return 'whole';
	if (name.startsWith(word)) return word.length >= shortestBeginning ? 'begins' : undefined;
	const slips = slipsBetween(word, name);
	return slips === 1 ? 'oneOff' : slips === 2 ? 'twoOff' : undefined;
}

function subjectNames(): Named[] {
	return subjects.map((value) => ({
		group: 'subject',
		value,
		words: wordsOf(locales.map((locale) => inLocale(locale, () => t(`places.subject.${value}`)))),
	}));
}

async function countryNames(ctx: Context, codes: readonly string[]): Promise<Named[]> {
	const labels = await Promise.all(locales.map((locale) => countryLabels({ ...ctx, locale })));
	return codes.map((value) => ({
		group: 'country',
		value,
		words: wordsOf(labels.map((label) => label(value).name)),
	}));
}

function wordsOf(texts: readonly string[]): string[] {
	const words = texts.flatMap((text) => {
		const all = searchableWords(text);
		return all.length === 1 ? all : all.filter((word) => word.length >= shortestOfMany);
	});
	return [...new Set(words)];
}
