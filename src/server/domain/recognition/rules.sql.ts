/** SQL of the rules of the label, which are versions. */
import { sql } from 'kysely';
import type { RuleScope, RuleVersion } from '#domain/support';
import type { Context } from '#platform/context';
import type { OfficeId, OrganisationId } from '#shared/actor';
import type { LabelRule } from './assessment.ts';

const ruleColumns = [
	'applications_a_year as applicationsAYear',
	'points_needed as pointsNeeded',
	'points_each as pointsEach',
	'feedback_least as feedbackLeast',
] as const;

/** The rule of this organisation that holds now, else the one of all. */
export async function labelRuleOf(ctx: Context, organisation: OrganisationId): Promise<LabelRule> {
	return ctx.db
		.selectFrom('recognition.label_rule')
		.select(ruleColumns)
		.where((eb) => eb.or([eb('organisation_id', 'is', null), eb('organisation_id', '=', organisation)]))
		.where('since', '<=', ctx.now)
		.orderBy(sql`organisation_id is null`)
		.orderBy('since', 'desc')
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirstOrThrow();
}

/** All versions, the newest first. */
export async function ruleVersions(ctx: Context): Promise<RuleVersion<LabelRule>[]> {
	return ctx.db
		.selectFrom('recognition.label_rule')
		.select(['number', 'organisation_id as organisation', 'since', 'set_at as setAt', 'set_by as setBy'])
		.select(ruleColumns)
		.orderBy('number', 'desc')
		.execute() as unknown as Promise<RuleVersion<LabelRule>[]>;
}

export async function insertRuleVersion(
	ctx: Context,
	rule: LabelRule & RuleScope,
	by: OfficeId,
): Promise<void> {
	await ctx.db
		.insertInto('recognition.label_rule')
		.values({
			organisation_id: rule.organisation,
			applications_a_year: rule.applicationsAYear,
			points_needed: rule.pointsNeeded,
			points_each: rule.pointsEach,
			feedback_least: rule.feedbackLeast,
			since: rule.since,
			set_at: ctx.now,
			set_by: by,
		})
		.execute();
}
