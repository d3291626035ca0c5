/** Evidence grants a step in place of an officer, where the rule of its organisation lets it. */
import type { Context } from '#platform/context';
import { audit } from '#platform/audit';
import { inTransaction } from '#platform/database';
import { lockCaseOf } from './cases.sql.ts';
import { goOn, runningRound } from './rounds.ts';
import { insertDecision, stepsOfRound, type Evidence } from './steps.sql.ts';

export type GrantByEvidence = {
	readonly kind: string;
	readonly subject: string;
	readonly evidence: Evidence;
};

/**
 * Grants the steps of the case that have begun; false when none waits any more. open-to-all actors here: the part
 * that owns the thing knows its rules and has weighed the evidence. Evidence never refuses anything.
 */
export async function grantByEvidence(ctx: Context, input: GrantByEvidence): Promise<boolean> {
	return inTransaction(ctx, async (inside) => {
		const approval = await lockCaseOf(inside, input.kind, input.subject);
		const round = approval && (await runningRound(inside, approval.id));
		if (!approval || round === undefined) return false;
		const steps = await stepsOfRound(inside, approval.id, round);
		const waiting = steps.filter((step) => step.opened_at !== null && step.closed_at === null);
		for (const step of waiting) {
			await insertDecision(inside, { step: step.id, decision: 'granted', evidence: input.evidence });
			const subject = { kind: approval.kind, id: approval.subject_id };
			await audit(inside, 'support.step-granted', subject, { step: step.id, evidence: input.evidence });
		}
		if (waiting.length > 0) await goOn(inside, approval);
		return waiting.length > 0;
	});
}
