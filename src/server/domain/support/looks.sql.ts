/** SQL of looks at personal data. */
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import type { OfficeId } from '#shared/actor';
import type { CaseId } from './case-kinds.ts';

export type LookRow = { readonly id: string; readonly ends_at: Date };

/** The look of this office at the case that still runs. */
export function runningLook(ctx: Context, office: OfficeId, id: CaseId): Promise<LookRow | undefined> {
	return ctx.db
		.selectFrom('support.look')
		.select(['id', 'ends_at'])
		.where('office_id', '=', office)
		.where('case_id', '=', id)
		.where('ends_at', '>', ctx.now)
		.orderBy('ends_at', 'desc')
		.limit(1)
		.executeTakeFirst();
}

export type NewLook = {
	readonly office: OfficeId;
	readonly case: CaseId;
	readonly reason: string;
	readonly endsAt: Date;
};

export async function insertLook(ctx: Context, look: NewLook): Promise<LookRow> {
	return ctx.db
		.insertInto('support.look')
		.values({
			id: newId(),
			office_id: look.office,
			case_id: look.case,
			reason: look.reason,
			opened_at: ctx.now,
			ends_at: look.endsAt,
		})
		.returning(['id', 'ends_at'])
		.executeTakeFirstOrThrow();
}

/** Who looked at the cases of this applicant: the organisation and when, newest first. */
export function looksAtCasesOf(ctx: Context, applicant: string) {
	return ctx.db
		.selectFrom('support.look as look')
		.innerJoin('support.approval_case as approval', 'approval.id', 'look.case_id')
		.innerJoin('support.office as office', 'office.id', 'look.office_id')
		.select([
			'look.opened_at',
			'look.reason',
			'office.organisation_id',
			'approval.kind',
			'approval.subject_id',
		])
		.where('approval.applicant_id', '=', applicant)
		.orderBy('look.opened_at', 'desc')
		.limit(200)
		.execute();
}

export async function deleteLooksBefore(ctx: Context, before: Date): Promise<void> {
	await ctx.db.deleteFrom('support.look').where('opened_at', '<', before).execute();
}
