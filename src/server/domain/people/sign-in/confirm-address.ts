/** The link of the letter proves the address: login and person are made, and the person is in. */
import { asActor, type Context } from '#platform/context';
import { audit } from '#platform/audit';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { countAgainst } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import type { Member } from '#shared/actor';
import { demand } from '../abilities.ts';
import { statePlaceAtJoining, type PlaceLanding } from '../affiliations/place-at-joining.ts';
import { insertPersonOfLogin, loginOfPerson } from '../persons.sql.ts';
import type { Device } from './device.ts';
import type { LetterAsked } from './letter-asked.ts';
import { linksFromNetwork } from './limits.ts';
import { hashOfToken, linkOfToken } from './links.ts';
import {
	closeJoining,
	joiningOf,
	joiningOfLink,
	loginOfAddress,
	useUpLink,
	voidLinks,
	type Joining,
} from './logins.sql.ts';
import { openLogin } from './open-login.ts';
import { openSession } from './open-session.ts';
import { isPassword } from './passwords.ts';
import type { AnswerCookie } from '#platform/cookies';

export type Confirmation = {
	readonly name: string;
	readonly email: string;
	/**
	 * False in the browser that asked to join. Elsewhere the password is asked, so that nobody confirms an
	 * account that a stranger opened with their address.
	 */
	readonly asksPassword: boolean;
};

/** What a link confirms; undefined when it is used, too old or no link of ours. Looking does not use it up. */
export async function confirmationFor(
	ctx: Context,
	token: string,
	asked: LetterAsked | undefined,
): Promise<Confirmation | undefined> {
	demand(ctx, 'people.join');
	const found = await joiningOfToken(ctx, token);
	if (!found) return undefined;
	const { name, email } = found.joining;
	return { name, email, asksPassword: asked?.id !== found.joining.id };
}

export type Entered = {
	readonly cookies: AnswerCookie[];
	/** `waiting`: the place is stated. `named`: it could not be, and is searched for again. `nowhere`: none was named. */
	readonly landing: PlaceLanding;
	/** Where they wanted to go when they joined. */
	readonly leadsTo: string | undefined;
};

export type ConfirmAddress = {
	readonly token: string;
	readonly asked: LetterAsked | undefined;
	readonly password: string;
	readonly network: string;
	readonly device: Device;
};

/**
 * Uses the link up, makes login and person, states the place the person named, and opens the first session.
 * `landing` says whether that place now waits for its validation. Refuses with `confirmed-before`
 * in the browser that asked, and to the person it made, when they confirm once more: the first answer may
 * have been lost, or come after the button was pressed again.
 */
export async function confirmAddress(
	ctx: Context,
	{ network, ...opening }: ConfirmAddress,
): Promise<Result<Entered, 'link-over' | 'confirmed-before' | 'wrong-password'>> {
	demand(ctx, 'people.join');
	await countAgainst(ctx, linksFromNetwork, network);
	const { token, asked } = opening;
	const outcome = await useLink(ctx, opening);
	if (outcome.ok || outcome.reason !== 'link-over') return outcome;
	return (await wasConfirmedBy(ctx, token, asked)) ? refused('confirmed-before') : outcome;
}

async function useLink(
	ctx: Context,
	{ token, asked, password, device }: Omit<ConfirmAddress, 'network'>,
): Promise<Result<Entered, 'link-over' | 'wrong-password'>> {
	const found = await joiningOfToken(ctx, token);
	if (!found) return refused('link-over');
	const { link, joining } = found;
	const sameBrowser = asked?.id === joining.id;
	if (!sameBrowser && !(await isPassword(password, joining.password)))
		return refused('wrong-password', 'password');
	return inTransaction(ctx, async (ctx) => {
		if (!(await useUpLink(ctx, link.id))) return refused('link-over');
		if (await loginOfAddress(ctx, joining.email)) return refused('link-over');
		return granted(await enter(ctx, joining, device));
	});
}

async function joiningOfToken(ctx: Context, token: string) {
	const link = await linkOfToken(ctx, 'confirm-address', token);
	const joining = link?.joining_id ? await joiningOf(ctx, link.joining_id) : undefined;
	// after "I mistyped my address" the letter to the wrong address confirms nothing
	return link && joining?.confirmed_at === null && joining.email === link.email
		? { link, joining }
		: undefined;
}

/** Whether the token's joining is confirmed, and is asked about by the browser that asked for it or by the person it made. */
async function wasConfirmedBy(ctx: Context, token: string, asked: LetterAsked | undefined): Promise<boolean> {
	const joining = await joiningOfLink(ctx, hashOfToken(token));
	if (!joining?.confirmed_at) return false;
	if (joining.id === asked?.id) return true;
	if (!('person' in ctx.actor)) return false;
	const login = await loginOfAddress(ctx, joining.email);
	return login !== undefined && login.id === (await loginOfPerson(ctx, ctx.actor.person));
}

async function enter(ctx: Context, joining: Joining, device: Device): Promise<Entered> {
	const { email, name, locale, country, password: passwordHash } = joining;
	const login = await openLogin(ctx, { email, name, passwordHash });
	const person = await insertPersonOfLogin(ctx, { login, name, email, locale, country });
	await closeJoining(ctx, joining.id);
	await voidLinks(ctx, 'confirm-address', email);
	await audit(ctx, 'people.joined', { kind: 'person', id: person });
	const { cookies, session } = await openSession(ctx, { login, device, provedBy: 'letter' });
	const member: Member = { kind: 'member', person, session };
	const landing = await statePlaceAtJoining(asActor(ctx, member), country, joining.place);
	const path = landing.is === 'waiting' ? '/me/status' : '/me/school';
	await emit(ctx, 'notice', { to: [person], kind: 'welcome', params: {}, path });
	return { cookies, landing, leadsTo: joining.leadsTo };
}
