/** SQL of reports. */
import type { Context } from '#platform/context';
import { newId, randomSymbols } from '#platform/ids';
import type { PersonId } from '#shared/actor';
import type { MatterId, Reason, RoomMemberId } from './matter.ts';

export type Report = {
	readonly id: string;
	readonly number: string;
	readonly matter: MatterId;
	readonly by: { readonly person: PersonId | null; readonly member: RoomMemberId | null };
	readonly reason: Reason;
	readonly words: string;
	readonly locale: string;
	readonly reportedAt: Date;
};

export type NewReport = Pick<Report, 'matter' | 'by' | 'reason' | 'words' | 'locale'>;

/** Symbols of a receipt: sixty bits, so that nobody finds another's by trying. */
export const numberSymbols = 12;

/** Keeps a report; undefined when this person or member reported the matter before. */
export async function insertReport(ctx: Context, report: NewReport): Promise<string | undefined> {
	const row = await ctx.db
		.insertInto('safety.report')
		.values({
			id: newId(),
			number: randomSymbols(numberSymbols).toUpperCase(),
			matter_id: report.matter,
			by_person_id: report.by.person,
			by_member_id: report.by.member,
			reason: report.reason,
			words: report.words,
			locale: report.locale,
			reported_at: ctx.now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.returning('number')
		.executeTakeFirst();
	return row?.number;
}

function reports(ctx: Context) {
	return ctx.db
		.selectFrom('safety.report as report')
		.select(['report.id', 'report.number', 'report.matter_id', 'report.by_person_id', 'report.by_member_id'])
		.select(['report.reason', 'report.words', 'report.locale', 'report.reported_at']);
}

type Row = Awaited<ReturnType<ReturnType<typeof reports>['executeTakeFirstOrThrow']>>;

function reportOf(row: Row): Report {
	return {
		id: row.id,
		number: row.number,
		matter: row.matter_id,
		by: { person: row.by_person_id, member: row.by_member_id },
		reason: row.reason as Reason,
		words: row.words,
		locale: row.locale,
		reportedAt: row.reported_at,
	};
}

export async function reportByNumber(ctx: Context, number: string): Promise<Report | undefined> {
	const row = await reports(ctx).where('report.number', '=', number).executeTakeFirst();
	return row && reportOf(row);
}

/** What was reported about these matters, the oldest first. */
export async function reportsAbout(ctx: Context, matters: readonly MatterId[]): Promise<Report[]> {
	if (matters.length === 0) return [];
	const rows = await reports(ctx)
		.where('report.matter_id', 'in', [...matters])
		.orderBy('report.reported_at')
		.execute();
	return rows.map(reportOf);
}

/** Which of these things this person has reported. */
export async function thingsReportedBy(
	ctx: Context,
	person: PersonId,
	things: readonly string[],
): Promise<Set<string>> {
	if (things.length === 0) return new Set();
	const rows = await ctx.db
		.selectFrom('safety.report as report')
		.innerJoin('safety.matter as matter', 'matter.id', 'report.matter_id')
		.select('matter.thing_id')
		.where('report.by_person_id', '=', person)
		.where('matter.thing_id', 'in', [...things])
		.execute();
	return new Set(rows.map(({ thing_id }) => thing_id));
}
