/** The cookie that carries a session: its name, and the token in it when our signature holds. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { installation } from '#platform/installation';

/** No session outlives this, however often it is used. */
export const longestDays = 30;

/** What a page sets on its answer; the value travels as it is. */
export type AnswerCookie = {
	readonly name: string;
	readonly value: string;
	readonly options: {
		readonly path: '/';
		readonly httpOnly: true;
		readonly sameSite: 'lax';
		readonly secure: boolean;
		readonly maxAge: number;
	};
};

/** `__Host-` binds a cookie to this host and to https; browsers refuse the name on plain http. */
export function cookieName(bare: string): string {
	return sessionIsSecure() ? `__Host-${bare}` : bare;
}

export function sessionCookieName(): string {
	return cookieName('opentwinning-session');
}

export function sessionIsSecure(): boolean {
	return installation().publicUrl.protocol === 'https:';
}

export function answerCookie(bare: string, value: string, maxAge: number): AnswerCookie {
	const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: sessionIsSecure(), maxAge } as const;
	return { name: cookieName(bare), value, options };
}

/** The cookies the sign-in library put on its answer, for the page to hand on. */
export function cookiesOf(headers: Headers): AnswerCookie[] {
	return headers.getSetCookie().map((line) => {
		const [pair = '', ...attributes] = line.split(';');
		const maxAge = attributes.map((text) => /^\s*max-age=(\d+)$/i.exec(text)?.[1]).find((text) => text !== undefined);
		const split = pair.indexOf('=');
		const name = pair.slice(0, split);
		const value = decodeURIComponent(pair.slice(split + 1));
		return { name, value, options: { ...answerCookie(name, value, Number(maxAge ?? 0)).options } };
	});
}

/** The value of a cookie in a request; undefined too when it was sent twice, which no browser of ours does. */
export function cookieIn(headers: Headers, name: string): string | undefined {
	const values = (headers.get('cookie') ?? '')
		.split(';')
		.map((text) => text.trim())
		.filter((text) => text.startsWith(`${name}=`))
		.map((text) => text.slice(name.length + 1));
	return values.length === 1 ? values[0] : undefined;
}

/** The session token of a request, when we signed it. */
export function sessionTokenIn(headers: Headers): string | undefined {
	const raw = cookieIn(headers, sessionCookieName());
	if (raw === undefined || raw.length > 300) return undefined;
	const value = decoded(raw);
	const dot = value.lastIndexOf('.');
	if (dot < 1) return undefined;
	const token = value.slice(0, dot);
	const expected = createHmac('sha256', installation().secret).update(token).digest();
	const given = Buffer.from(value.slice(dot + 1), 'base64');
	return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined;
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return '';
	}
}
