/** Between the right password and the session: the second factor of those who have one. */
import { timingSafeEqual } from 'node:crypto';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { answerCookie, cookieIn, cookieName, type AnswerCookie } from '#platform/cookies';
import { inTransaction } from '#platform/database';
import { keyedHash } from '#platform/ids';
import { installation } from '#platform/installation';
import { countAgainst, forgetCount } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import { demand } from '../abilities.ts';
import { takeCode } from './codes.ts';
import type { Device } from './device.ts';
import { factorsOf, type Factors } from './factors.sql.ts';
import { codesOfLogin, halfwayLife } from './limits.ts';
import { passwordOfLogin } from './logins.sql.ts';
import { openSession } from './open-session.ts';

const bareName = 'opentwinning-halfway';

/** Remembers in this browser that the password was right; worthless once the password is another. */
export async function halfwayCookie(ctx: Context, login: string): Promise<AnswerCookie> {
	const until = ctx.now.getTime() + halfwayLife * 1000;
	const signature = await signatureOf(ctx, login, until);
	return answerCookie(bareName, `${login}.${until}.${signature}`, halfwayLife);
}

export function noHalfwayCookie(): AnswerCookie {
	return answerCookie(bareName, '', 0);
}

/** The login whose password was right in this browser some minutes ago. open-to-all: the signed cookie is the permission. */
export async function halfwayIn(ctx: Context, headers: Headers): Promise<string | undefined> {
	const [login = '', until = '', given = ''] = (cookieIn(headers, cookieName(bareName)) ?? '').split('.');
	if (!/^[\w-]{1,64}$/.test(login) || !(Number(until) > ctx.now.getTime())) return undefined;
	const expected = Buffer.from(await signatureOf(ctx, login, Number(until)));
	const found = Buffer.from(given);
	return found.length === expected.length && timingSafeEqual(found, expected) ? login : undefined;
}

/** By what the second step can be taken. open-to-all: asked for whom `halfwayIn` names. */
export async function secondStepOf(ctx: Context, login: string): Promise<Factors> {
	return factorsOf(ctx, login);
}

export type EnterCode = {
	/** As `halfwayIn` found it. */
	readonly login: string | undefined;
	readonly code: string;
	readonly device: Device;
};

/** The session opens with a code of the app or from the paper. Throws TooOften after ten wrong ones in an hour. */
export async function enterCode(
	ctx: Context,
	{ login, code, device }: EnterCode,
): Promise<Result<{ cookies: AnswerCookie[] }, 'halfway-over' | 'wrong-code'>> {
	demand(ctx, 'people.sign-in');
	if (login === undefined) return refused('halfway-over');
	await countAgainst(ctx, codesOfLogin, login);
	return inTransaction(ctx, async (ctx) => {
		if (!(await takeCode(ctx, login, code))) return refused('wrong-code', 'code');
		await forgetCount(ctx, codesOfLogin, login);
		const { cookies } = await openSession(ctx, { login, device, provedBy: 'code' });
		await audit(ctx, 'people.signed-in', { kind: 'login', id: login }, { by: 'code' });
		return granted({ cookies: [...cookies, noHalfwayCookie()] });
	});
}

async function signatureOf(ctx: Context, login: string, until: number): Promise<string> {
	const password = await passwordOfLogin(ctx, login);
	return keyedHash(installation().secret, `halfway ${login} ${until} ${password ?? ''}`).toString(
		'base64url',
	);
}
