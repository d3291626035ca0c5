/** SQL of cases and their parties. */
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import type { PersonId } from '#shared/actor';
import type { CaseId } from './case-kinds.ts';

export type CaseRow = {
	readonly id: CaseId;
	readonly kind: string;
	readonly subject_id: string;
	readonly applicant_id: PersonId;
	readonly waits_for: CaseId | null;
};

const caseColumns = ['id', 'kind', 'subject_id', 'applicant_id', 'waits_for'] as const;

export type NewCase = {
	readonly kind: string;
	readonly subject: string;
	readonly applicant: PersonId;
	readonly waitsFor: CaseId | undefined;
};

/** Undefined when the thing has a case already: there is one per thing, for ever. */
export async function insertCase(ctx: Context, made: NewCase): Promise<CaseId | undefined> {
	const row = await ctx.db
		.insertInto('support.approval_case')
		.values({
			id: newId(),
			kind: made.kind,
			subject_id: made.subject,
			applicant_id: made.applicant,
			opened_at: ctx.now,
			waits_for: made.waitsFor ?? null,
		})
		.onConflict((conflict) => conflict.columns(['kind', 'subject_id']).doNothing())
		.returning('id')
		.executeTakeFirst();
	return row?.id;
}

export type Party = { readonly person: PersonId; readonly school?: string | undefined };

/** Those of the newest round replace those before: a co-founder may have changed. */
export async function replaceParties(ctx: Context, id: CaseId, parties: readonly Party[]): Promise<void> {
	await ctx.db.deleteFrom('support.case_party').where('case_id', '=', id).execute();
	const rows = parties.map(({ person, school }) => ({
		case_id: id,
		person_id: person,
		school_id: school ?? null,
	}));
	await ctx.db.insertInto('support.case_party').values(rows).execute();
}

export type PartyRow = {
	readonly case_id: CaseId;
	readonly person_id: PersonId;
	readonly school_id: string | null;
};

export function partiesOf(ctx: Context, cases: readonly CaseId[]): Promise<PartyRow[]> {
	return ctx.db
		.selectFrom('support.case_party')
		.select(['case_id', 'person_id', 'school_id'])
		.where('case_id', 'in', [...cases])
		.execute();
}

/** The case, held until the transaction ends: two officers take turns. */
export function lockCase(ctx: Context, id: CaseId): Promise<CaseRow | undefined> {
	return ctx.db
		.selectFrom('support.approval_case')
		.select(caseColumns)
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
}

export function lockCaseOf(ctx: Context, kind: string, subject: string): Promise<CaseRow | undefined> {
	return ctx.db
		.selectFrom('support.approval_case')
		.select(caseColumns)
		.where('kind', '=', kind)
		.where('subject_id', '=', subject)
		.forUpdate()
		.executeTakeFirst();
}

export function casesOf(ctx: Context, kind: string, subjects: readonly string[]): Promise<CaseRow[]> {
	return ctx.db
		.selectFrom('support.approval_case')
		.select(caseColumns)
		.where('kind', '=', kind)
		.where('subject_id', 'in', [...subjects])
		.execute();
}

export function casesById(ctx: Context, ids: readonly CaseId[]): Promise<CaseRow[]> {
	return ctx.db
		.selectFrom('support.approval_case')
		.select(caseColumns)
		.where('id', 'in', [...ids])
		.execute();
}

/** Cases that wait for this one, held until the transaction ends. */
export function lockCasesWaitingFor(ctx: Context, id: CaseId): Promise<CaseRow[]> {
	return ctx.db
		.selectFrom('support.approval_case')
		.select(caseColumns)
		.where('waits_for', '=', id)
		.orderBy('id')
		.forUpdate()
		.execute();
}
