/** A teacher throws a draft away that was never sent. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { granted, type Granted } from '#platform/result';
import { demand } from './abilities.ts';
import { deleteApplications } from './applications.sql.ts';
import { reachPart } from './reach-part.ts';

/** Nothing of it stays. NotFound where there is none, Forbidden once it was sent. */
export async function discardDraft(
	ctx: Context,
	input: { readonly project: string },
): Promise<Granted<undefined>> {
	return inTransaction(ctx, async (inside) => {
		const { application } = await reachPart(inside, input.project);
		if (!application) throw new NotFound('application');
		demand(inside, 'recognition.discard', application);
		await deleteApplications(inside, [application.id]);
		await audit(inside, 'recognition.draft-discarded', { kind: 'application', id: application.id });
		return granted();
	});
}
