// How tests sign in: an account with a password everybody knows, and headers as a browser would send them.
import type { AnswerCookie } from '#platform/cookies';
import type { Context } from '#platform/context';
import { askToJoin, deviceOf, makeLogin, noteSessionUses, signIn } from '#domain/people';
import { system, visitor, type Actor, type PersonId } from '#shared/actor';
import { people, type PersonName } from './names.ts';

export const passPhrase = 'seven goats under plum trees';
export const network = '192.0.2.1';
/** Where a test signs in: a network, and a browser that has never been here. */
export const here = { network, device: deviceOf(new Headers()) };

/** Gives a person of the world an address and the pass phrase of all tests. */
export async function withLogin(
	ctx: Context,
	name: PersonName,
): Promise<{ person: PersonId; email: string }> {
	const { id, name: fullName, locale, country } = people[name];
	const email = `${name}@school.example`;
	const person = await makeLogin(ctx, {
		person: { id, name: fullName, locale, country },
		email,
		password: passPhrase,
	});
	return { person, email };
}

/** A new session, as the headers of the requests that follow. */
export async function signedIn(ctx: Context, email: string, password = passPhrase): Promise<Headers> {
	const outcome = await signIn({ ...ctx, actor: visitor }, { email, password, ...here });
	if (!outcome.ok) throw new Error(`${email} could not sign in`);
	return withCookies(outcome.value.cookies);
}

/** What the web process notes of an actor whom it let in at this moment. */
export async function noteUseOf(ctx: Context, actor: Actor): Promise<void> {
	if (!('session' in actor)) throw new Error('a visitor has no session');
	const use = { session: actor.session, at: ctx.now, atDesk: actor.kind === 'officer' };
	await noteSessionUses({ ...ctx, actor: system }, [use]);
}

/** What a browser sends after an answer with these cookies. */
export function withCookies(cookies: readonly AnswerCookie[]): Headers {
	return new Headers({
		cookie: cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; '),
	});
}

/** The token at the end of the newest letter's link to this address. */
export async function tokenInLetterTo(ctx: Context, email: string): Promise<string> {
	const letter = await ctx.db
		.selectFrom('platform.mail')
		.select('secret_link')
		.where('to_address', '=', email)
		.orderBy('queued_at', 'desc')
		.orderBy('id', 'desc')
		.executeTakeFirst();
	return letter?.secret_link?.split('/').at(-1) ?? '';
}

export const newTeacher = {
	name: 'Nova Pessoa',
	email: 'nova@escola.example',
	password: passPhrase,
	country: 'PT',
	network,
};

/** Somebody new asks to join; answers what the browser then holds. */
export async function join(
	ctx: Context,
	changes: Partial<typeof newTeacher> = {},
): Promise<{ joining: string; token: string }> {
	const input = { ...newTeacher, ...changes };
	const outcome = await askToJoin({ ...ctx, actor: visitor }, input);
	if (!outcome.ok) throw new Error(outcome.reason);
	return { joining: outcome.value.joining, token: await tokenInLetterTo(ctx, input.email) };
}
