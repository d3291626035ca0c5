/** An officer grants or refuses one step of a case. */
import type { Context } from '#platform/context';
import { audit } from '#platform/audit';
import { inTransaction } from '#platform/database';
import { Invalid } from '#platform/errors';
import { granted, refused, type Result } from '#platform/result';
import { demand } from './abilities.ts';
import type { Decision } from './approval.ts';
import { caseKind, type CaseId, type CaseOutcome, type StepId, type WeighingRefusal } from './case-kinds.ts';
import { insertDecision } from './steps.sql.ts';
import { lockedStepFor, officer } from './reach-step.ts';
import { needsWords, refusalReasons } from './reasons.ts';
import { goOn } from './rounds.ts';

/** `already-decided`: somebody was first, or the round ended; `not-begun`: an earlier stage or case comes first. */
export type DecisionRefusal =
	'already-decided' | 'not-begun' | 'you-are-a-party' | 'your-colleague' | 'words-missing' | WeighingRefusal;

export type StepDecided = { readonly case: CaseId; readonly outcome: CaseOutcome | undefined };

export type GrantStep = { readonly step: StepId; readonly words?: string; readonly wordsLocale?: string };

export type RefuseStep = {
	readonly step: StepId;
	/** One of `refusalReasons` of the kind. */
	readonly reason: string;
	readonly words?: string;
	readonly wordsLocale?: string;
};

/** Grants the step; the last one grants the case, with all its effects in this transaction. */
export function grantStep(ctx: Context, input: GrantStep): Promise<Result<StepDecided, DecisionRefusal>> {
	return decide(ctx, { ...input, decision: 'granted' });
}

/** Refuses the step and with it the round. Some reasons need words beside them. */
export function refuseStep(ctx: Context, input: RefuseStep): Promise<Result<StepDecided, DecisionRefusal>> {
	return decide(ctx, { ...input, decision: 'refused' });
}

type Decide = GrantStep & { readonly decision: Decision; readonly reason?: string };

async function decide(ctx: Context, input: Decide): Promise<Result<StepDecided, DecisionRefusal>> {
	return inTransaction(ctx, async (inside) => {
		const { approval, step, standing } = await lockedStepFor(inside, input.step);
		if (standing.conflict)
			return refused(standing.conflict === 'party' ? 'you-are-a-party' : 'your-colleague');
		demand(inside, 'support.decide', standing);
		if (step.closed_at !== null) return refused('already-decided');
		if (step.opened_at === null) return refused('not-begun');
		if (input.reason !== undefined) {
			if (!reasonsOf(approval.kind).includes(input.reason)) throw new Invalid('reason');
			if (needsWords(input.reason) && !input.words) return refused('words-missing', 'words');
		}
		const { office } = officer(inside);
		const weighed = {
			...{ subject: approval.subject_id, step: step.id, organisation: step.organisation_id },
			...{ office, decision: input.decision },
		};
		const lacking = await caseKind(approval.kind).weighing?.lacks(inside, weighed);
		if (lacking) return refused(lacking);
		const words = input.words === '' ? undefined : input.words;
		await insertDecision(inside, { ...input, words, office });
		const subject = { kind: approval.kind, id: approval.subject_id };
		await audit(inside, `support.step-${input.decision}`, subject, {
			step: step.id,
			reason: input.reason ?? null,
		});
		return granted({ case: approval.id, outcome: await goOn(inside, approval) });
	});
}

function reasonsOf(kind: string): readonly string[] {
	return refusalReasons(caseKind(kind).reasons);
}
