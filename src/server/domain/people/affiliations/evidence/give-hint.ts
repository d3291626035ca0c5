/** The applicant says how the school is reached. It is shown to the officer and never written to. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { granted, type Granted } from '#platform/result';
import { demand } from '../../abilities.ts';
import type { AffiliationId } from '../affiliation.ts';
import { ownAffiliation } from '../own-affiliation.ts';
import { keepHint, type MailboxHint } from './evidence.sql.ts';

export type GiveHint = MailboxHint & { readonly affiliation: AffiliationId };

/** Keeps what was said last. */
export async function giveHint(
	ctx: Context,
	{ affiliation, address, page }: GiveHint,
): Promise<Granted<undefined>> {
	return inTransaction(ctx, async (ctx) => {
		const { id } = await ownAffiliation(ctx, affiliation);
		demand(ctx, 'people.state-affiliation');
		await keepHint(ctx, id, { address, page });
		await audit(ctx, 'people.mailbox-hinted', { kind: 'affiliation', id });
		return granted();
	});
}
