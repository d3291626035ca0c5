/** A corrected case begins a new round in which every step decides again. */
import type { Context } from '#platform/context';
import { audit } from '#platform/audit';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { granted, refused, type Result } from '#platform/result';
import type { CaseId, Snapshot } from './case-kinds.ts';
import { lockCaseOf, replaceParties, type Party } from './cases.sql.ts';
import { endRound, lastRounds, roundsWithSnapshots } from './rounds.sql.ts';
import { stepsOfRound, type StepRow } from './steps.sql.ts';
import { withApplicant } from './open-case.ts';
import { beginRound, type Stages } from './rounds.ts';

export type ReopenCase = {
	readonly kind: string;
	readonly subject: string;
	/** What the applicant says about the correction. */
	readonly note?: string;
	readonly noteLocale?: string;
	/** Where it changed; otherwise what was submitted last is asked again, with what was said about it. */
	readonly snapshot?: Snapshot;
	/** Where they changed; otherwise those of the last round. */
	readonly parties?: readonly Party[];
	readonly stages?: Stages;
};

/**
 * Begins the next round after a refusal or withdrawal; while a round runs, ends it as corrected first, so
 * that nobody grants what they did not see. A granted case stays granted. open-to-all actors here: the part
 * that owns the thing calls this in its transaction and has demanded its own ability.
 */
export async function reopenCase(
	ctx: Context,
	input: ReopenCase,
): Promise<Result<{ readonly round: number }, 'already-granted'>> {
	return inTransaction(ctx, async (inside) => {
		const approval = await lockCaseOf(inside, input.kind, input.subject);
		if (!approval) throw new NotFound('case');
		const [last] = await lastRounds(inside, [approval.id]);
		if (!last) throw new NotFound('case');
		if (last.outcome === 'granted') return refused('already-granted');
		if (last.outcome === null) await endRound(inside, approval.id, last.round, 'corrected');
		if (input.parties)
			await replaceParties(inside, approval.id, withApplicant(approval.applicant_id, input.parties));
		const stages = input.stages ?? stagesOf(await stepsOfRound(inside, approval.id, last.round));
		const round = last.round + 1;
		await beginRound(inside, approval, { ...(await submission(inside, approval.id, input)), round, stages });
		await audit(inside, 'support.case-reopened', { kind: approval.kind, id: approval.subject_id }, { round });
		return granted({ round });
	});
}

async function submission(ctx: Context, id: CaseId, { snapshot, note, noteLocale }: ReopenCase) {
	if (snapshot)
		return { snapshot, ...(note !== undefined && { note }), ...(noteLocale !== undefined && { noteLocale }) };
	const last = (await roundsWithSnapshots(ctx, id)).at(-1);
	if (!last) throw new NotFound('case');
	return {
		snapshot: last.snapshot,
		...(last.note !== null && { note: last.note }),
		...(last.note_locale !== null && { noteLocale: last.note_locale }),
	};
}

function stagesOf(steps: readonly StepRow[]): Stages {
	const stages: string[][] = [];
	for (const step of steps) (stages[step.stage - 1] ??= []).push(step.organisation_id);
	return stages;
}
