/** Who opened data of persons: each person sees it of their own, and the central desk goes through a tenth of all. */
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { t } from '#messages/support';
import { installation } from '#platform/installation';
import { keyedHash } from '#platform/ids';
import { personOf, type PersonId } from '#shared/actor';
import { isOneOf } from '#shared/vocabulary';
import { describeCases, type CaseDescription } from './case-kinds.ts';
import type { Organisation } from './organisations.ts';
import { organisationCards } from './organisations.ts';
import { demand } from './abilities.ts';
import { countLooksIn, looksAtPerson, looksDrawn, type Month } from './looks.sql.ts';
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
	const tell = await tellerOf(ctx, rows);
	return rows.map((row) => ({ ...tell(row), until: row.ends_at }));
}

/** A look that somebody goes through: whose it was, when, why and through which case. */
export type LookToReview = Omit<LookAtMe, 'until'> & { readonly officer: PersonId };

export type LooksToReview = {
	/** The first day of the month. */
	readonly month: Date;
	/** How many there were. */
	readonly all: number;
	readonly drawn: readonly LookToReview[];
};

/** A tenth of them is gone through, and ten at least. */
const least = 10;

/**
 * Looks of the month before this one, drawn by chance, for the central desk: the same ones however often it is asked, and
 * which ones nobody could know when they were opened. Whose data it was is not told.
 */
export async function looksToReview(ctx: Context): Promise<LooksToReview> {
	demand(ctx, 'support.review-looks');
	const month = monthBefore(ctx.now);
	const all = await countLooksIn(ctx, month);
	const seed = keyedHash(installation().secret, `looks:${month.from.toISOString()}`).toString('hex');
	const rows = await looksDrawn(ctx, month, Math.max(least, Math.ceil(all / 10)), seed);
	const tell = await tellerOf(ctx, rows);
	return { month: month.from, all, drawn: rows.map((row) => ({ ...tell(row), officer: row.officer })) };
}

function monthBefore(now: Date): Month {
	const first = (back: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1));
	return { from: first(1), to: first(0) };
}

type Opened = Omit<Awaited<ReturnType<typeof looksDrawn>>[number], 'officer'>;
type Told = Omit<LookAtMe, 'until'>;

/** Asks once for what all these looks went through, and tells each. */
async function tellerOf(ctx: Context, rows: readonly Opened[]): Promise<(row: Opened) => Told> {
	const organisations = await organisationCards(
		ctx,
		rows.map((row) => row.organisation_id),
	);
	const cases = await describeCases(
		ctx,
		rows.flatMap(({ case: id, kind, subject }) => (id && kind && subject ? [{ id, kind, subject }] : [])),
	);
	return (row) => ({
		id: row.id,
		organisation: organisations.get(row.organisation_id),
		at: row.opened_at,
		reason: row.reason,
		...(isOneOf(lookOccasions, row.about)
			? { title: t(`support.looks.occasion.${row.about}`), titleLocale: undefined, kindName: '' }
			: throughCase(cases.get(row.case ?? ''), row.kind ?? '')),
	});
}

function throughCase(described: CaseDescription | undefined, kind: string) {
	return {
		title: described?.title ?? t('support.case.gone'),
		titleLocale: described?.locale,
		kindName: kindName(kind),
	};
}
