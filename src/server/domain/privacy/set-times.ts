/** How long things are kept: settings with versions, of which the central desk sees the sentences that change. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { Forbidden, NotFound } from '#platform/errors';
import { granted, refused, type Result } from '#platform/result';
import {
	insertRetentionVersion,
	keptTimes,
	keptWords,
	retentionBounds,
	retentionVersions,
	type RetentionRule,
	type RetentionVersion,
} from '#platform/retention';
import { setBefore, standingOf, type VersionState } from '#platform/versions';
import { demand } from './abilities.ts';
import { keptWordsOf, timesInWords } from './register-words.ts';

export type TimeSetting = RetentionVersion & { readonly state: VersionState; readonly canUndo: boolean };

export type SetTime = {
	readonly rule: RetentionRule;
	/** In the unit of the rule: `retentionBounds`. */
	readonly amount: number;
	readonly since: Date;
};

/** All versions of all rules, the newest first. For the central desk. */
export async function keptSettings(ctx: Context): Promise<TimeSetting[]> {
	demand(ctx, 'privacy.keep-times');
	const versions = await retentionVersions(ctx);
	return versions.map((version) => ({
		...version,
		...standingOf(
			version,
			versions.filter(({ rule }) => rule === version.rule),
			ctx.now,
		),
	}));
}

export type TimeRefusal = 'since-past' | 'out-of-bounds';

/** What everybody reads about how long things are kept, as it is and as it would be. */
export type TimePreview = readonly {
	readonly what: string;
	readonly before: string;
	readonly after: string;
}[];

/** The sentences of the field register that would change. Refuses like `setTime`. */
export async function previewTime(ctx: Context, input: SetTime): Promise<Result<TimePreview, TimeRefusal>> {
	demand(ctx, 'privacy.keep-times');
	const wrong = wrongWith(ctx, input);
	if (wrong) return wrong;
	const now = await keptTimes({ ...ctx, now: input.since });
	const then = {
		...now,
		[input.rule]: { amount: input.amount, unit: retentionBounds[input.rule].unit },
	};
	const [before, after] = [timesInWords(now, ctx.locale), timesInWords(then, ctx.locale)];
	return granted(
		keptWords.flatMap((word) => {
			const [was, is] = [keptWordsOf(word, before), keptWordsOf(word, after)];
			return was.until === is.until ? [] : [{ what: was.what, before: was.until, after: is.until }];
		}),
	);
}

/** A new version, from its day on. Refused for a day gone by, and outside the bounds of its rule. */
export async function setTime(ctx: Context, input: SetTime): Promise<Result<undefined, TimeRefusal>> {
	demand(ctx, 'privacy.keep-times');
	const wrong = wrongWith(ctx, input);
	if (wrong) return wrong;
	return inTransaction(ctx, async (inside) => {
		await keepTime(inside, input);
		return granted();
	});
}

/** Takes a version back by a new one with what was set for the rule before. What was removed meanwhile stays removed. */
export async function undoTime(ctx: Context, number: number): Promise<Result<undefined, 'nothing-before'>> {
	demand(ctx, 'privacy.keep-times');
	const versions = await retentionVersions(ctx);
	const version = versions.find((each) => each.number === number);
	if (!version) throw new NotFound('retention-rule');
	const before = setBefore(
		version,
		versions.filter(({ rule }) => rule === version.rule),
	);
	if (!before) return refused('nothing-before');
	const since = version.since > ctx.now ? version.since : ctx.now;
	return inTransaction(ctx, async (inside) => {
		await keepTime(inside, { ...before, since });
		return granted();
	});
}

async function keepTime(ctx: Context, { rule, amount, since }: SetTime): Promise<void> {
	if (ctx.actor.kind !== 'officer') throw new Forbidden('privacy.keep-times');
	await insertRetentionVersion(ctx, { rule, amount, since }, ctx.actor.office);
	await audit(ctx, 'privacy.time-set', { kind: 'setting' }, { rule, amount, since: since.toISOString() });
}

function wrongWith(ctx: Context, { rule, amount, since }: SetTime) {
	const { least, most } = retentionBounds[rule];
	if (amount < least || amount > most) return refused('out-of-bounds', 'amount');
	return since < ctx.now ? refused('since-past', 'since') : undefined;
}
