/** Signing in through a provider: there and back, and for who is new to us, which account it is. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import type { AnswerCookie } from '#platform/cookies';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { countAgainst, giveBack } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import { isActiveCountry } from '#domain/places';
import { demand } from '../../abilities.ts';
import { insertPersonOfLogin } from '../../persons.sql.ts';
import { hasFactor, ownAccount } from '../../security/own-account.ts';
import { writeChangeLetter } from '../../security/security-letters.ts';
import type { Device } from '../device.ts';
import { factorsOf } from '../factors.sql.ts';
import { guessesFromNetwork } from '../limits.ts';
import { loginOfAddress } from '../logins.sql.ts';
import { openLogin } from '../open-login.ts';
import { openSession } from '../open-session.ts';
import { halfwayCookie } from '../second-step.ts';
import {
	errandCookie,
	errandIn,
	newcomerCookie,
	noErrandCookie,
	noNewcomerCookie,
	type Newcomer,
} from './errand-cookie.ts';
import { deleteIdentities, identitiesOf, insertIdentity, loginOfIdentity } from './identities.sql.ts';
import { wayTo, whoCameBack, type ProviderTrouble } from './oidc.ts';
import { allProviders, type Provider } from './provider.ts';

/** The providers of this installation. open-to-all: they stand on the sign-in page. */
export function providers(): readonly Pick<Provider, 'id' | 'name'>[] {
	return allProviders().map(({ id, name }) => ({ id, name }));
}

export function providerNamed(id: string): Provider {
	const found = allProviders().find((provider) => provider.id === id);
	if (!found) throw new NotFound('provider');
	return found;
}

/** Where to send the browser, with what it must remember; refused while the provider does not answer. */
export async function goToProvider(
	ctx: Context,
	{ provider, next }: { readonly provider: string; readonly next: string },
): Promise<Result<{ address: string; cookies: AnswerCookie[] }, ProviderTrouble>> {
	demand(ctx, 'people.sign-in');
	const way = await wayTo(ctx, providerNamed(provider));
	if (typeof way === 'string') return refused(way);
	const cookie = await errandCookie(ctx, { ...way.errand, provider, next });
	return granted({ address: way.address, cookies: [cookie] });
}

type ComeBack = {
	readonly provider: string;
	/** The query of the callback, as it came. */
	readonly search: string;
	readonly headers: Headers;
	readonly network: string;
	readonly device: Device;
};

export type CameBack = {
	/** `in`; `halfway`, where a second factor is asked; `new`, whom we do not know. */
	readonly as: 'in' | 'halfway' | 'new';
	readonly next: string;
	readonly cookies: AnswerCookie[];
};

/** The errand holds for ten minutes and in this browser; an answer to another one, or a forged one, opens nothing. */
export async function comeBackFromProvider(
	ctx: Context,
	{ provider, search, headers, network, device }: ComeBack,
): Promise<Result<CameBack, ProviderTrouble>> {
	demand(ctx, 'people.sign-in');
	const known = providerNamed(provider);
	const errand = await errandIn(ctx, headers);
	if (errand?.provider !== provider) return refused('provider-wrong');
	await countAgainst(ctx, guessesFromNetwork, network);
	const identity = await whoCameBack(ctx, known, search, errand);
	if (typeof identity === 'string') return refused(identity);
	await giveBack(ctx, guessesFromNetwork, network);
	const { next } = errand;
	const login = await loginOfIdentity(ctx, identity);
	if (login === undefined) {
		const cookies = [await newcomerCookie(ctx, { ...identity, next }), noErrandCookie()];
		return granted({ as: 'new', next, cookies });
	}
	if (hasFactor(await factorsOf(ctx, login)))
		return granted({ as: 'halfway', next, cookies: [await halfwayCookie(ctx, login), noErrandCookie()] });
	return inTransaction(ctx, async (ctx) => {
		const { cookies } = await openSession(ctx, { login, device, provedBy: 'provider' });
		await audit(ctx, 'people.signed-in', { kind: 'login', id: login }, { by: provider });
		return granted({ as: 'in', next, cookies: [...cookies, noErrandCookie()] });
	});
}

