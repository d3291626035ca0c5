/** A person sees who opened their data: which organisation, when, why and through which case. */
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { t } from '#messages/support';
import { personOf } from '#shared/actor';
import { isOneOf } from '#shared/vocabulary';
import { describeCases, type CaseDescription } from './case-kinds.ts';
import type { Organisation } from './organisations.ts';
import { organisationCards } from './organisations.ts';
import { looksAtPerson } from './looks.sql.ts';
import { kindName } from './read-queue.ts';
import { lookOccasions } from './reasons.ts';

export type LookAtMe = {
	readonly id: string;
	readonly organisation: Organisation | undefined;
	readonly at: Date;
	readonly until: Date;
	readonly reason: string;
	/** What the case, or the occasion, was about: "Teacher at Escola Básica da Ribeira", of the kind "Teachers at schools". */
	readonly title: string;
	readonly titleLocale: string | undefined;
	readonly kindName: string;
};

/** Looks at the acting person's own data, newest first; open-to-all who have an account, each their own. */
export async function looksFor(ctx: Context): Promise<LookAtMe[]> {
	const person = personOf(ctx.actor);
	if (!person) throw new NotFound('looks');
	const rows = await looksAtPerson(ctx, person);
	const organisations = await organisationCards(
		ctx,
		rows.map((row) => row.organisation_id),
	);
	const cases = await describeCases(
		ctx,
		rows.flatMap(({ case: id, kind, subject }) => (id && kind && subject ? [{ id, kind, subject }] : [])),
	);
	return rows.map((row) => ({
		id: row.id,
		organisation: organisations.get(row.organisation_id),
		at: row.opened_at,
		until: row.ends_at,
		reason: row.reason,
		...(isOneOf(lookOccasions, row.about)
			? { title: t(`support.looks.occasion.${row.about}`), titleLocale: undefined, kindName: '' }
			: throughCase(cases.get(row.case ?? ''), row.kind ?? '')),
	}));
}

function throughCase(described: CaseDescription | undefined, kind: string) {
	return {
		title: described?.title ?? t('support.case.gone'),
		titleLocale: described?.locale,
		kindName: kindName(kind),
	};
}
