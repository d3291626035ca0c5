/** How an officer reaches a case: through any step of it that lies, or lay, at their desk. */
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import { demand, may, type OfficersStep } from './abilities.ts';
import type { CaseId } from './case-kinds.ts';
import { casesById, type CaseRow } from './cases.sql.ts';
import { stepsOfCases, type StepRow } from './steps.sql.ts';
import { conflictsOf } from './conflicts.ts';
import { centralOrganisation } from './organisations.sql.ts';
import { desksOf, officer } from './reach-step.ts';

export type ReachedCase = {
	readonly approval: CaseRow;
	/** All steps of all rounds. */
	readonly steps: readonly StepRow[];
	readonly standing: OfficersStep;
};

/** The case as this officer may see it; NotFound outside their reach. */
export async function caseFor(ctx: Context, id: CaseId): Promise<ReachedCase> {
	const actor = officer(ctx);
	const [approval] = isId(id) ? await casesById(ctx, [id]) : [];
	if (!approval) throw new NotFound('case');
	const steps = await stepsOfCases(ctx, [id]);
	const central = await centralOrganisation(ctx);
	const conflicts = await conflictsOf(ctx, [actor.person], [id]);
	const standing = {
		desks: steps.flatMap((step) => desksOf(step, central.id)),
		conflict: conflicts.get(id)?.get(actor.person),
	};
	if (!may(ctx.actor, 'support.see-case', standing)) throw new NotFound('case');
	demand(ctx, 'support.see-case', standing);
	return { approval, steps, standing };
}
