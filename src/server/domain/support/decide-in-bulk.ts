/** An officer decides several cases with one reason; for a minute it can be taken back. */
import { audit } from '#platform/audit';
import { asActor, type Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { Forbidden, Invalid, NotFound } from '#platform/errors';
import { granted, refused, type Result } from '#platform/result';
import type { Officer, System } from '#shared/actor';
import { demand } from './abilities.ts';
import type { Decision } from './approval.ts';
import {
	bulksOf,
	deleteBulk,
	heldAmong,
	insertBulk,
	lockDueBulk,
	takeSteps,
	type BulkRow,
	type DueBulk,
} from './bulk.sql.ts';
import { caseKind, type StepId } from './case-kinds.ts';
import { grantStep, refuseStep } from './decide-step.ts';
import { lockedStepFor, officer } from './reach-step.ts';
import { needsWords, refusalReasons, type RefusalReason } from './reasons.ts';

const minute = 60_000;

export type DecideInBulk = {
	readonly steps: readonly StepId[];
	readonly decision: Decision;
	/** Of a refusal: one that fits every case chosen. */
	readonly reason?: string | undefined;
	readonly words?: string | undefined;
	readonly wordsLocale?: string | undefined;
};

export type BulkMade = {
	readonly count: number;
	/** Chosen, but not this officer's to decide any more. */
	readonly left: number;
};

/**
 * The cases leave the queue and are decided in a minute, each as if the officer had decided it then. Those that
 * somebody decided meanwhile, that concern a colleague or that wait for an answer are left as they are.
 */
export async function decideInBulk(
	ctx: Context,
	input: DecideInBulk,
): Promise<
	Result<BulkMade, 'nothing-to-decide' | 'reason-missing' | 'reason-does-not-fit' | 'words-missing'>
> {
	return inTransaction(ctx, async (inside) => {
		demand(inside, 'support.see-queue');
		const { decision, words = '' } = input;
		const reason = decision === 'refused' ? input.reason : undefined;
		if (decision === 'refused' && !reason) return refused('reason-missing', 'reason');
		if (reason && needsWords(reason) && words === '') return refused('words-missing', 'words');
		const found = await decidable(inside, input.steps);
		if (found.length === 0) return refused('nothing-to-decide');
		if (reason && !found.every(({ kind }) => fits(kind, reason)))
			return refused('reason-does-not-fit', 'reason');
		const made = {
			...{ office: officer(inside).office, decision, reason, words: words === '' ? undefined : words },
			...{ wordsLocale: input.wordsLocale ?? ctx.locale, dueAt: new Date(ctx.now.getTime() + minute) },
		};
		const bulk = await insertBulk(
			inside,
			made,
			found.map(({ step }) => step),
		);
		const count = found.length;
		await audit(
			inside,
			'support.bulk-made',
			{ kind: 'bulk', id: bulk },
			{ count, decision, reason: reason ?? null },
		);
		return granted({ count, left: new Set(input.steps).size - count });
	});
}

/** The reasons that fit cases of all these kinds. */
export function reasonsForAll(kinds: readonly string[]): readonly RefusalReason[] {
	const [first, ...others] = kinds.map((kind) => refusalReasons(caseKind(kind).reasons));
	return (first ?? refusalReasons()).filter((reason) => others.every((list) => list.includes(reason)));
}

function fits(kind: string, reason: string): boolean {
	return refusalReasons(caseKind(kind).reasons).some((each) => each === reason);
}

/** What of the chosen this officer may decide now; locked, so that nobody is asked twice. */
async function decidable(ctx: Context, chosen: readonly StepId[]): Promise<{ step: StepId; kind: string }[]> {
	const steps = [...new Set(chosen)].sort();
	const found: { step: StepId; kind: string }[] = [];
	for (const id of steps) {
		const reached = await lockedStepFor(ctx, id).catch(ofAnother);
		if (!reached || reached.standing.conflict) continue;
		demand(ctx, 'support.decide', reached.standing);
		const { step, approval } = reached;
		// what is weighed first is decided one by one
		if (caseKind(approval.kind).weighing) continue;
		if (step.closed_at === null && step.opened_at !== null) found.push({ step: id, kind: approval.kind });
	}
	const held = await heldAmong(ctx, steps);
	return found.filter(({ step }) => !held.has(step));
}

/** A case of another desk is no reason to decide none. */
function ofAnother(error: unknown): undefined {
	if (!(error instanceof NotFound)) throw error;
}

/** What this desk's officer decided within the last minute. */
export async function runningBulks(ctx: Context): Promise<BulkRow[]> {
	demand(ctx, 'support.see-queue');
	return bulksOf(ctx, officer(ctx).office);
}

/** Takes it back while its minute runs: the cases are in the queue as if nothing had been. */
export async function undoBulk(ctx: Context, id: string): Promise<Result<undefined, 'minute-over'>> {
	return inTransaction(ctx, async (inside) => {
		demand(inside, 'support.see-queue');
		if (!(await deleteBulk(inside, id, officer(inside).office))) return refused('minute-over');
		await audit(inside, 'support.bulk-undone', { kind: 'bulk', id });
		return granted();
	});
}

/**
 * Each minute: decides what was chosen a minute ago, one transaction for each bulk. Idempotent; what cannot be decided
 * any more stays in its queue. Only the system runs it, so it is open-to-all here.
 */
export async function carryOutBulks(ctx: Context<System>): Promise<void> {
	for (let goesOn = true; goesOn;) {
		goesOn = await inTransaction(ctx, async (inside) => {
			const bulk = await lockDueBulk(inside);
			if (!bulk) return false;
			const steps = await takeSteps(inside, bulk.id);
			if (!bulk.office_ended) for (const step of steps) await carryOut(inside, bulk, step);
			return true;
		});
	}
}

async function carryOut(ctx: Context, bulk: DueBulk, step: StepId): Promise<void> {
	const actor: Officer = {
		...{ kind: 'officer', person: bulk.person, session: `bulk-${bulk.id}` },
		...{ office: bulk.office, officeKind: bulk.office_kind, organisation: bulk.organisation },
	};
	const acting = asActor(ctx, actor);
	const words =
		bulk.words === null ? {} : { words: bulk.words, wordsLocale: bulk.words_locale ?? ctx.locale };
	try {
		if (bulk.reason === null) await grantStep(acting, { step, ...words });
		else await refuseStep(acting, { step, reason: bulk.reason, ...words });
	} catch (error) {
		// the case has left the desk within the minute
		if (!(error instanceof NotFound || error instanceof Forbidden || error instanceof Invalid)) throw error;
		ctx.log.info({ step }, 'a case of a bulk could not be decided any more');
	}
}
