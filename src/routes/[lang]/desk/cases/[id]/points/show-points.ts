/** An application beside the points it is given: criterion by criterion, in texts. */
import { t } from '#messages/recognition';
import { criteria, explainedBelow, minimums, type assessmentFor } from '#domain/recognition';
import type { CaseForOffice } from '#domain/support';
import type { Locale } from '#shared/locales';
import { languages } from '#shared/vocabulary';
import { languageChoices } from '../../../../choices.ts';
import { pointChoices } from './points-form.ts';

type Desk = Awaited<ReturnType<typeof assessmentFor>>;

export function showPoints(found: CaseForOffice, { assessment, rule }: Desk, locale: Locale) {
	const given = (value: number | undefined) => (value === undefined ? '' : `${value}`);
	const yesOrNo = (value: boolean | undefined) => (value === undefined ? '' : value ? 'yes' : 'no');
	return {
		needed: t('recognition.assess.needed', {
			...{ needed: rule.pointsNeeded, each: rule.pointsEach },
			...{ below: explainedBelow, letters: rule.feedbackLeast },
		}),
		criteria: criteria.map((name) => {
			const written = found.fields.find(({ field }) => field === name);
			return {
				...{ name, label: t(`recognition.about.${name}`), help: t(`recognition.look-for.${name}`) },
				...{ written: written?.value ?? '', lang: written?.locale },
				...{ points: given(assessment?.points[name]), words: assessment?.notes[name] ?? '' },
			};
		}),
		minimums: minimums.map((name) => ({
			...{ name, label: t(`recognition.about.${name}`), help: t(`recognition.look-for.${name}`) },
			...{ met: yesOrNo(assessment?.met[name]), words: assessment?.notes[name] ?? '' },
		})),
		/** What else was sent: checks, and what is to be looked at again; the pages stand there as links. */
		others: found.fields
			.filter(({ field }) => field !== 'evidence' && !criteria.some((name) => name === field))
			.map(({ label, value, locale: lang }) => ({ label, text: value, ...(lang && { lang }) })),
		note: found.rounds.at(-1)?.note,
		words: assessment?.words ?? '',
		points: pointChoices.map((value) => ({ value, label: value })),
		met: (['yes', 'no'] as const).map((value) => ({ value, label: t(`recognition.assess.${value}`) })),
		languages: languageChoices(locale),
		language: assessment?.wordsLocale ?? languages.find((code) => code === locale) ?? 'en',
	};
}
