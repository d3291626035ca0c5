/** What the profile form offers to choose from, named in the reader's language. */
import { t } from '#messages/places';
import { inAlphabet, languageName } from '#shared/format';
import type { Locale } from '#shared/locales';
import { languageLevels, languages, pupilAges, subjects } from '#shared/vocabulary';

export function choicesOf(locale: Locale) {
	const compare = inAlphabet(locale);
	const byLabel = (one: { label: string }, other: { label: string }) => compare(one.label, other.label);
	const ages = Array.from(
		{ length: pupilAges.oldest - pupilAges.youngest + 1 },
		(_, at) => pupilAges.youngest + at,
	);
	return {
		languages: languages.map((value) => ({ value, label: languageName(value, locale) })).sort(byLabel),
		levels: languageLevels.map((value) => ({ value, label: t(`places.language-level.${value}`) })),
		subjects: subjects.map((value) => ({ value, label: t(`places.subject.${value}`) })).sort(byLabel),
		ages: ages.map((age) => ({ value: String(age), label: String(age) })),
	};
}
