/** Tells the parties of a case, each in their own language: a title and a desk have a name in every language. */
import { emit } from '#platform/events';
import type { Context } from '#platform/context';
import { inLocale } from '#platform/messages';
import type { OrganisationId, PersonId } from '#shared/actor';
import { defaultLocale, type Locale } from '#shared/locales';
import { caseKind, standingOf } from './case-kinds.ts';
import { partiesOf, type CaseRow } from './cases.sql.ts';
import { organisationCards } from './organisations.ts';

export type CaseNotice =
	'case-question' | 'case-question-again' | 'case-escalated' | 'case-granted' | 'case-refused';

/** One notice for each language among the parties, in the transaction of what it tells. */
export async function tellParties(
	ctx: Context,
	approval: CaseRow,
	kind: CaseNotice,
	organisation: OrganisationId,
): Promise<void> {
	const parties = (await partiesOf(ctx, [approval.id])).map((party) => party.person_id);
	for (const [locale, to] of await byLanguage(ctx, parties)) {
		await inLocale(locale, () => tellIn({ ...ctx, locale }, to, approval, kind, organisation));
	}
}

async function tellIn(
	ctx: Context,
	to: readonly PersonId[],
	approval: CaseRow,
	kind: CaseNotice,
	organisation: OrganisationId,
): Promise<void> {
	const described = (await caseKind(approval.kind).describe(ctx, [approval.subject_id])).get(
		approval.subject_id,
	);
	const desk = (await organisationCards(ctx, [organisation])).get(organisation);
	if (!described || !desk) return;
	await emit(ctx, 'notice', {
		to,
		kind,
		params: { organisation: desk.name, title: described.title },
		path: described.path,
	});
}

/** Persons by the language they are told things in. */
export async function byLanguage(
	ctx: Context,
	persons: readonly PersonId[],
): Promise<Map<Locale, PersonId[]>> {
	const standing = await standingOf(ctx, persons);
	const groups = new Map<Locale, PersonId[]>();
	for (const person of new Set(persons)) {
		const locale = standing.get(person)?.locale ?? defaultLocale;
		groups.set(locale, [...(groups.get(locale) ?? []), person]);
	}
	return groups;
}
