/** Asking to join: a request of its own, whatever is known about the address; the login comes with the confirmation. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { newId } from '#platform/ids';
import { isActiveCountry } from '#domain/places';
import { granted, refused, type Result } from '#platform/result';
import { demand } from '../abilities.ts';
import { hindranceAt, type PlaceAsked, type PlaceRefusal } from '../affiliations/place-at-joining.ts';
import type { LetterAsked } from './letter-asked.ts';
import { countLetter, writeAlreadyLetter, writeConfirmLetter } from './letters.ts';
import { makeLink } from './links.ts';
import {
	changeAddressOfJoining,
	insertJoining,
	joiningOf,
	loginOfAddress,
	type Joining,
} from './logins.sql.ts';
import { weaknessOf, type PasswordWeakness } from './password-rules.ts';
import { hashOf } from './passwords.ts';

export type AskToJoin = {
	readonly name: string;
	readonly email: string;
	readonly password: string;
	readonly country: string;
	/** Where the person works, when they said so. */
	readonly place?: PlaceAsked | undefined;
	/** The page of ours on the way to which they joined. */
	readonly leadsTo?: string | undefined;
	readonly network: string;
};

/**
 * Writes to the address and answers the same for every address, also one that has an account. The language
 * of the page becomes the person's, the place named is stated once the address is confirmed. Refused for a
 * weak password, and for a place where nobody can be an eTwinner; throws TooOften beyond the limits.
 */
export async function askToJoin(
	ctx: Context,
	input: AskToJoin,
): Promise<Result<{ joining: string }, PasswordWeakness | 'country-not-active' | PlaceRefusal>> {
	demand(ctx, 'people.join');
	if (!(await isActiveCountry(ctx, input.country))) return refused('country-not-active', 'country');
	const weakness = weaknessOf(input.password, input);
	if (weakness) return refused(weakness, 'password');
	const hindrance = input.place && (await hindranceAt(ctx, input.place));
	if (hindrance) return hindrance;
	const { name, email, country, place, leadsTo, network } = input;
	const joining = {
		id: newId(),
		name,
		email,
		country,
		place,
		leadsTo,
		locale: ctx.locale,
		password: await hashOf(input.password),
	};
	return inTransaction(ctx, async (ctx) => {
		await insertJoining(ctx, joining);
		await writeToJoin(ctx, joining, network);
		return granted({ joining: joining.id });
	});
}

type Again = {
	/** What this browser asked for; without it there is no joining to go on with. */
	readonly asked: LetterAsked | undefined;
	readonly network: string;
};

/** The same letter once more, with a new link. */
export async function sendJoinLetterAgain(
	ctx: Context,
	{ asked, network }: Again,
): Promise<Result<undefined, 'joining-over'>> {
	demand(ctx, 'people.join');
	return inTransaction(ctx, async (ctx) => {
		const joining = await openJoiningOf(ctx, asked);
		if (!joining) return refused('joining-over');
		await writeToJoin(ctx, joining, network);
		return granted();
	});
}

/** The address was mistyped: what was asked for moves to the right one, and the wrong one hears no more. */
export async function correctJoinAddress(
	ctx: Context,
	{ asked, network, email }: Again & { readonly email: string },
): Promise<Result<undefined, 'joining-over'>> {
	demand(ctx, 'people.join');
	return inTransaction(ctx, async (ctx) => {
		const joining = await openJoiningOf(ctx, asked);
		if (!joining) return refused('joining-over');
		await changeAddressOfJoining(ctx, joining.id, email);
		await writeToJoin(ctx, { ...joining, email }, network);
		return granted();
	});
}

async function openJoiningOf(ctx: Context, asked: LetterAsked | undefined): Promise<Joining | undefined> {
	const joining = asked?.kind === 'join' ? await joiningOf(ctx, asked.id) : undefined;
	return joining?.confirmed_at === null ? joining : undefined;
}

/** Known or not, the address gets one letter; the same rows are written, so the time tells nothing either. */
async function writeToJoin(
	ctx: Context,
	joining: Pick<Joining, 'id' | 'name' | 'email'>,
	network: string,
): Promise<void> {
	await countLetter(ctx, joining.email, network);
	const link = await makeLink(ctx, { purpose: 'confirm-address', email: joining.email, joining: joining.id });
	if (await loginOfAddress(ctx, joining.email)) await writeAlreadyLetter(ctx, joining.email);
	else await writeConfirmLetter(ctx, joining, link.address);
}
