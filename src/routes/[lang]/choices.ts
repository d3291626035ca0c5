/** The long lists that forms of several parts let one choose from, named and ordered for the reader. */
import { t } from '#messages/places';
import { countries } from '#domain/places';
import type { Context } from '#platform/context';
import { inAlphabet, languageName } from '#shared/format';
import type { Locale } from '#shared/locales';
import { languages, subjects } from '#shared/vocabulary';
import type { Option } from '#ui/SelectField.svelte';

/** The languages of schools and pupils. */
export const languageChoices = inEachLocale((locale) =>
	languages.map((code) => ({ value: code, label: languageName(code, locale) })),
);

/** School subjects; asked for in the language of the page. */
export const subjectChoices = inEachLocale(() =>
	subjects.map((code) => ({ value: code, label: t(`places.subject.${code}`) })),
);

/** The countries that take part, with their asterisks. */
export async function countryChoices(ctx: Context) {
	return (await countries(ctx)).map(({ code, name, note }) => ({ value: code, label: name, footnote: note }));
}

/** Putting seventy names in the order of an alphabet is dear enough to be done once a language. */
function inEachLocale(choicesIn: (locale: Locale) => Option[]): (locale: Locale) => readonly Option[] {
	const known = new Map<Locale, readonly Option[]>();
	return (locale) => {
		const compare = inAlphabet(locale);
		const choices =
			known.get(locale) ?? choicesIn(locale).sort((one, other) => compare(one.label, other.label));
		known.set(locale, choices);
		return choices;
	};
}
