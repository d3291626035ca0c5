/** A teacher of the school attests who allowed what of a pupil, and takes it back in one act. */
import { schoolCards } from '#domain/schools';
import { t } from '#messages/consent';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { parts } from '#platform/part';
import { granted, refused, type Granted, type Result } from '#platform/result';
import type { PupilId } from '#shared/actor';
import { demand } from './abilities.ts';
import { endOfSchoolYear, type ClassId, type PupilEver } from './class.ts';
import { everybodyOf, pupilsOf } from './classes.sql.ts';
import {
	consentPurposes,
	consentTextVersion,
	type Consent,
	type ConsentGiver,
	type ConsentPurpose,
} from './consent.ts';
import { consentAgeIn, insertConsents, runningConsents, type ConsentAge } from './consent.sql.ts';
import { endConsents } from './end-consent.ts';
import { putPupilOut } from './put-out.ts';
import { reachClass } from './read-classes.ts';

declare module '#platform/part' {
	interface Part {
		/** What ends with a consent, in words of the reader: asked before it is withdrawn. */
		readonly consentEffects?: (
			ctx: Context,
			pupil: PupilId,
			purpose: ConsentPurpose,
		) => Promise<readonly string[]>;
	}
}

export type ClassConsents = {
	/** Last those whose accounts have ended while something is still allowed of them. */
	readonly pupils: readonly PupilEver[];
	readonly consents: readonly Consent[];
	readonly country: string;
	readonly age: ConsentAge;
};

/** What was allowed of the pupils of a class, with the age that holds in its country. */
export async function consentsFor(ctx: Context, id: ClassId): Promise<ClassConsents> {
	const { found } = await reachClass(ctx, id);
	demand(ctx, 'pupils.see-class', found);
	const everybody = await everybodyOf(ctx, found.id);
	const card = (await schoolCards(ctx, [found.school])).get(found.school);
	const country = card?.country ?? '';
	const consents = await runningConsents(
		ctx,
		everybody.map((pupil) => pupil.id),
	);
	const allowed = new Set(consents.map(({ pupil }) => pupil));
	return {
		pupils: everybody.filter(({ id: pupil, isHere }) => isHere || allowed.has(pupil)),
		consents,
		country,
		age: await consentAgeIn(ctx, country),
	};
}

export type GiveConsent = {
	readonly class: ClassId;
	readonly pupils: readonly PupilId[];
	readonly purposes: readonly ConsentPurpose[];
	readonly givenBy: ConsentGiver;
	/** The language of the words that were signed. */
	readonly language: string;
};

/** Notes what was allowed, until the end of the school year. The paper stays at the school. */
export async function giveConsent(ctx: Context, input: GiveConsent): Promise<Granted<undefined>> {
	return inTransaction(ctx, async (inside) => {
		const { found, teacher } = await reachClass(inside, input.class);
		demand(inside, 'pupils.look-after-class', found);
		const present = new Set((await pupilsOf(inside, found.id)).map(({ id }) => id));
		if (input.pupils.some((pupil) => !present.has(pupil))) throw new NotFound('pupil');
		await insertConsents(inside, {
			pupils: input.pupils,
			purposes: input.purposes,
			givenBy: input.givenBy,
			by: teacher,
			textVersion: consentTextVersion,
			textLocale: input.language,
			expiresOn: endOfSchoolYear(ctx.now),
		});
		const details = { purposes: input.purposes, pupils: input.pupils.length, givenBy: input.givenBy };
		await audit(inside, 'pupils.consent-attested', { kind: 'class', id: found.id }, details);
		return granted();
	});
}

export type OneConsent = {
	readonly class: ClassId;
	readonly pupil: PupilId;
	readonly purpose: ConsentPurpose;
};

/** What ends with it, so that nobody is surprised. */
export async function effectsOfWithdrawal(ctx: Context, one: OneConsent): Promise<string[]> {
	await demandPupil(ctx, one);
	return effectsOf(ctx, one);
}

/**
 * Takes a consent back, also of a pupil whose account or class has ended; what it carried has ended when this returns,
 * and that may be the account. `not-given`: there was none. Says what ended.
 */
export async function withdrawConsent(
	ctx: Context,
	one: OneConsent,
): Promise<Result<{ readonly effects: readonly string[] }, 'not-given'>> {
	return inTransaction(ctx, async (inside) => {
		const { isHere } = await demandPupil(inside, one);
		const { pupil, purpose } = one;
		const effects = await effectsOf(inside, one);
		if ((await endConsents(inside, { pupil, purpose })) === 0) return refused('not-given');
		if (purpose === 'account' && isHere) await putPupilOut(inside, pupil);
		await audit(inside, 'pupils.consent-withdrawn', { kind: 'class', id: one.class }, { purpose });
		return granted({ effects });
	});
}

/**
 * The hourly job: what ran out ends like what was withdrawn, but no account ends with its consent: most schools act by
 * their public task, and a class that is kept would lose its pupils over night. Running it twice ends nothing more.
 * open-to-all: only the worker runs it.
 */
export async function endExpiredConsents(ctx: Context): Promise<void> {
	await inTransaction(ctx, async (inside) => {
		await endConsents(inside, 'expired');
	});
}

/** A sentence where the account itself ends with the consent. open-to-all: the class was reached. */
export function accountEndingWith(
	_ctx: Context,
	_pupil: PupilId,
	purpose: ConsentPurpose,
): Promise<readonly string[]> {
	return Promise.resolve(purpose === 'account' ? [t('consent.account-ends')] : []);
}

async function demandPupil(ctx: Context, one: OneConsent): Promise<PupilEver> {
	const { found } = await reachClass(ctx, one.class);
	demand(ctx, 'pupils.withdraw-consent', found);
	const pupil = (await everybodyOf(ctx, found.id)).find(({ id }) => id === one.pupil);
	if (!pupil || !consentPurposes.includes(one.purpose)) throw new NotFound('pupil');
	return pupil;
}

async function effectsOf(ctx: Context, { pupil, purpose }: OneConsent): Promise<string[]> {
	const effects: string[] = [];
	for (const part of parts()) effects.push(...((await part.consentEffects?.(ctx, pupil, purpose)) ?? []));
	return effects;
}
