/** How a round runs: it begins its stages in order, ends with one outcome, and tells who waits for it. */
import { emit } from '#platform/events';
import type { Context } from '#platform/context';
import type { OrganisationId } from '#shared/actor';
import { courseOf, stepsOf } from './approval.ts';
import { caseKind, type CaseId, type CaseOutcome, type DecidedCase, type Snapshot } from './case-kinds.ts';
import { lockCasesWaitingFor, type CaseRow } from './cases.sql.ts';
import { endRound, insertRound, lastRounds } from './rounds.sql.ts';
import { insertSteps, markBegun, stepsOfRound, type StepRow } from './steps.sql.ts';
import { conflictsOf } from './conflicts.ts';
import { calendarOf, clockRuleFor, decidingOfficers, organisationsById } from './organisations.sql.ts';
import { tellParties } from './tell-parties.ts';
import { afterWorkingDays } from './working-days.ts';

export type Stages = readonly (readonly OrganisationId[])[];

export type RoundInput = {
	readonly round: number;
	readonly stages: Stages;
	readonly snapshot: Snapshot;
	readonly note?: string;
	readonly noteLocale?: string;
};

/** Writes a round with all its steps and begins its first stage, unless the case waits for another. */
export async function beginRound(ctx: Context, approval: CaseRow, input: RoundInput): Promise<void> {
	await insertRound(ctx, { case: approval.id, ...input });
	await insertSteps(ctx, { case: approval.id, round: input.round }, stepsOf(input.stages));
	await goOn(ctx, approval);
}

/** Does what the steps now call for: begin a stage, end the round, or nothing. */
export async function goOn(ctx: Context, approval: CaseRow): Promise<CaseOutcome | undefined> {
	const round = await runningRound(ctx, approval.id);
	if (round === undefined || (await isWaiting(ctx, approval))) return undefined;
	const steps = await stepsOfRound(ctx, approval.id, round);
	const course = courseOf(
		steps.map((step) => ({
			stage: step.stage,
			begun: step.opened_at !== null,
			decision: step.decision ?? undefined,
		})),
	);
	if (course.is === 'begin')
		await beginStage(
			ctx,
			approval,
			steps.filter((step) => step.stage === course.stage),
		);
	if (course.is === 'granted' || course.is === 'refused') {
		const last = steps.find((step) => step.decision === 'refused') ?? steps.at(-1);
		await end(ctx, approval, round, course.is, last);
		return course.is;
	}
	return undefined;
}

/**
 * Ends the running round; `last` is the step that decided it. Cases that waited for this one begin when it was granted and
 * fall with it when it was withdrawn.
 */
export async function end(
	ctx: Context,
	approval: CaseRow,
	round: number,
	outcome: CaseOutcome,
	last?: StepRow,
): Promise<void> {
	await endRound(ctx, approval.id, round, outcome);
	const decided = decidedCase(ctx, approval, outcome, last);
	const kind = caseKind(approval.kind);
	await kind.decided(ctx, decided);
	await emit(ctx, 'case.decided', decided);
	if (last && outcome !== 'withdrawn' && !kind.tellsOutcome) {
		await tellParties(ctx, approval, `case-${outcome}`, last.organisation_id);
	}
	if (outcome === 'refused') return;
	for (const waiting of await lockCasesWaitingFor(ctx, approval.id)) {
		if (outcome === 'granted') await goOn(ctx, waiting);
		else await withdrawRunning(ctx, waiting);
	}
}

function decidedCase(
	ctx: Context,
	approval: CaseRow,
	outcome: CaseOutcome,
	last: StepRow | undefined,
): DecidedCase {
	const decided = { case: approval.id, kind: approval.kind, subject: approval.subject_id, outcome };
	if (!last) return decided;
	const organisation = last.organisation_id;
	if (last.reason === null) return { ...decided, organisation };
	const words =
		last.words === null ? {} : { words: last.words, wordsLocale: last.words_locale ?? ctx.locale };
	return { ...decided, organisation, reason: last.reason, ...words };
}

/** Ends the running round, if there is one, as withdrawn. */
export async function withdrawRunning(ctx: Context, approval: CaseRow): Promise<boolean> {
	const round = await runningRound(ctx, approval.id);
	if (round === undefined) return false;
	await end(ctx, approval, round, 'withdrawn');
	return true;
}

/** The number of the running round. */
export async function runningRound(ctx: Context, id: CaseId): Promise<number | undefined> {
	const [last] = await lastRounds(ctx, [id]);
	return last && last.outcome === null ? last.round : undefined;
}

/** True while the case this one waits for is not granted. */
async function isWaiting(ctx: Context, approval: CaseRow): Promise<boolean> {
	if (approval.waits_for === null) return false;
	const [awaited] = await lastRounds(ctx, [approval.waits_for]);
	return awaited?.outcome !== 'granted';
}

async function beginStage(ctx: Context, approval: CaseRow, steps: readonly StepRow[]): Promise<void> {
	const organisations = await organisationsById(
		ctx,
		steps.map((step) => step.organisation_id),
	);
	const unserved = await organisationsWithoutOfficer(
		ctx,
		approval.id,
		organisations.map((each) => each.id),
	);
	for (const step of steps) {
		const organisation = organisations.find((each) => each.id === step.organisation_id);
		if (!organisation) throw new Error('a step without its organisation');
		const rule = await clockRuleFor(ctx, approval.kind, organisation.id);
		const calendar = calendarOf(organisation);
		await markBegun(ctx, step.id, {
			remindAt: afterWorkingDays(ctx.now, rule.remind, calendar),
			escalateAt: afterWorkingDays(ctx.now, rule.escalate, calendar),
			central: unserved.has(organisation.id) ? 'no-officer' : undefined,
		});
	}
}

/** Organisations where nobody may decide this case: no officer at all, or every one a party or colleague. */
export async function organisationsWithoutOfficer(
	ctx: Context,
	id: CaseId,
	organisations: readonly OrganisationId[],
): Promise<Set<OrganisationId>> {
	const officers = await decidingOfficers(ctx, organisations);
	const conflicts = await conflictsOf(
		ctx,
		officers.map((officer) => officer.person_id),
		[id],
	);
	const excluded = conflicts.get(id);
	const served = officers.filter((officer) => !excluded?.has(officer.person_id));
	const servedOrganisations = new Set(served.map((officer) => officer.organisation_id));
	return new Set(organisations.filter((organisation) => !servedOrganisations.has(organisation)));
}
