/** SQL that writes drafts and plans. */
import type { Context } from '#platform/context';
import { newId, newShortId } from '#platform/ids';
import type { PersonId } from '#shared/actor';
import { searchable } from '#shared/folding';
import type { Plan } from './plan.ts';
import type { ProjectId, ProjectKind } from './project.ts';

export type NewDraft = {
	readonly kind: ProjectKind;
	readonly title: string;
	readonly founder: PersonId;
	readonly school: string;
};

/** A new draft; says its short id. */
export async function insertDraft(
	ctx: Context,
	draft: NewDraft,
): Promise<{ id: ProjectId; shortId: string }> {
	const shortId = newShortId();
	const id = newId();
	await ctx.db
		.insertInto('projects.project')
		.values({
			id,
			short_id: shortId,
			kind: draft.kind,
			founder_id: draft.founder,
			founder_school_id: draft.school,
			locale: ctx.locale,
			title: draft.title,
			folded: searchable(draft.title),
			made_at: ctx.now,
			saved_at: ctx.now,
		})
		.execute();
	return { id, shortId };
}

/** How many drafts a person has made since a moment. */
export async function draftsSince(ctx: Context, founder: PersonId, since: Date): Promise<number> {
	const row = await ctx.db
		.selectFrom('projects.project')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('founder_id', '=', founder)
		.where('made_at', '>', since)
		.executeTakeFirstOrThrow();
	return row.count;
}

export type WrittenPlan = {
	readonly plan: Plan;
	readonly kind: ProjectKind;
	readonly school: string;
	readonly cofounderChoice: PersonId | undefined;
};

/** Writes the plan and counts its version up. */
export async function updatePlan(ctx: Context, id: ProjectId, written: WrittenPlan): Promise<void> {
	const { plan } = written;
	await ctx.db
		.updateTable('projects.project')
		.set(({ eb }) => ({
			kind: written.kind,
			founder_school_id: written.school,
			cofounder_choice_id: written.cofounderChoice ?? null,
			title: plan.title,
			summary: plan.summary,
			languages: [...plan.languages],
			subjects: [...plan.subjects],
			ages_from: plan.agesFrom ?? null,
			ages_to: plan.agesTo ?? null,
			pupils_expected: plan.pupilsExpected ?? null,
			aims: plan.aims,
			work_plan: plan.workPlan,
			expected_results: plan.expectedResults,
			tools: [...plan.tools],
			starts_in: plan.startsIn ?? null,
			ends_in: plan.endsIn ?? null,
			themes: [...plan.themes],
			competences: [...plan.competences],
			erasmus_number: plan.erasmusNumber,
			partners_wanted: plan.partnersWanted ?? null,
			partners_until: plan.partnersUntil ?? null,
			partners_from: [...plan.partnersFrom],
			folded: searchable(`${plan.title} ${plan.summary}`),
			saved_at: ctx.now,
			version: eb('version', '+', 1),
		}))
		.where('id', '=', id)
		.execute();
}
