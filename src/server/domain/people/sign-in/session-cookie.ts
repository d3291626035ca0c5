/** The cookie that carries a session: its name, and the token in it when our signature holds. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { answerCookie, cookieIn, cookieName, type AnswerCookie } from '#platform/cookies';
import { installation } from '#platform/installation';

/** No session outlives this, however often it is used. */
export const longestDays = 30;

export function sessionCookieName(): string {
	return cookieName('opentwinning-session');
}

/** The cookies the sign-in library put on its answer, for the page to hand on. */
export function cookiesOf(headers: Headers): AnswerCookie[] {
	return headers.getSetCookie().map((line) => {
		const [pair = '', ...attributes] = line.split(';');
		const maxAge = attributes
			.map((text) => /^\s*max-age=(\d+)$/i.exec(text)?.[1])
			.find((text) => text !== undefined);
		const split = pair.indexOf('=');
		const name = pair.slice(0, split);
		const value = decodeURIComponent(pair.slice(split + 1));
		return { name, value, options: { ...answerCookie(name, value, Number(maxAge ?? 0)).options } };
	});
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
