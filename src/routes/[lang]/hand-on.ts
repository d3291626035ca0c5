/** Puts the cookies that a use case answered with on the page's answer. */
import type { Cookies } from '@sveltejs/kit';
import type { AnswerCookie } from '#platform/cookies';

export function handOn(cookies: Cookies, ...answered: readonly AnswerCookie[]): void {
	for (const { name, value, options } of answered) cookies.set(name, value, options);
}