/**
 * What a newcomer can do: begin an account, when the provider confirmed an address that has none; else sign in to the
 * one they have and connect it. open-to-all: `newcomerIn` is the permission.
 */
export async function waysOfNewcomer(
	ctx: Context,
	newcomer: Newcomer,
): Promise<'join' | 'known' | 'no-address'> {
	if (newcomer.email === undefined) return 'no-address';
	return (await loginOfAddress(ctx, newcomer.email)) ? 'known' : 'join';
}

export type JoinByProvider = {
	readonly newcomer: Newcomer | undefined;
	readonly name: string;
	readonly country: string;
	readonly device: Device;
};

/** Login and person of somebody whose address the provider has confirmed; no letter is needed. */
export async function joinByProvider(
	ctx: Context,
	{ newcomer, name, country, device }: JoinByProvider,
): Promise<Result<{ cookies: AnswerCookie[] }, 'errand-over' | 'address-known' | 'country-not-active'>> {
	demand(ctx, 'people.join');
	const email = newcomer?.email;
	if (newcomer === undefined || email === undefined) return refused('errand-over');
	if (!(await isActiveCountry(ctx, country))) return refused('country-not-active', 'country');
	return inTransaction(ctx, async (ctx) => {
		if (await loginOfAddress(ctx, email)) return refused('address-known');
		const login = await openLogin(ctx, { email, name });
		if (!(await insertIdentity(ctx, login, newcomer))) return refused('errand-over');
		const person = await insertPersonOfLogin(ctx, { login, name, email, locale: ctx.locale, country });
		await audit(ctx, 'people.joined', { kind: 'person', id: person }, { by: newcomer.provider });
		await emit(ctx, 'notice', { to: [person], kind: 'welcome', params: {}, path: '/me/school' });
		const { cookies } = await openSession(ctx, { login, device, provedBy: 'provider' });
		return granted({ cookies: [...cookies, noNewcomerCookie()] });
	});
}

/** From now on the provider opens my account too. */
export async function connectProvider(
	ctx: Context,
	newcomer: Newcomer | undefined,
): Promise<Result<{ cookies: AnswerCookie[] }, 'errand-over' | 'prove-again'>> {
	demand(ctx, 'people.secure-account');
	const { login, proved } = await ownAccount(ctx);
	if (newcomer === undefined) return refused('errand-over');
	if (!proved) return refused('prove-again');
	return inTransaction(ctx, async (ctx) => {
		if (!(await insertIdentity(ctx, login, newcomer))) return refused('errand-over');
		await writeChangeLetter(ctx, login, 'provider-added');
		await audit(ctx, 'people.provider-added', { kind: 'login', id: login }, { by: newcomer.provider });
		return granted({ cookies: [noNewcomerCookie()] });
	});
}

export type OwnProvider = Pick<Provider, 'id' | 'name'> & { readonly since: Date | undefined };

/** The providers of this installation, and since when each opens my account. */
export async function ownProviders(ctx: Context): Promise<OwnProvider[]> {
	demand(ctx, 'people.secure-account');
	const { login } = await ownAccount(ctx);
	const connected = await identitiesOf(ctx, login);
	return providers().map((provider) => ({
		...provider,
		since: connected.find((found) => found.provider === provider.id)?.since,
	}));
}

/** The provider opens my account no more; whoever has no password yet chooses one by letter. */
export async function disconnectProvider(
	ctx: Context,
	{ provider }: { readonly provider: string },
): Promise<Result<undefined, 'prove-again'>> {
	demand(ctx, 'people.secure-account');
	const { login, proved } = await ownAccount(ctx);
	if (!proved) return refused('prove-again');
	return inTransaction(ctx, async (ctx) => {
		if (!(await deleteIdentities(ctx, login, provider))) throw new NotFound('provider');
		await writeChangeLetter(ctx, login, 'provider-removed');
		await audit(ctx, 'people.provider-removed', { kind: 'login', id: login }, { by: provider });
		return granted();
	});
}
