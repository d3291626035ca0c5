/** How many may apply for a label in a school year, and what is needed for it: a setting with versions. */
import { organisationCards } from '#domain/support';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { Forbidden, NotFound } from '#platform/errors';
import { granted, refused, type Result } from '#platform/result';
import { heldOn, standingOf, type VersionState } from '#platform/versions';
import type { OfficeId, OrganisationId } from '#shared/actor';
import { demand } from './abilities.ts';
import type { LabelRule } from './assessment.ts';
import { criteria } from './label.ts';
import { insertRuleVersion, ruleVersions, type NewRuleVersion, type RuleVersion } from './rules.sql.ts';

export type SetLabelRule = LabelRule & {
	readonly organisation: OrganisationId | undefined;
	readonly since: Date;
};

export type LabelSetting = LabelRule & {
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
export async function labelSettings(ctx: Context): Promise<LabelSetting[]> {
	demand(ctx, 'recognition.keep-rules');
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

/** `points-disagree`: each criterion would need more than all together ask for. */
export type LabelRuleRefusal = 'since-past' | 'points-disagree';

/** What holds on that day without the change: a rule of the organisation, or the one of all. Refuses like `setLabelRule`. */
export async function previewLabelRule(
	ctx: Context,
	input: SetLabelRule,
): Promise<Result<LabelRule, LabelRuleRefusal>> {
	demand(ctx, 'recognition.keep-rules');
	const wrong = await wrongWith(ctx, input);
	if (wrong) return wrong;
	const versions = await ruleVersions(ctx);
	const held =
		heldAt(versions, input.organisation ?? null, input.since) ?? heldAt(versions, null, input.since);
	if (!held) throw new NotFound('label-rule');
	return granted(held);
}

/** A new version: from its day on, what is sent and what is decided goes by it; labels that are there stay. */
export async function setLabelRule(
	ctx: Context,
	input: SetLabelRule,
): Promise<Result<undefined, LabelRuleRefusal>> {
	demand(ctx, 'recognition.keep-rules');
	const wrong = await wrongWith(ctx, input);
	if (wrong) return wrong;
	return inTransaction(ctx, async (inside) => {
		await keepVersion(inside, { ...input, organisation: input.organisation ?? null });
		return granted();
	});
}

/** Takes a version back by a new one with what held before: of the same organisation, else of all. */
export async function undoLabelRule(
	ctx: Context,
	number: number,
): Promise<Result<undefined, 'nothing-before'>> {
	demand(ctx, 'recognition.keep-rules');
	const versions = await ruleVersions(ctx);
	const version = versions.find((each) => each.number === number);
	if (!version) throw new NotFound('label-rule');
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
	if (ctx.actor.kind !== 'officer') throw new Forbidden('recognition.keep-rules');
	await insertRuleVersion(ctx, version, ctx.actor.office);
	const { since, organisation, applicationsAYear, pointsNeeded, pointsEach, feedbackLeast } = version;
	const rule = { applicationsAYear, pointsNeeded, pointsEach, feedbackLeast };
	const kept = { ...rule, organisation, since: since.toISOString() };
	await audit(ctx, 'recognition.label-rule-set', { kind: 'setting' }, kept);
}

async function wrongWith(ctx: Context, input: SetLabelRule) {
	const cards = input.organisation ? await organisationCards(ctx, [input.organisation]) : undefined;
	if (cards?.size === 0) throw new NotFound('organisation');
	if (input.since < ctx.now) return refused('since-past', 'since');
	if (input.pointsEach * criteria.length > input.pointsNeeded)
		return refused('points-disagree', 'pointsEach');
	return undefined;
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
