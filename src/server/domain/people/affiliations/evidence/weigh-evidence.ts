/** After each word for or against somebody: does it decide, or does an officer? */
import { grantByEvidence } from '#domain/support';
import type { Context } from '#platform/context';
import type { AffiliationId } from '../affiliation.ts';
import { officerIsNeeded, openCaseOf } from './case-of-place.ts';
import { decidedBy } from './evidence.ts';
import { lettersAbout, vouchesFor } from './evidence.sql.ts';

/** Validates the place when the rule of its organisation says that what is there suffices. Never refuses. */
export async function weighEvidence(
	ctx: Context,
	{ id, school }: { readonly id: AffiliationId; readonly school: string },
): Promise<boolean> {
	const open = await openCaseOf(ctx, id);
	if (!open) return false;
	const facts = { letters: await lettersAbout(ctx, [id]), vouches: await vouchesFor(ctx, id) };
	const evidence = decidedBy(open.rule, facts, await officerIsNeeded(ctx, school));
	if (!evidence) return false;
	return grantByEvidence(ctx, { kind: 'affiliation', subject: id, evidence });
}
