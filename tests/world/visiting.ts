// Somebody at a browser without JavaScript: signs in, reads pages, sends forms, as requests over the wire.
import type { RunningPlatform } from './running-platform.ts';
import { codeOf, passPhrase, withLogin } from './signing-in.ts';
import type { PersonName } from './names.ts';

export type Answer = {
	/** What was asked for. */
	readonly path: string;
	readonly status: number;
	readonly location: string;
	readonly text: string;
	readonly headers: Headers;
};

export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

export type Visiting = {
	get(path: string, headers?: Record<string, string>): Promise<Answer>;
	/** Sends a form with a random key of its own. */
	send(path: string, fields: Fields): Promise<Answer>;
	/** Sends a body as it is, with an Origin of ours. */
	post(path: string, body: BodyInit, headers?: Record<string, string>, signal?: AbortSignal): Promise<Answer>;
	readonly cookie: () => string;
};

/** Somebody who is nobody yet, or has these cookies; `always` goes with every request. */
export function aVisitor(
	platform: Pick<RunningPlatform, 'url'>,
	always: Readonly<Record<string, string>> = {},
	cookies = '',
): Visiting {
	const jar = new Map(cookies.split('; ').filter(Boolean).map(nameAndValue));
	const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
	async function ask(
		path: string,
		init: RequestInit & { headers?: Record<string, string> },
	): Promise<Answer> {
		const headers = new Headers({ accept: 'text/html', ...always, ...init.headers });
		if (jar.size > 0) headers.set('cookie', cookie());
		const response = await fetch(platform.url + path, { ...init, headers, redirect: 'manual' });
		const text = await textOf(response);
		for (const line of response.headers.getSetCookie()) keep(jar, line);
		const location = (response.headers.get('location') ?? '').replace(platform.url, '');
		return { path, status: response.status, location, text, headers: response.headers };
	}
	const post: Visiting['post'] = (path, body, headers, signal) => {
		const init = { method: 'POST', body, headers: { origin: platform.url, ...headers } };
		return ask(path, signal ? { ...init, signal } : init);
	};
	return {
		get: (path, headers) => ask(path, headers ? { headers } : {}),
		post,
		send: (path, fields) => post(path, aForm(fields)),
		cookie,
	};
}

/** A stream of what is new has no end to wait for. */
async function textOf(response: Response): Promise<string> {
	if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.text();
	await response.body?.cancel();
	return '';
}

/** What a form sends: its fields, under a random key of its own. */
export function aForm(fields: Fields): URLSearchParams {
	const body = new URLSearchParams({ 'form-key': crypto.randomUUID() });
	for (const [name, value] of Object.entries(fields)) {
		for (const each of typeof value === 'string' ? [value] : (value ?? [])) body.append(name, each);
	}
	return body;
}

function nameAndValue(cookie: string): [string, string] {
	const [name = '', ...value] = cookie.split('=');
	return [name, value.join('=')];
}

/** As a browser does: the newest cookie of a name is the only one, and one that has run out is gone. */
function keep(jar: Map<string, string>, set: string): void {
	const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
	if (/;\s*max-age=0/i.test(set)) jar.delete(name);
	else jar.set(name, value);
}

/** A person of the world, signed in. */
export async function signedInAs(platform: RunningPlatform, name: PersonName): Promise<Visiting> {
	const { email } = await withLogin(platform.as({ kind: 'system' }), name);
	const visitor = aVisitor(platform);
	const answer = await visitor.send('/en/sign-in?/enter', { email, password: passPhrase });
	if (answer.status !== 303) throw new Error(`${name} could not sign in: ${answer.status}`);
	if (answer.location.includes('/sign-in/code')) await givesCode(platform, visitor, email);
	return visitor;
}

/** Takes the second step of signing in. */
export async function givesCode(platform: RunningPlatform, visitor: Visiting, email: string): Promise<void> {
	const code = await codeOf({ db: platform.db, now: new Date() }, email);
	const { status } = await visitor.send('/en/sign-in/code?/enter', { code });
	if (status !== 303) throw new Error(`${email} was asked for a code: ${status}`);
}
