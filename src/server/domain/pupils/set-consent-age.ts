/** From which age a child decides by itself, country by country: a setting with versions, each with its source. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { Forbidden, NotFound } from '#platform/errors';
import { granted, refused, type Result } from '#platform/result';
import { heldOn, setBefore, standingOf, type VersionState } from '#platform/versions';
import { demand } from './abilities.ts';
import { unknownConsentAge } from './consent.ts';
import { ageVersions, insertAgeVersion, type AgeVersion, type NewAge } from './consent.sql.ts';

export type AgeSetting = AgeVersion & { readonly state: VersionState; readonly canUndo: boolean };

export type SetConsentAge = {
	readonly country: string;
	readonly age: number;
	readonly source: string;
	readonly since: Date;
};

/** All versions, the newest first. For the central desk. */
export async function consentAges(ctx: Context): Promise<AgeSetting[]> {
	demand(ctx, 'pupils.keep-consent-ages');
	const versions = await ageVersions(ctx);
	return versions.map((version) => ({
		...version,
		...standingOf(
			version,
			versions.filter(({ country }) => country === version.country),
			ctx.now,
		),
	}));
}

export type AgeRefusal = 'since-past';

/** The age that holds on that day without the change. Refuses like `setConsentAge`. */
export async function previewConsentAge(
	ctx: Context,
	{ country, since }: SetConsentAge,
): Promise<Result<number, AgeRefusal>> {
	demand(ctx, 'pupils.keep-consent-ages');
	if (since < ctx.now) return refused('since-past', 'since');
	const ofCountry = (await ageVersions(ctx)).filter((each) => each.country === country);
	return granted(heldOn(ofCountry, since)?.age ?? unknownConsentAge);
}

/** A new version, from its day on. What families signed before stays as it is. Refused for a day gone by. */
export async function setConsentAge(
	ctx: Context,
	input: SetConsentAge,
): Promise<Result<undefined, AgeRefusal>> {
	demand(ctx, 'pupils.keep-consent-ages');
	if (input.since < ctx.now) return refused('since-past', 'since');
	return inTransaction(ctx, async (inside) => {
		await keepAge(inside, { ...input, seenOn: ctx.now.toISOString().slice(0, 10) });
		return granted();
	});
}

/** Takes a version back by a new one with what was set for the country before. */
export async function undoConsentAge(
	ctx: Context,
	number: number,
): Promise<Result<undefined, 'nothing-before'>> {
	demand(ctx, 'pupils.keep-consent-ages');
	const versions = await ageVersions(ctx);
	const version = versions.find((each) => each.number === number);
	if (!version) throw new NotFound('consent-age');
	const before = setBefore(
		version,
		versions.filter(({ country }) => country === version.country),
	);
	if (!before) return refused('nothing-before');
	const since = version.since > ctx.now ? version.since : ctx.now;
	return inTransaction(ctx, async (inside) => {
		await keepAge(inside, { ...before, since });
		return granted();
	});
}

async function keepAge(ctx: Context, age: NewAge): Promise<void> {
	if (ctx.actor.kind !== 'officer') throw new Forbidden('pupils.keep-consent-ages');
	await insertAgeVersion(ctx, age, ctx.actor.office);
	const details = { country: age.country, age: age.age, since: age.since.toISOString() };
	await audit(ctx, 'pupils.consent-age-set', { kind: 'setting' }, details);
}
