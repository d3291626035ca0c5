/** The plan as people read it: each answer with its label, in the reader's language. */
import { t as tPlaces } from '#messages/places';
import { t } from '#messages/projects';
import { countryLabels } from '#domain/places';
import type { Context } from '#platform/context';
import { formatList, formatMonth, formatNumber, languageName } from '#shared/format';
import type { Locale } from '#shared/locales';
import { isOneOf, subjects } from '#shared/vocabulary';
import { competences, plannedTools, themes, type Plan } from './plan.ts';
import type { PlanOfCase } from './plan-snapshot.ts';

/** Whom the answers are put in words for: a language, and what countries are called in it. */
export type PlanReader = { readonly locale: Locale; readonly country: (code: string) => string };

export async function planReader(ctx: Context): Promise<PlanReader> {
	const label = await countryLabels(ctx);
	return { locale: ctx.locale, country: (code) => label(code).name };
}

export type PlanText = {
	readonly field: keyof Plan | 'kind';
	readonly label: string;
	/** Empty when the plan does not say. */
	readonly value: string;
	/** The language the founder wrote it in, where it is the founder's own words. */
	readonly locale?: Locale;
};

/** All answers, in the order of the form. */
export function planTexts({ plan, kind, locale }: PlanOfCase, reads: PlanReader): PlanText[] {
	const { locale: reader } = reads;
	const fact = (field: PlanText['field'], value: string): PlanText => ({
		field,
		value,
		label: t(`projects.field.${field}`),
	});
	const own = (field: 'title' | 'summary' | 'aims' | 'workPlan' | 'expectedResults'): PlanText => ({
		...fact(field, plan[field]),
		locale,
	});
	return [
		fact('kind', t(`projects.kind.${kind}`)),
		own('title'),
		own('summary'),
		fact('languages', languageNames(plan, reader)),
		fact('subjects', subjectNames(plan, reader)),
		fact('agesFrom', number(plan.agesFrom, reader)),
		fact('agesTo', number(plan.agesTo, reader)),
		fact('pupilsExpected', number(plan.pupilsExpected, reader)),
		own('aims'),
		own('workPlan'),
		own('expectedResults'),
		fact('startsIn', month(plan.startsIn, reader)),
		fact('endsIn', month(plan.endsIn, reader)),
		fact('tools', toolNames(plan, reader)),
		fact('themes', themeNames(plan, reader)),
		fact('competences', competenceNames(plan, reader)),
		fact('erasmusNumber', plan.erasmusNumber),
		fact('partnersWanted', number(plan.partnersWanted, reader)),
		fact('partnersUntil', month(plan.partnersUntil, reader)),
		fact('partnersFrom', countryNames(plan, reads)),
	];
}

/** `9 to 11`, or nothing while an end is missing. */
export function agesText(plan: Pick<Plan, 'agesFrom' | 'agesTo'>): string | undefined {
	const { agesFrom: from, agesTo: to } = plan;
	return from === undefined || to === undefined ? undefined : t('projects.ages', { from, to });
}

export function languageNames(plan: Pick<Plan, 'languages'>, reader: Locale): string {
	return formatList(
		plan.languages.map((code) => languageName(code, reader)),
		reader,
	);
}

export function subjectNames(plan: Pick<Plan, 'subjects'>, reader: Locale): string {
	const known = plan.subjects.filter((code) => isOneOf(subjects, code));
	return formatList(
		known.map((code) => tPlaces(`places.subject.${code}`)),
		reader,
	);
}

/** `October 2026 to May 2027`, or nothing while an end is missing. */
export function monthsText(plan: Pick<Plan, 'startsIn' | 'endsIn'>, reader: Locale): string | undefined {
	if (plan.startsIn === undefined || plan.endsIn === undefined) return undefined;
	return t('projects.months', { from: month(plan.startsIn, reader), to: month(plan.endsIn, reader) });
}

export function themeNames(plan: Pick<Plan, 'themes'>, reader: Locale): string {
	const known = plan.themes.filter((code) => isOneOf(themes, code));
	return formatList(
		known.map((code) => t(`projects.theme.${code}`)),
		reader,
	);
}

/** `2 more schools, until March 2027, from Italy and Malta`, or nothing where none are wanted. */
export function partnersText(
	plan: Pick<Plan, 'partnersWanted' | 'partnersUntil' | 'partnersFrom'>,
	reads: PlanReader,
): string | undefined {
	const { partnersWanted: count, partnersUntil: until } = plan;
	if (count === undefined) return undefined;
	const schools =
		until === undefined
			? t('projects.partners', { count })
			: t('projects.partners-until', { count, month: month(until, reads.locale) });
	const countries = countryNames(plan, reads);
	return countries === '' ? schools : t('projects.partners-from', { schools, countries });
}

function countryNames({ partnersFrom }: Pick<Plan, 'partnersFrom'>, { locale, country }: PlanReader): string {
	return formatList(partnersFrom.map(country), locale);
}

export function competenceNames(plan: Plan, reader: Locale): string {
	const known = plan.competences.filter((code) => isOneOf(competences, code));
	return formatList(
		known.map((code) => t(`projects.competence.${code}`)),
		reader,
	);
}

function toolNames(plan: Plan, reader: Locale): string {
	const known = plan.tools.filter((code) => isOneOf(plannedTools, code));
	return formatList(
		known.map((code) => t(`projects.tool.${code}`)),
		reader,
	);
}

function month(day: string | undefined, reader: Locale): string {
	return day === undefined ? '' : formatMonth(day.slice(0, 7), reader);
}

function number(value: number | undefined, reader: Locale): string {
	return value === undefined ? '' : formatNumber(value, reader);
}

const long: ReadonlySet<PlanText['field']> = new Set(['aims', 'workPlan', 'expectedResults', 'tools']);

/** What founders wrote at length, as far as they wrote it; facts stand beside it in a line each. */
export function longTexts(plan: PlanOfCase, reader: PlanReader): PlanText[] {
	return planTexts(plan, reader).filter((text) => long.has(text.field) && text.value !== '');
}

/** The facts of a plan, each in a line. */
export function factTexts({ plan, kind }: PlanOfCase, reads: PlanReader): { label: string; text: string }[] {
	const { locale: reader } = reads;
	const facts: [string, string | undefined][] = [
		[t('projects.field.kind'), t(`projects.kind.${kind}`)],
		[t('projects.field.ages'), agesText(plan)],
		[t('projects.field.pupilsExpected'), number(plan.pupilsExpected, reader)],
		[t('projects.field.languages'), languageNames(plan, reader)],
		[t('projects.field.subjects'), subjectNames(plan, reader)],
		[t('projects.field.months'), monthsText(plan, reader)],
		[t('projects.field.themes'), themeNames(plan, reader)],
		[t('projects.field.competences'), competenceNames(plan, reader)],
		[t('projects.field.partnersWanted'), partnersText(plan, reads)],
		[t('projects.field.erasmusNumber'), plan.erasmusNumber],
	];
	return facts.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}

/** The whole plan as a page shows it: facts in lines, then what was written at length. */
export function answersOfPlan(plan: PlanOfCase, reader: PlanReader) {
	return { facts: factTexts(plan, reader), answers: longTexts(plan, reader) };
}

/** Where what is stored differs from what somebody typed: the stored answers. */
export function differences(stored: PlanOfCase, typed: PlanOfCase, reader: PlanReader): PlanText[] {
	const mine = new Map(planTexts(typed, reader).map((text) => [text.field, text.value]));
	return planTexts(stored, reader).filter((text) => text.value !== mine.get(text.field));
}
