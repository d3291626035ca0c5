/** After a refusal the founder has corrected the plan and sends it again: a new round. */
import { reopenCase } from '#domain/support';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { granted, refused, type Result } from '#platform/result';
import { demand } from './abilities.ts';
import type { CofounderRefusal } from './invite-cofounder.ts';
import { isComplete } from './plan.ts';
import { snapshotOf } from './plan-snapshot.ts';
import { reachToChange } from './read-project.ts';
import { caseOf, insertSubmission } from './steps.sql.ts';

export type SendAgain = {
	readonly project: string;
	/** What the founder says about the correction. */
	readonly note: string;
};

/** Why a plan is not sent, to the co-founder or again to the organisations. */
export type SendingRefusal = 'incomplete' | 'already-granted' | CofounderRefusal;

/** Both organisations decide again; they see what changed and the founder's note. */
export async function sendAgain(
	ctx: Context,
	input: SendAgain,
): Promise<Result<undefined, 'incomplete' | 'already-granted'>> {
	return inTransaction(ctx, async (inside) => {
		const project = await reachToChange(inside, input.project);
		demand(inside, 'projects.send-again', project);
		if (!isComplete(project.plan)) return refused('incomplete');
		const caseId = await caseOf(inside, project.id);
		if (caseId === undefined) throw new Error('a refused project without a case');
		const reopened = await reopenCase(inside, {
			kind: 'project',
			subject: project.id,
			...(input.note === '' ? {} : { note: input.note, noteLocale: ctx.locale }),
			snapshot: snapshotOf(project),
		});
		if (!reopened.ok) return reopened;
		await insertSubmission(inside, project.id, project.round + 1, caseId);
		return granted();
	});
}
