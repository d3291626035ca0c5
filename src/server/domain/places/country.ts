/** Countries of the programme and how their names are shown: pure rules. */
import { t } from '#messages/places';
import { inLocale } from '#platform/messages';
import { countryName, inAlphabet } from '#shared/format';
import type { Locale } from '#shared/locales';

export type CountryNote = 'kosovo' | 'palestine';

export type Country = {
	readonly code: string;
	readonly group: 'union' | 'associated' | 'neighbourhood';
	readonly note: CountryNote | null;
	readonly timeZone: string;
	readonly languages: readonly string[];
	/** Takes part now: has joined, is neither suspended nor gone. What was made there stays readable. */
	readonly active: boolean;
};

/** The name of a country as every page shows it. */
export type CountryLabel = {
	readonly code: string;
	/** In the reader's language, with the asterisk where one belongs. */
	readonly name: string;
	readonly asterisk: boolean;
	/** The footnote that stands on every page where the name has an asterisk. */
	readonly note?: string;
};

/** The label of a country in a language; a code that is no country of ours is shown by its plain name. */
export function labelOf(country: Country | undefined, code: string, locale: Locale): CountryLabel {
	const name = countryName(code, locale);
	const note = country?.note;
	if (!note) return { code, name, asterisk: false };
	return { code, name: `${name}*`, asterisk: true, note: noteText(note, locale) };
}

function noteText(note: CountryNote, locale: Locale): string {
	return inLocale(locale, () => t(`places.note.${note}`));
}

/** The footnotes a page owes for the countries it names: each once, in the order of the names. */
export function footnotesOf(labels: Iterable<CountryLabel>): string[] {
	const notes = new Set<string>();
	for (const label of labels) if (label.note) notes.add(label.note);
	return [...notes];
}

/** Labels in the order of the reader's alphabet. */
export function sortedLabels<T extends CountryLabel>(labels: readonly T[], locale: Locale): T[] {
	const compare = inAlphabet(locale);
	return labels.toSorted((one, other) => compare(one.name, other.name));
}
