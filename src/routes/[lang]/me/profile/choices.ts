/** What the profile form offers to choose from, named in the reader's language. */
import { t } from '#messages/places';
import type { Locale } from '#shared/locales';
import { languageLevels, pupilAges } from '#shared/vocabulary';
import { languageChoices, subjectChoices } from '../../choices.ts';

export function choicesOf(locale: Locale) {
	const ages = Array.from(
		{ length: pupilAges.oldest - pupilAges.youngest + 1 },
		(_, at) => pupilAges.youngest + at,
	);
	return {
		languages: languageChoices(locale),
		levels: languageLevels.map((value) => ({ value, label: t(`places.language-level.${value}`) })),
		subjects: subjectChoices(locale),
		ages: ages.map((age) => ({ value: String(age), label: String(age) })),
	};
}
