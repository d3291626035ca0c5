/** How long things are kept: the closed list of words that manifests use, and the rules behind them, which are rows. */
import { sql } from 'kysely';
import type { Context } from './context.ts';

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

/** What ended before this moment is over by the rule that holds now. */
export async function overBefore(ctx: Context, rule: RetentionRule): Promise<Date> {
	const found = await sql<{ over: Date }>`
		select ${ctx.now}::timestamptz - (amount || ' ' || unit)::interval as over
		from platform.retention_rule where rule = ${rule} and since <= ${ctx.now}
		order by since desc limit 1`.execute(ctx.db);
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
		.execute();
	return Object.fromEntries(rows.map(({ rule, amount, unit }) => [rule, { amount, unit }])) as Record<
		RetentionRule,
		KeptTime
	>;
}
