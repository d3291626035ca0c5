/** What shows that somebody works at a school: a setting of each support organisation, with versions. */
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
import { demand } from '../../abilities.ts';
import type { EvidenceRule } from './evidence.ts';
import { insertRuleVersion, ruleVersions } from './rule-versions.sql.ts';

/** Below this nobody goes: the bounds of the database say the same. */
export const evidenceBounds = {
	colleaguesNeeded: { least: 2, most: 9 },
	colleagueAfterDays: { least: 30, most: 365 },
	linkDays: { least: 1, most: 60 },
	remindAfterDays: { least: 1, most: 40 },
} as const;

export type SetEvidenceRule = EvidenceRule & RuleScope;
export type EvidenceSetting = RuleSetting<EvidenceRule>;

/** All versions of all rules, the newest first, with which of them hold now. For the central desk. */
export async function evidenceSettings(ctx: Context): Promise<EvidenceSetting[]> {
	demand(ctx, 'people.keep-evidence-rules');
	return ruleSettings(ctx, await ruleVersions(ctx));
}

/** What holds on that day without the change: a rule of the organisation, or the one of all. Refuses like `setEvidenceRule`. */
export async function previewEvidenceRule(
	ctx: Context,
	input: SetEvidenceRule,
): Promise<Result<EvidenceRule, RuleRefusal>> {
	demand(ctx, 'people.keep-evidence-rules');
	const wrong = await wrongWith(ctx, input);
	return wrong ?? granted(ruleAlone(ruleOn(await ruleVersions(ctx), input)));
}

export type RuleRefusal = 'since-past' | 'reminded-too-late';

/**
 * A new version. From its day on, what the head or colleagues say is weighed by it, for cases that run, too; what was
 * decided stays. Refused for a day gone by, and when the school would be reminded after its link is over.
 */
export async function setEvidenceRule(
	ctx: Context,
	input: SetEvidenceRule,
): Promise<Result<undefined, RuleRefusal>> {
	demand(ctx, 'people.keep-evidence-rules');
	const wrong = await wrongWith(ctx, input);
	if (wrong) return wrong;
	await keepVersion(ctx, input);
	return granted();
}

/** Takes a version back by a new one with what held before: of the same organisation, else of all. */
export async function undoEvidenceRule(
	ctx: Context,
	number: number,
): Promise<Result<undefined, 'nothing-before'>> {
	demand(ctx, 'people.keep-evidence-rules');
	const before = ruleBefore(await ruleVersions(ctx), number, ctx.now);
	if (!before.ok) return before;
	await keepVersion(ctx, before.value);
	return granted();
}

function keepVersion(ctx: Context, version: SetEvidenceRule): Promise<void> {
	const { actor } = ctx;
	if (actor.kind !== 'officer') throw new Forbidden('people.keep-evidence-rules');
	return inTransaction(ctx, async (inside) => {
		await insertRuleVersion(inside, version, actor.office);
		const { since, organisation } = version;
		const kept = { ...ruleAlone(version), organisation, since: since.toISOString() };
		await audit(inside, 'people.evidence-rule-set', { kind: 'setting' }, kept);
	});
}

function ruleAlone(rule: EvidenceRule): EvidenceRule {
	const { head, colleagues, colleaguesNeeded, colleagueAfterDays, linkDays, remindAfterDays } = rule;
	return { head, colleagues, colleaguesNeeded, colleagueAfterDays, linkDays, remindAfterDays };
}

async function wrongWith(ctx: Context, input: SetEvidenceRule) {
	// the reminder counts working days: a link that ends before them is never reminded of
	const isTooLate = input.remindAfterDays >= input.linkDays;
	return (
		(await wrongScope(ctx, input)) ??
		(isTooLate ? refused('reminded-too-late', 'remindAfterDays') : undefined)
	);
}
