/** The applicant takes a case back before it is decided. */
import type { Context } from '#platform/context';
import { audit } from '#platform/audit';
import { inTransaction } from '#platform/database';
import { granted, refused, type Result } from '#platform/result';
import { lockCaseOf } from './cases.sql.ts';
import { withdrawRunning } from './rounds.ts';

/**
 * Ends the running round as withdrawn; cases that waited for this one are withdrawn with it. Refused when
 * nothing runs. open-to-all actors here: the part that owns the thing has demanded its own ability.
 */
export async function withdrawCase(
	ctx: Context,
	input: { readonly kind: string; readonly subject: string },
): Promise<Result<undefined, 'nothing-runs'>> {
	return inTransaction(ctx, async (inside) => {
		const approval = await lockCaseOf(inside, input.kind, input.subject);
		if (!approval || !(await withdrawRunning(inside, approval))) return refused('nothing-runs');
		await audit(inside, 'support.case-withdrawn', { kind: approval.kind, id: approval.subject_id });
		return granted();
	});
}
