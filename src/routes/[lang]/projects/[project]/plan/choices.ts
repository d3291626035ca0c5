/** What the plan's form offers to choose from, named in the reader's language. */
import { t } from '#messages/projects';
import { competences, plannedTools, themes, type PlanDesk } from '#domain/projects';
import { formatLine, formatMonth, formatPlace, monthsFrom } from '#shared/format';
import type { Context } from '#platform/context';
import type { Locale } from '#shared/locales';
import { pupilAges } from '#shared/vocabulary';
import type { Option } from '#ui/SelectField.svelte';
import { countryChoices, languageChoices, subjectChoices } from '../../../choices.ts';

const monthsAhead = 36;

export async function planChoices(ctx: Context, desk: PlanDesk) {
	const { locale, now } = ctx;
	return {
		kinds: desk.kinds.map((value) => ({
			value,
			label: t(`projects.kind.${value}`),
			note: t(`projects.kind-note.${value}`),
		})),
		schools: desk.schools.map(({ id, name }) => ({ value: id, label: name })),
		languages: languageChoices(locale),
		subjects: subjectChoices(locale),
		tools: plannedTools.map((value) => ({ value, label: t(`projects.tool.${value}`) })),
		themes: themes.map((value) => ({ value, label: t(`projects.theme.${value}`) })),
		competences: competences.map((value) => ({ value, label: t(`projects.competence.${value}`) })),
		countries: await countryChoices(ctx),
		ages: Array.from({ length: pupilAges.oldest - pupilAges.youngest + 1 }, (_, place) => {
			const age = `${pupilAges.youngest + place}`;
			return { value: age, label: age };
		}),
		months: months(desk, locale, now),
		cofounders: desk.candidates.map((candidate) => ({
			value: candidate.id,
			label: candidate.name,
			note: noteOf(candidate, locale),
			disabled: candidate.hindrance === 'not-available' || candidate.hindrance === 'cofounder-not-validated',
		})),
	};
}

function months(desk: PlanDesk, locale: Locale, now: Date): Option[] {
	const ahead = monthsFrom(now, monthsAhead);
	const chosen = [desk.plan.startsIn, desk.plan.endsIn, desk.plan.partnersUntil].flatMap(
		(day) => day?.slice(0, 7) ?? [],
	);
	return [...new Set([...chosen, ...ahead])]
		.sort()
		.map((value) => ({ value, label: formatMonth(value, locale) }));
}

function noteOf(candidate: PlanDesk['candidates'][number], locale: Locale): string | undefined {
	const place = formatPlace([candidate.school, candidate.country?.name], locale);
	const hindrance = candidate.hindrance && t(`projects.hindrance.${candidate.hindrance}`);
	return formatLine([place, hindrance], locale) || undefined;
}
