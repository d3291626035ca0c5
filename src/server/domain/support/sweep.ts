/** Hourly: reminds officers of cases that lie and applicants of questions, hands overdue ones and those without an officer to the central desk. */
import { emit } from '#platform/events';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import type { OrganisationId } from '#shared/actor';
import { casesById } from './cases.sql.ts';
import { conflictsOf } from './conflicts.ts';
import { calendarOf, centralOrganisation, decidingOfficers, organisationsById } from './organisations.sql.ts';
import {
	begunSteps,
	handToCentral,
	takeQuestionsToRemind,
	takeStepsToEscalate,
	takeStepsToRemind,
	type SweptStep,
} from './sweep.sql.ts';
import { tellParties } from './tell-parties.ts';
import { workingDaysBetween } from './working-days.ts';

const atOnce = 1000;

/** Idempotent: a step is reminded of and handed on once. Only the system runs it, so it is open-to-all here. */
export async function sweep(ctx: Context): Promise<void> {
	const central = await centralOrganisation(ctx);
	await inTransaction(ctx, async (inside) => {
		await handOnUnserved(inside, central.id);
		const overdue = await takeStepsToEscalate(inside, central.id);
		await tellOfficers(inside, 'cases-escalated', new Map([[central.id, { count: overdue.length }]]));
		const lying = await takeStepsToRemind(inside);
		await tellOfficers(inside, 'cases-waiting', await waitingByDesk(inside, lying, central.id));
		await tellApplicants(inside, 'case-escalated', overdue);
		await tellApplicants(inside, 'case-question-again', await takeQuestionsToRemind(inside));
	});
}

/** Officers leave and change school: what nobody at the organisation may decide goes up. */
async function handOnUnserved(ctx: Context, central: OrganisationId): Promise<void> {
	for (let after: string | undefined; ;) {
		const steps = await begunSteps(ctx, central, after, atOnce);
		const unserved = await withoutOfficer(ctx, steps);
		if (unserved.length > 0)
			await handToCentral(
				ctx,
				unserved.map((step) => step.id),
			);
		if (steps.length < atOnce) return;
		after = steps.at(-1)?.id;
	}
}

async function withoutOfficer(ctx: Context, steps: readonly SweptStep[]): Promise<SweptStep[]> {
	if (steps.length === 0) return [];
	const officers = await decidingOfficers(ctx, [...new Set(steps.map((step) => step.organisation_id))]);
	const persons = [...new Set(officers.map((officer) => officer.person_id))];
	const conflicts = await conflictsOf(ctx, persons, [...new Set(steps.map((step) => step.case_id))]);
	return steps.filter((step) =>
		officers
			.filter((officer) => officer.organisation_id === step.organisation_id)
			.every((officer) => conflicts.get(step.case_id)?.has(officer.person_id)),
	);
}

/** Whoever waits is told that the central desk may decide, too; whoever is waited for, that a question is open. */
async function tellApplicants(
	ctx: Context,
	kind: 'case-escalated' | 'case-question-again',
	steps: readonly Pick<SweptStep, 'case_id' | 'organisation_id'>[],
): Promise<void> {
	if (steps.length === 0) return;
	const cases = await casesById(ctx, [...new Set(steps.map((step) => step.case_id))]);
	for (const step of steps) {
		const approval = cases.find(({ id }) => id === step.case_id);
		if (approval) await tellParties(ctx, approval, kind, step.organisation_id);
	}
}

/** How many lie at each desk, and in how many working days the first goes up; 0 where it is up already. */
async function waitingByDesk(
	ctx: Context,
	steps: readonly SweptStep[],
	central: OrganisationId,
): Promise<Map<OrganisationId, { readonly count: number; readonly days: number }>> {
	const byDesk = Map.groupBy(steps, (step) =>
		step.central_reason === 'no-officer' ? central : step.organisation_id,
	);
	const organisations = byDesk.size === 0 ? [] : await organisationsById(ctx, [...byDesk.keys()]);
	return new Map(
		organisations.map((organisation) => {
			const lying = byDesk.get(organisation.id) ?? [];
			const left = lying.flatMap(({ escalate_at: at }) =>
				at === null ? [] : [Math.max(1, workingDaysBetween(ctx.now, at, calendarOf(organisation)))],
			);
			const days = organisation.id === central || left.length === 0 ? 0 : Math.min(...left);
			return [organisation.id, { count: lying.length, days }];
		}),
	);
}

/** One notice for each officer and desk, with how many, however many cases lie. */
async function tellOfficers(
	ctx: Context,
	kind: 'cases-waiting' | 'cases-escalated',
	byDesk: ReadonlyMap<OrganisationId, { readonly count: number; readonly days?: number }>,
): Promise<void> {
	for (const [desk, params] of byDesk) {
		if (params.count === 0) continue;
		const to = (await decidingOfficers(ctx, [desk])).map((officer) => officer.person_id);
		if (to.length > 0) await emit(ctx, 'notice', { to, kind, params, path: '/desk' });
	}
}
