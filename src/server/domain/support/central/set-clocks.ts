/** How long a case may lie: a setting with versions, seen before it holds and taken back by a new version. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { parts } from '#platform/part';
import { granted, refused, type Result } from '#platform/result';
import { heldOn, standingOf, type VersionState } from '#platform/versions';
import { personOf, type OrganisationId, type PersonId } from '#shared/actor';
import { demand } from '../abilities.ts';
import { organisationCards } from '../organisations.ts';
import { kindName } from '../read-queue.ts';
import { clockVersions, insertClockVersion, waitingOfKind, type ClockVersion } from './clock-settings.sql.ts';

export const everyKind = '*';

export type SetClocks = {
	readonly kind: string;
	readonly organisation: OrganisationId | undefined;
	readonly remind: number;
	readonly escalate: number;
	readonly since: Date;
};

export type ClockSetting = {
	readonly number: number;
	readonly kind: string;
	readonly kindName: string | undefined;
	readonly organisation: OrganisationId | undefined;
	readonly organisationName: string | undefined;
	readonly remind: number;
	readonly escalate: number;
	readonly since: Date;
	readonly setAt: Date;
	readonly setBy: PersonId | undefined;
	readonly state: VersionState;
	readonly canUndo: boolean;
};

/** All versions of all rules, the newest first, with which of them hold now. */
export async function clockSettings(ctx: Context): Promise<ClockSetting[]> {
	demand(ctx, 'support.keep-settings');
	const versions = await clockVersions(ctx);
	const organisations = await organisationCards(
		ctx,
		versions.flatMap(({ organisation }) => organisation ?? []),
	);
	return versions.map((version) => ({
		number: version.number,
		kind: version.kind,
		kindName: version.kind === everyKind ? undefined : kindName(version.kind),
		organisation: version.organisation ?? undefined,
		organisationName: version.organisation ? organisations.get(version.organisation)?.name : undefined,
		remind: version.remind,
		escalate: version.escalate,
		since: version.since,
		setAt: version.setAt,
		setBy: version.setBy ?? undefined,
		...standingOf(
			version,
			versions.filter((each) => scopeOf(each) === scopeOf(version)),
			ctx.now,
		),
	}));
}

/** The kinds for which a rule can be set, each with its name. */
export function clockKinds(): { readonly kind: string; readonly name: string }[] {
	const kinds = parts().flatMap((part) => Object.keys(part.cases ?? {}));
	return kinds.map((kind) => ({ kind, name: kindName(kind) }));
}

export type ClockPreview = {
	/** What holds for this scope on that day without the change: a rule of its own, or a more general one. */
	readonly before: { readonly remind: number; readonly escalate: number };
	/** Cases that wait now and keep the dates they have. */
	readonly waiting: number;
};

/** What the change would do, without doing it. The same refusals as `setClocks`. */
export async function previewClocks(
	ctx: Context,
	input: SetClocks,
): Promise<Result<ClockPreview, ClockRefusal>> {
	demand(ctx, 'support.keep-settings');
	const wrong = await wrongWith(ctx, input);
	if (wrong) return wrong;
	const versions = await clockVersions(ctx);
	const organisation = input.organisation ?? null;
	const scopes = [
		{ kind: input.kind, organisation },
		{ kind: input.kind, organisation: null },
		{ kind: everyKind, organisation },
		{ kind: everyKind, organisation: null },
	].map(scopeOf);
	const before = scopes
		.map((scope) =>
			heldOn(
				versions.filter((each) => scopeOf(each) === scope),
				input.since,
			),
		)
		.find((found) => found !== undefined);
	if (!before) throw new NotFound('clock-rule');
	return granted({
		before: { remind: before.remind, escalate: before.escalate },
		waiting: await waitingOfKind(ctx, input.kind, organisation),
	});
}

export type ClockRefusal = 'clocks-backwards' | 'since-past';

/** A new version: from its day on, cases that come in, or whose question is answered, run by it. */
export async function setClocks(ctx: Context, input: SetClocks): Promise<Result<undefined, ClockRefusal>> {
	demand(ctx, 'support.keep-settings');
	const wrong = await wrongWith(ctx, input);
	if (wrong) return wrong;
	const by = personOf(ctx.actor);
	if (by === undefined) throw new NotFound('person');
	return inTransaction(ctx, async (inside) => {
		await insertClockVersion(inside, { ...input, organisation: input.organisation ?? null }, by);
		await audit(
			inside,
			'support.clocks-set',
			{ kind: 'setting' },
			{ ...input, since: input.since.toISOString() },
		);
		return granted();
	});
}

/** Takes a version back by a new one with what held before it in the same scope, from this moment. */
export async function undoClocks(ctx: Context, number: number): Promise<Result<undefined, 'nothing-before'>> {
	demand(ctx, 'support.keep-settings');
	const versions = await clockVersions(ctx);
	const version = versions.find((each) => each.number === number);
	if (!version) throw new NotFound('clock-rule');
	const before = versions.find((each) => each.number < number && scopeOf(each) === scopeOf(version));
	if (!before) return refused('nothing-before');
	const { kind, organisation, remind, escalate } = before;
	const since = version.since > ctx.now ? version.since : ctx.now;
	const outcome = await setClocks(ctx, {
		...{ kind, remind, escalate, since },
		organisation: organisation ?? undefined,
	});
	if (!outcome.ok) throw new Error(outcome.reason);
	return granted();
}

async function wrongWith(ctx: Context, input: SetClocks) {
	const known = input.kind === everyKind || clockKinds().some(({ kind }) => kind === input.kind);
	const cards = input.organisation ? await organisationCards(ctx, [input.organisation]) : undefined;
	if (!known || cards?.size === 0) throw new NotFound('clock-rule');
	if (input.escalate <= input.remind) return refused('clocks-backwards', 'escalate');
	if (input.since < ctx.now) return refused('since-past', 'since');
	return undefined;
}

function scopeOf({ kind, organisation }: Pick<ClockVersion, 'kind' | 'organisation'>): string {
	return `${kind} ${organisation ?? ''}`;
}
