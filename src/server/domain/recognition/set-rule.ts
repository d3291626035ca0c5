/** How many may apply for a label in a school year, and what is needed for it: a setting with versions. */
import {
	ruleBefore,
	ruleOn,
	ruleSettings,
	wrongScope,
	type RuleScope,
	type RuleSetting,
} from '#domain/support';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { Forbidden } from '#platform/errors';
import { granted, refused, type Result } from '#platform/result';
import { demand } from './abilities.ts';
import type { LabelRule } from './assessment.ts';
import { criteria } from './label.ts';
import { insertRuleVersion, ruleVersions } from './rules.sql.ts';

export type SetLabelRule = LabelRule & RuleScope;
export type LabelSetting = RuleSetting<LabelRule>;

/** All versions of all rules, the newest first, with which of them hold now. For the central desk. */
export async function labelSettings(ctx: Context): Promise<LabelSetting[]> {
	demand(ctx, 'recognition.keep-rules');
	return ruleSettings(ctx, await ruleVersions(ctx));
}

/** `points-disagree`: each criterion would need more than all together ask for. */
export type LabelRuleRefusal = 'since-past' | 'points-disagree';

/** What holds on that day without the change: a rule of the organisation, or the one of all. Refuses like `setLabelRule`. */
export async function previewLabelRule(
	ctx: Context,
	input: SetLabelRule,
): Promise<Result<LabelRule, LabelRuleRefusal>> {
	demand(ctx, 'recognition.keep-rules');
	const wrong = await wrongWith(ctx, input);
	return wrong ?? granted(ruleOn(await ruleVersions(ctx), input));
}

/** A new version: from its day on, what is sent and what is decided goes by it; labels that are there stay. */
export async function setLabelRule(
	ctx: Context,
	input: SetLabelRule,
): Promise<Result<undefined, LabelRuleRefusal>> {
	demand(ctx, 'recognition.keep-rules');
	const wrong = await wrongWith(ctx, input);
	if (wrong) return wrong;
	await keepVersion(ctx, input);
	return granted();
}

/** Takes a version back by a new one with what held before: of the same organisation, else of all. */
export async function undoLabelRule(
	ctx: Context,
	number: number,
): Promise<Result<undefined, 'nothing-before'>> {
	demand(ctx, 'recognition.keep-rules');
	const before = ruleBefore(await ruleVersions(ctx), number, ctx.now);
	if (!before.ok) return before;
	await keepVersion(ctx, before.value);
	return granted();
}

function keepVersion(ctx: Context, version: SetLabelRule): Promise<void> {
	const { actor } = ctx;
	if (actor.kind !== 'officer') throw new Forbidden('recognition.keep-rules');
	return inTransaction(ctx, async (inside) => {
		await insertRuleVersion(inside, version, actor.office);
		const { since, organisation, applicationsAYear, pointsNeeded, pointsEach, feedbackLeast } = version;
		const rule = { applicationsAYear, pointsNeeded, pointsEach, feedbackLeast };
		const kept = { ...rule, organisation, since: since.toISOString() };
		await audit(inside, 'recognition.label-rule-set', { kind: 'setting' }, kept);
	});
}

async function wrongWith(ctx: Context, input: SetLabelRule) {
	const disagrees = input.pointsEach * criteria.length > input.pointsNeeded;
	return (await wrongScope(ctx, input)) ?? (disagrees ? refused('points-disagree', 'pointsEach') : undefined);
}
