/** A person sees who opened their case: which organisation, when and why. */
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { personOf } from '#shared/actor';
import type { Organisation } from './organisations.ts';
import { organisationCards } from './organisations.ts';
import { looksAtCasesOf } from './looks.sql.ts';

export type LookAtMe = {
	readonly organisation: Organisation | undefined;
	readonly at: Date;
	readonly reason: string;
	readonly kind: string;
	readonly subject: string;
};

/** Looks at the acting person's own cases, newest first; open-to-all who have an account, each their own. */
export async function looksFor(ctx: Context): Promise<LookAtMe[]> {
	const person = personOf(ctx.actor);
	if (!person) throw new NotFound('looks');
	const rows = await looksAtCasesOf(ctx, person);
	const organisations = await organisationCards(
		ctx,
		rows.map((row) => row.organisation_id),
	);
	return rows.map((row) => ({
		organisation: organisations.get(row.organisation_id),
		at: row.opened_at,
		reason: row.reason,
		kind: row.kind,
		subject: row.subject_id,
	}));
}
