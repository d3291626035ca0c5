/** How an officer reaches a step: through the organisation whose queue holds it, or the central desk. */
import type { Context } from '#platform/context';
import { Forbidden, NotFound } from '#platform/errors';
import type { Officer, OrganisationId } from '#shared/actor';
import { demand, may, type OfficersStep } from './abilities.ts';
import type { StepId } from './case-kinds.ts';
import { lockCase, type CaseRow } from './cases.sql.ts';
import { stepById, type StepRow } from './steps.sql.ts';
import { conflictsOf } from './conflicts.ts';
import { centralOrganisation } from './organisations.sql.ts';

/** The actor as an officer; everyone else is refused. */
export function officer(ctx: Context): Officer {
	if (ctx.actor.kind !== 'officer') throw new Forbidden('support.see-queue');
	return ctx.actor;
}

/** The desks that may decide the step now. */
export function desksOf(
	step: { readonly organisation_id: OrganisationId; readonly central_since: Date | null },
	central: OrganisationId,
): OrganisationId[] {
	return step.central_since === null ? [step.organisation_id] : [step.organisation_id, central];
}

export type ReachedStep = {
	readonly approval: CaseRow;
	readonly step: StepRow;
	readonly standing: OfficersStep;
};

/** The step with its case locked until the transaction ends; NotFound outside the officer's reach. */
export async function lockedStepFor(ctx: Context, id: StepId): Promise<ReachedStep> {
	const actor = officer(ctx);
	const seen = await stepById(ctx, id);
	const approval = seen && (await lockCase(ctx, seen.case_id));
	// read again under the lock: another officer may have been first
	const step = approval && (await stepById(ctx, id));
	if (!approval || !step) throw new NotFound('step');
	const central = await centralOrganisation(ctx);
	const conflicts = await conflictsOf(ctx, [actor.person], [approval.id]);
	const standing = {
		desks: desksOf(step, central.id),
		conflict: conflicts.get(approval.id)?.get(actor.person),
	};
	if (!may(ctx.actor, 'support.see-case', standing)) throw new NotFound('step');
	demand(ctx, 'support.see-case', standing);
	return { approval, step, standing };
}
