/** SQL of the versions of the rules of evidence. */
import type { RuleScope, RuleVersion } from '#domain/support';
import type { Context } from '#platform/context';
import type { OfficeId } from '#shared/actor';
import type { EvidenceRule } from './evidence.ts';

/** All versions, the newest first. */
export async function ruleVersions(ctx: Context): Promise<RuleVersion<EvidenceRule>[]> {
	const rows = await ctx.db
		.selectFrom('people.evidence_rule')
		.select(['number', 'organisation_id as organisation', 'since', 'set_at as setAt', 'set_by as setBy'])
		.select(['head', 'colleagues', 'colleagues_needed as colleaguesNeeded'])
		.select(['colleague_after_days as colleagueAfterDays', 'link_days as linkDays'])
		.select('remind_after_days as remindAfterDays')
		.orderBy('number', 'desc')
		.execute();
	return rows as unknown as RuleVersion<EvidenceRule>[];
}

export async function insertRuleVersion(
	ctx: Context,
	rule: EvidenceRule & RuleScope,
	by: OfficeId,
): Promise<void> {
	await ctx.db
		.insertInto('people.evidence_rule')
		.values({
			organisation_id: rule.organisation,
			head: rule.head,
			colleagues: rule.colleagues,
			colleagues_needed: rule.colleaguesNeeded,
			colleague_after_days: rule.colleagueAfterDays,
			link_days: rule.linkDays,
			remind_after_days: rule.remindAfterDays,
			since: rule.since,
			set_at: ctx.now,
			set_by: by,
		})
		.execute();
}
