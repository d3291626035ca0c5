/** What shows that somebody works at a school: a setting of each support organisation, with versions. */
import { organisationCards } from '#domain/support';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { Forbidden, NotFound } from '#platform/errors';
import { granted, refused, type Result } from '#platform/result';
import { heldOn, standingOf, type VersionState } from '#platform/versions';
import type { OfficeId, OrganisationId } from '#shared/actor';
import { demand } from '../../abilities.ts';
import type { EvidenceRule } from './evidence.ts';
import {
	insertRuleVersion,
	ruleVersions,
	type NewRuleVersion,
	type RuleVersion,
} from './rule-versions.sql.ts';

/** Below this nobody goes: the bounds of the database say the same. */
export const evidenceBounds = {
	colleaguesNeeded: { least: 2, most: 9 },
	colleagueAfterDays: { least: 30, most: 365 },
	linkDays: { least: 1, most: 60 },
	remindAfterDays: { least: 1, most: 40 },
} as const;

export type SetEvidenceRule = EvidenceRule & {
	readonly organisation: OrganisationId | undefined;
	readonly since: Date;
};

export type EvidenceSetting = EvidenceRule & {
	readonly number: number;
	readonly organisation: OrganisationId | undefined;
	readonly organisationName: string | undefined;
	readonly since: Date;
	readonly setAt: Date;
	readonly setBy: OfficeId | undefined;
	readonly state: VersionState;
	/** What held before in the same organisation, or what holds for all, can hold again. */
	readonly canUndo: boolean;
};

/** All versions of all rules, the newest first, with which of them hold now. For the central desk. */
export async function evidenceSettings(ctx: Context): Promise<EvidenceSetting[]> {
	demand(ctx, 'people.keep-evidence-rules');
	const versions = await ruleVersions(ctx);
	const names = await organisationCards(
		ctx,
		versions.flatMap(({ organisation }) => organisation ?? []),
	);
	return versions.map((version) => {
		const ofOrganisation = versions.filter(({ organisation }) => organisation === version.organisation);
		const { state, canUndo } = standingOf(version, ofOrganisation, ctx.now);
		return {
			...version,
			organisation: version.organisation ?? undefined,
			organisationName: version.organisation ? names.get(version.organisation)?.name : undefined,
			setBy: version.setBy ?? undefined,
			state,
			canUndo: canUndo || (state !== 'past' && version.organisation !== null),
		};
	});
}

/** What holds on that day without the change: a rule of the organisation, or the one of all. Refuses like `setEvidenceRule`. */
export async function previewEvidenceRule(
	ctx: Context,
	input: SetEvidenceRule,
): Promise<Result<EvidenceRule, RuleRefusal>> {
	demand(ctx, 'people.keep-evidence-rules');
	const wrong = await wrongWith(ctx, input);
	if (wrong) return wrong;
	return granted(ruleOn(await ruleVersions(ctx), input.organisation ?? null, input.since));
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
	return inTransaction(ctx, async (inside) => {
		await keepVersion(inside, { ...input, organisation: input.organisation ?? null });
		return granted();
	});
}

/** Takes a version back by a new one with what held before: of the same organisation, else of all. */
export async function undoEvidenceRule(
	ctx: Context,
	number: number,
): Promise<Result<undefined, 'nothing-before'>> {
	demand(ctx, 'people.keep-evidence-rules');
	const versions = await ruleVersions(ctx);
	const version = versions.find((each) => each.number === number);
	if (!version) throw new NotFound('evidence-rule');
	const { organisation } = version;
	const before =
		versions.find((each) => each.number < number && each.organisation === organisation) ??
		(organisation === null ? undefined : heldAt(versions, null, ctx.now));
	if (!before) return refused('nothing-before');
	const since = version.since > ctx.now ? version.since : ctx.now;
	return inTransaction(ctx, async (inside) => {
		await keepVersion(inside, { ...before, organisation, since });
		return granted();
	});
}

async function keepVersion(ctx: Context, version: NewRuleVersion): Promise<void> {
	if (ctx.actor.kind !== 'officer') throw new Forbidden('people.keep-evidence-rules');
	await insertRuleVersion(ctx, version, ctx.actor.office);
	const { since, organisation, ...rule } = version;
	await audit(
		ctx,
		'people.evidence-rule-set',
		{ kind: 'setting' },
		{ ...ruleAlone(rule), organisation, since: since.toISOString() },
	);
}

function ruleAlone(rule: EvidenceRule): EvidenceRule {
	const { head, colleagues, colleaguesNeeded, colleagueAfterDays, linkDays, remindAfterDays } = rule;
	return { head, colleagues, colleaguesNeeded, colleagueAfterDays, linkDays, remindAfterDays };
}

async function wrongWith(ctx: Context, input: SetEvidenceRule) {
	const cards = input.organisation ? await organisationCards(ctx, [input.organisation]) : undefined;
	if (cards?.size === 0) throw new NotFound('organisation');
	if (input.since < ctx.now) return refused('since-past', 'since');
	// the reminder counts working days: a link that ends before them is never reminded of
	if (input.remindAfterDays >= input.linkDays) return refused('reminded-too-late', 'remindAfterDays');
	return undefined;
}

function ruleOn(
	versions: readonly RuleVersion[],
	organisation: OrganisationId | null,
	day: Date,
): EvidenceRule {
	const held = heldAt(versions, organisation, day) ?? heldAt(versions, null, day);
	if (!held) throw new NotFound('evidence-rule');
	return ruleAlone(held);
}

function heldAt(
	versions: readonly RuleVersion[],
	organisation: OrganisationId | null,
	day: Date,
): RuleVersion | undefined {
	return heldOn(
		versions.filter((each) => each.organisation === organisation),
		day,
	);
}
