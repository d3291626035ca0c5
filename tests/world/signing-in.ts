// How tests sign in: an account with a password everybody knows, and headers as a browser would send them.
import type { AnswerCookie } from '#platform/cookies';
import type { Context } from '#platform/context';
import {
	askToJoin,
	deviceOf,
	makeLogin,
	noteSessionUses,
	signIn,
	codeAt,
	enterCode,
	giveApp,
	halfwayIn,
	stepOf,
} from '#domain/people';
import { system, visitor, type Actor, type PersonId } from '#shared/actor';
import { offices, people, type PersonName } from './names.ts';

export const passPhrase = 'seven goats under plum trees';
export const network = '192.0.2.1';
/** Where a test signs in: a network, and a browser that has never been here. */
export const here = {
	network,
	// asked for when it is needed: it reads the settings, and some tests say first where files are kept
	get device() {
		return deviceOf(new Headers());
	},
};

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
	// no desk opens without a second factor
	if (name in offices) await giveApp(ctx, person, appSecret);
	return { person, email };
}

/** What every officer's app was given in tests. */
export const appSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

/** The next code that counts: each does once, that of this half minute first and then that of the next. */
export async function codeOf({ db, now }: Pick<Context, 'db' | 'now'>, email: string): Promise<string> {
	const app = await db
		.selectFrom('people.authenticator as app')
		.innerJoin('people.login as login', 'login.id', 'app.login_id')
		.select('app.last_step')
		.where('login.email', '=', email)
		.executeTakeFirstOrThrow();
	return codeAt(appSecret, Math.max(stepOf(now), app.last_step + 1));
}

/** A new session, as the headers of the requests that follow. */
export async function signedIn(ctx: Context, email: string, password = passPhrase): Promise<Headers> {
	const outcome = await signIn({ ...ctx, actor: visitor }, { email, password, ...here });
	if (!outcome.ok) throw new Error(`${email} could not sign in`);
	if (!outcome.value.halfway) return withCookies(outcome.value.cookies);
	const login = await halfwayIn(ctx, withCookies(outcome.value.cookies));
	const asked = { login, code: await codeOf(ctx, email), device: here.device };
	const entered = await enterCode({ ...ctx, actor: visitor }, asked);
	if (!entered.ok) throw new Error(`${email} was asked for a code: ${entered.reason}`);
	return withCookies(entered.value.cookies);
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
