/** Saving the plan from its form, by a button or while typing: one way for both. */
import { t } from '#messages/projects';
import {
	planChangesFor,
	planOf,
	problemsOf,
	savePlan,
	type PlanInput,
	type PlanText,
	type Plan,
	type PlanProblem,
	type SavedPlan,
} from '#domain/projects';
import type { Context } from '#platform/context';
import { once, type SentForm } from '#platform/forms';

/** What stood in the way: another tab's words, with what differs; or a refusal in words. */
export type Hindrance = {
	readonly message: string;
	readonly field?: string | undefined;
	/** What each field lacks. */
	readonly errors?: Record<string, string> | undefined;
	readonly version: number;
	readonly changes: readonly PlanText[];
};

type Saving =
	| { readonly saved: SavedPlan; readonly hindrance?: undefined }
	| { readonly saved?: undefined; readonly hindrance: Hindrance };

/** Saves what the form carried; says what stands in the way, or the new version. */
export async function saveSent(
	ctx: Context,
	project: string,
	input: PlanInput,
	sent?: SentForm,
): Promise<Saving> {
	const { version, kind, school, cofounder } = input;
	const plan = planOf(input);
	const save = (inside: Context) => savePlan(inside, { project, version, kind, school, cofounder, plan });
	const outcome = await (sent ? once(ctx, { ...sent, form: `${sent.form}:save` }, save) : save(ctx));
	if (outcome.ok) return { saved: outcome.value };
	const message = t(`projects.refusal.${outcome.reason}`);
	const stands =
		outcome.reason === 'changed-meanwhile'
			? await planChangesFor(ctx, project, { plan, kind })
			: { version, changes: [] };
	const errors = outcome.reason === 'incomplete' ? problemTexts(input) : undefined;
	return { hindrance: { message, field: outcome.field, errors, ...stands } };
}

/** What is missing or the wrong way round, beside each field; the summary above the form names the fields. */
export function problemTexts(input: PlanInput): Record<string, string> {
	const problems = Object.entries(problemsOf(planOf(input))) as [keyof Plan, PlanProblem][];
	return Object.fromEntries(problems.map(([field, problem]) => [field, t(`projects.problem.${problem}`)]));
}
