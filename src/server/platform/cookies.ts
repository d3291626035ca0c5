/** Cookies of ours: their names, how they are set, how they are read from a request. */
import { installation } from './installation.ts';

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
	return cookiesAreSecure() ? `__Host-${bare}` : bare;
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

/** True when cookies travel over https only. */
export function cookiesAreSecure(): boolean {
	return installation().publicUrl.protocol === 'https:';
}

/** A cookie for the whole site that no script reads. `maxAge` in seconds; 0 takes it away. */
export function answerCookie(bare: string, value: string, maxAge: number): AnswerCookie {
	const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: cookiesAreSecure(), maxAge } as const;
	return { name: cookieName(bare), value, options };
}
