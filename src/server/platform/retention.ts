/** How long things are kept: the closed list of words that manifests use, and the rules behind them, which are rows. */
import { sql } from 'kysely';
import type { OfficeId } from '#shared/actor';
import type { Context } from './context.ts';
import type { Version } from './versions.ts';

/** What a manifest may say about how long a column is kept. What each means stands in the messages `register.until.*`. */
export const keptWords = [
	'account',
	'joining',
	'session',
	'request',
	'message',
	'notice',
	'partner-post',
	'link-invitation',
	'findable',
	'project',
	'space',
	'page',
	'material',
	'post',
	'report',
	'pupil',
	'card',
	'pupil-session',
	'class',
	'cohort',
	'import',
	'letter',
	'log',
	'form-answer',
	'limit',
	'file',
	'search-change',
	'copy',
] as const;

export type Kept = (typeof keptWords)[number];

/** The rules that say after how much time something is over; the rows are in `platform.retention_rule`. */
export const retentionRules = [
	'account_idle',
	'account_warned',
	'account_warned_last',
	'account_pending',
	'account_pending_warned',
	'joining',
	'request',
	'message',
	'notice',
	'partner_post',
	'link_invitation',
	'plan_withdrawn',
	'space_archived',
	'page_binned',
	'material_binned',
	'post_removed',
	'report_settled',
	'pupil_ended',
	'pupil_unused',
	'pupil_project_over',
	'pupil_session',
	'import',
	'letter',
	'log',
	'form_answer',
	'limit',
	'file_unused',
	'search_change',
	'copy',
] as const;

export type RetentionRule = (typeof retentionRules)[number];

export type KeptTime = { readonly amount: number; readonly unit: 'day' | 'month' | 'year' };

/** Within which bounds a rule may be set. The lower keeps what people rely on, the upper what nobody may hoard. */
export const retentionBounds = {
	account_idle: { unit: 'year', least: 1, most: 5 },
	// between two letters, and after the last, there is time: these never meet
	account_warned: { unit: 'day', least: 30, most: 180 },
	account_warned_last: { unit: 'day', least: 3, most: 21 },
	account_pending: { unit: 'day', least: 14, most: 90 },
	account_pending_warned: { unit: 'day', least: 3, most: 10 },
	joining: { unit: 'day', least: 7, most: 60 },
	request: { unit: 'month', least: 6, most: 36 },
	message: { unit: 'month', least: 6, most: 36 },
	notice: { unit: 'month', least: 3, most: 24 },
	partner_post: { unit: 'month', least: 6, most: 36 },
	link_invitation: { unit: 'month', least: 1, most: 12 },
	plan_withdrawn: { unit: 'month', least: 3, most: 24 },
	space_archived: { unit: 'year', least: 2, most: 10 },
	page_binned: { unit: 'day', least: 30, most: 180 },
	material_binned: { unit: 'day', least: 30, most: 180 },
	// teachers see for 90 days at least what was removed in their TwinSpace
	post_removed: { unit: 'day', least: 90, most: 365 },
	report_settled: { unit: 'year', least: 1, most: 5 },
	pupil_ended: { unit: 'day', least: 14, most: 60 },
	pupil_unused: { unit: 'month', least: 6, most: 13 },
	pupil_project_over: { unit: 'day', least: 1, most: 60 },
	pupil_session: { unit: 'day', least: 1, most: 7 },
	import: { unit: 'month', least: 3, most: 24 },
	letter: { unit: 'day', least: 7, most: 90 },
	// the database itself keeps the log for half a year
	log: { unit: 'month', least: 6, most: 24 },
	form_answer: { unit: 'day', least: 1, most: 7 },
	limit: { unit: 'day', least: 1, most: 7 },
	file_unused: { unit: 'day', least: 1, most: 30 },
	search_change: { unit: 'day', least: 2, most: 14 },
	copy: { unit: 'day', least: 1, most: 30 },
} as const satisfies Record<
	RetentionRule,
	{ readonly unit: KeptTime['unit']; readonly least: number; readonly most: number }
>;

/** What ended before this moment is over by the rule that holds now. */
export async function overBefore(ctx: Context, rule: RetentionRule): Promise<Date> {
	const found = await sql<{ over: Date }>`
		select ${ctx.now}::timestamptz - (amount || ' ' || unit)::interval as over
		from platform.retention_rule where rule = ${rule} and since <= ${ctx.now}
		order by since desc, number desc limit 1`.execute(ctx.db);
	const [row] = found.rows;
	if (!row) throw new Error(`there is no rule for how long to keep: ${rule}`);
	return row.over;
}

/** How long each rule keeps, as it holds now. */
export async function keptTimes(ctx: Context): Promise<Readonly<Record<RetentionRule, KeptTime>>> {
	const rows = await ctx.db
		.selectFrom('platform.retention_rule')
		.select(['rule', 'amount', 'unit'])
		.where('since', '<=', ctx.now)
		.orderBy('since')
		.orderBy('number')
		.execute();
	return Object.fromEntries(rows.map(({ rule, amount, unit }) => [rule, { amount, unit }])) as Record<
		RetentionRule,
		KeptTime
	>;
}

export type RetentionVersion = KeptTime &
	Version & {
		readonly rule: RetentionRule;
		readonly setAt: Date;
		/** null: the rule of the beginning. */
		readonly setBy: OfficeId | null;
	};

/** All versions of all rules, the newest first. */
export async function retentionVersions(ctx: Context): Promise<RetentionVersion[]> {
	const rows = await ctx.db
		.selectFrom('platform.retention_rule')
		.select(['number', 'rule', 'since', 'amount', 'unit', 'set_at as setAt', 'set_by as setBy'])
		.orderBy('number', 'desc')
		.execute();
	return rows.map((row) => ({ ...row, number: Number(row.number) })) as RetentionVersion[];
}

export async function insertRetentionVersion(
	ctx: Context,
	{ rule, since, amount }: { readonly rule: RetentionRule; readonly since: Date; readonly amount: number },
	by: OfficeId,
): Promise<void> {
	const { unit } = retentionBounds[rule];
	await ctx.db
		.insertInto('platform.retention_rule')
		.values({ rule, since, amount, unit, set_at: ctx.now, set_by: by })
		.execute();
}
