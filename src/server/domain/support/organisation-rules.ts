/**
 * Rules that a support organisation may have of its own, and one for all others, kept as versions. The part whose rule it
 * is demands its ability, reads and writes the rows, and says what a rule may not be; the rest is the same for all.
 */
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { granted, refused, type Result } from '#platform/result';
import { heldOn, standingOf, type VersionState } from '#platform/versions';
import type { OfficeId, OrganisationId } from '#shared/actor';
import { organisationCards } from './organisations.ts';

/** For whom a version is, and from when. null: every organisation that has no rule of its own. */
export type RuleScope = { readonly organisation: OrganisationId | null; readonly since: Date };

export type RuleVersion<Rule> = Rule &
	RuleScope & { readonly number: number; readonly setAt: Date; readonly setBy: OfficeId | null };

/** A version as the central desk sees it. */
export type RuleSetting<Rule> = RuleVersion<Rule> & {
	readonly organisationName: string | undefined;
	readonly state: VersionState;
	/** What held before in the same organisation, or what holds for all, can hold again. */
	readonly canUndo: boolean;
};

/** The versions in their order, with which of them hold now. open-to-all: their part has demanded its ability. */
export async function ruleSettings<Rule>(
	ctx: Context,
	versions: readonly RuleVersion<Rule>[],
): Promise<RuleSetting<Rule>[]> {
	const names = await organisationCards(
		ctx,
		versions.flatMap(({ organisation }) => organisation ?? []),
	);
	return versions.map((version) => {
		const { state, canUndo } = standingOf(version, ofScope(versions, version.organisation), ctx.now);
		return {
			...version,
			organisationName: version.organisation ? names.get(version.organisation)?.name : undefined,
			state,
			canUndo: canUndo || (state !== 'past' && version.organisation !== null),
		};
	});
}

/** What holds for an organisation on a day: its own rule, else the one of all. */
export function ruleOn<Rule>(
	versions: readonly RuleVersion<Rule>[],
	{ organisation, since }: RuleScope,
): RuleVersion<Rule> {
	const held = heldOn(ofScope(versions, organisation), since) ?? heldOn(ofScope(versions, null), since);
	if (!held) throw new NotFound('rule');
	return held;
}

/**
 * The version that takes another one back: what held before in the same organisation, else the rule of all, from the day of
 * the one that goes, if that has not come yet, else from now.
 */
export function ruleBefore<Rule>(
	versions: readonly RuleVersion<Rule>[],
	number: number,
	now: Date,
): Result<RuleVersion<Rule>, 'nothing-before'> {
	const version = versions.find((each) => each.number === number);
	if (!version) throw new NotFound('rule');
	const { organisation } = version;
	const before =
		versions.find((each) => each.number < number && each.organisation === organisation) ??
		(organisation === null ? undefined : heldOn(ofScope(versions, null), now));
	if (!before) return refused('nothing-before');
	return granted({ ...before, organisation, since: version.since > now ? version.since : now });
}

/** What is wrong with the scope of a new version; NotFound for an organisation that is none. */
export async function wrongScope(ctx: Context, { organisation, since }: RuleScope) {
	const cards = organisation ? await organisationCards(ctx, [organisation]) : undefined;
	if (cards?.size === 0) throw new NotFound('organisation');
	return since < ctx.now ? refused('since-past', 'since') : undefined;
}

function ofScope<Rule>(
	versions: readonly RuleVersion<Rule>[],
	organisation: OrganisationId | null,
): RuleVersion<Rule>[] {
	return versions.filter((each) => each.organisation === organisation);
}
