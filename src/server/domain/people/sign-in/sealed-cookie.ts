/** What only this browser is to carry for some minutes, and only we can read: sealed with the installation's secret. */
import { answerCookie, cookieIn, cookieName, type AnswerCookie } from '#platform/cookies';
import type { Context } from '#platform/context';
import { seal, unseal } from './codes.ts';

type Sealed<T> = { readonly until: number; readonly what: T };

/** Holds for `life` seconds. */
export async function sealedCookie(
	ctx: Context,
	name: string,
	what: unknown,
	life: number,
): Promise<AnswerCookie> {
	const sealed: Sealed<unknown> = { until: ctx.now.getTime() + life * 1000, what };
	// the name is sealed too: a cookie of one kind is never taken for the other
	return answerCookie(name, await seal(`${name} ${JSON.stringify(sealed)}`), life);
}

/** What was sealed under this name; undefined when it is over, or not ours. */
export async function sealedIn<T>(ctx: Context, name: string, headers: Headers): Promise<T | undefined> {
	const value = cookieIn(headers, cookieName(name));
	if (value === undefined || value.length > 4000) return undefined;
	const text = await unseal(decodeURIComponent(value)).catch(() => '');
	if (!text.startsWith(`${name} `)) return undefined;
	const { until, what } = JSON.parse(text.slice(name.length + 1)) as Sealed<T>;
	return until > ctx.now.getTime() ? what : undefined;
}
