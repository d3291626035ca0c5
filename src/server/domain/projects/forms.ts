/** What the forms about projects carry. */
import { z } from 'zod';
import {
	choice,
	choices,
	countryCodes,
	id,
	optionalChoice,
	optionalMonth,
	optionalText,
	optionalWholeNumber,
	text,
	wholeNumber,
} from '#shared/form-fields';
import { languages, pupilAges, subjects } from '#shared/vocabulary';
import { competences, planLimits as most, plannedTools, themes, type Plan } from './plan.ts';
import { projectKinds } from './project.ts';

const age = () => optionalWholeNumber(pupilAges.youngest, pupilAges.oldest);
const optionalId = () =>
	z
		.union([id(), z.literal('')])
		.default('')
		.transform((typed) => (typed === '' ? undefined : typed));

export const foundForm = z.object({ kind: choice(projectKinds), title: text(most.title) });

/** The plan as it is saved: anything may be missing, nothing may be too much. */
export const planForm = z.object({
	version: wholeNumber(1, 999_999_999),
	kind: optionalChoice(projectKinds),
	school: optionalId(),
	cofounder: optionalId(),
	title: optionalText(most.title),
	summary: optionalText(most.summary),
	languages: choices(languages, most.languages),
	subjects: choices(subjects, most.subjects),
	agesFrom: age(),
	agesTo: age(),
	pupilsExpected: optionalWholeNumber(1, most.pupils),
	aims: optionalText(most.longText),
	workPlan: optionalText(most.longText),
	expectedResults: optionalText(most.longText),
	startsIn: optionalMonth(),
	endsIn: optionalMonth(),
	tools: choices(plannedTools),
	themes: choices(themes, most.themes),
	competences: choices(competences),
	erasmusNumber: optionalText(most.erasmusNumber),
	partnersWanted: optionalWholeNumber(1, most.partners),
	partnersUntil: optionalMonth(),
	partnersFrom: countryCodes(most.partnersFrom),
	/** To the support organisations, when a corrected plan is sent again. */
	note: optionalText(most.note),
});
export type PlanInput = z.output<typeof planForm>;

/** What the picture shows. */
export const pictureForm = z.object({ alternative: text(300) });
export const acceptForm = z.object({ school: id() });
export const declineForm = z.object({ words: optionalText(most.note) });
export const answerForm = z.object({ question: id(), answer: text(most.longText) });

/** The plan in what the form carried. */
export function planOf(input: PlanInput): Plan {
	const {
		version: _version,
		kind: _kind,
		school: _school,
		cofounder: _cofounder,
		note: _note,
		...plan
	} = input;
	return plan;
}
