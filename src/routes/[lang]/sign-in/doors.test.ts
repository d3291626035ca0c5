import { beforeAll, expect, test } from 'vitest';
import { compose } from '#platform/part';
import { visitor } from '#shared/actor';
import { allParts } from '../../../server/parts.ts';
import { runningPlatform } from '../../../../tests/world/running-platform.ts';
import { passPhrase, withLogin } from '../../../../tests/world/signing-in.ts';

const platform = runningPlatform();
let email = '';

beforeAll(async () => {
	compose(allParts);
	({ email } = await withLogin(platform.as(visitor, { now: new Date() }), 'ines'));
}, 120_000);

type Sent = {
	readonly fields: Readonly<Record<string, string>>;
	readonly headers?: Readonly<Record<string, string>>;
};

/** A form as a browser without JavaScript sends it. */
async function send(path: string, { fields, headers = {} }: Sent): Promise<Response> {
	const body = new URLSearchParams({ 'form-key': crypto.randomUUID(), ...fields });
	return fetch(`${platform.url}${path}`, {
		method: 'POST',
		body,
		redirect: 'manual',
		headers: { accept: 'text/html', origin: platform.url, ...headers },
	});
}

/** A page without what differs in any two answers: keys, nonces, and the address that was typed. */
async function plain(answer: Response, typed: string): Promise<string> {
	const text = await answer.text();
	return text
		.replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, 'KEY')
		.replaceAll(/nonce="[^"]*"/g, 'NONCE')
		.replaceAll(typed, 'ADDRESS');
}

const cookieOf = (answer: Response) =>
	answer.headers
		.getSetCookie()
		.map((line) => line.split(';')[0] ?? '')
		.join('; ');

test('signing in says the same for known and unknown addresses', async () => {
	const answers = [];
	for (const address of [email, 'nobody@school.example']) {
		const answer = await send('/en/sign-in?/enter', {
			fields: { email: address, password: 'wrong wrong wrong' },
		});
		answers.push([answer.status, await plain(answer, address)]);
	}
	expect(answers[0]).toEqual(answers[1]);
	expect(answers[0]?.[0]).toBe(401);
});

test.each([
	['/en/password?/ask', '/en/password/written', {}],
	['/en/join?/join', '/en/join/written', { name: 'Nova Pessoa', password: passPhrase, country: 'PT' }],
] as const)('%s answers the same for known and unknown addresses', async (path, next, rest) => {
	for (const address of [email, 'nobody@school.example']) {
		const answer = await send(path, { fields: { ...rest, email: address } });
		expect([answer.status, answer.headers.get('location')]).toEqual([303, next]);
		const page = await fetch(`${platform.url}${next}`, { headers: { cookie: cookieOf(answer) } });
		expect(page.status).toBe(200);
		expect(await page.text()).toContain(address);
	}
});

test('who signs in gets one cookie for this host and goes to a page of ours only', async () => {
	for (const [next, leadsTo] of [
		['/en/me/profile', '/en/me/profile'],
		['//evil.example', '/en/me'],
		['https:evil.example', '/en/me'],
		['/\\evil.example', '/en/me'],
	] as const) {
		const fields = { email, password: passPhrase };
		const answer = await send(`/en/sign-in?/enter&next=${encodeURIComponent(next)}`, { fields });
		expect([answer.status, answer.headers.get('location')]).toEqual([303, leadsTo]);
		const [cookie = '', device = '', ...others] = answer.headers.getSetCookie();
		// by which a new browser is told from a known one
		expect(device).toMatch(
			/^opentwinning-device=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/i,
		);
		// a pupil who used this browser before is signed out
		for (const other of others) expect(other).toContain('Max-Age=0');
		expect(cookie).toMatch(/^opentwinning-session=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/i);
	}
});

test('a session that a stranger chose is not taken over, and one that was left is worthless', async () => {
	const chosen = 'opentwinning-session=chosen.by-a-stranger';
	const answer = await send('/en/sign-in?/enter', {
		fields: { email, password: passPhrase },
		headers: { cookie: chosen },
	});
	const cookie = cookieOf(answer);
	expect(cookie).not.toContain('stranger');
	const seen = async () =>
		(await fetch(`${platform.url}/en/me`, { headers: { cookie }, redirect: 'manual' })).status;
	expect(await seen()).toBe(200);
	const left = await send('/en/sign-out', { fields: {}, headers: { cookie } });
	expect(left.headers.get('clear-site-data')).toBe('"cookies", "storage"');
	expect(await seen()).toBe(303);
});

test.each(['role', 'school_id', 'verified', 'id', 'createdAt', '__proto__', 'emailVerified', 'person_id'])(
	'a field %s that no form has changes nothing',
	async (name) => {
		const fields = {
			name: 'Eve',
			email: 'eve@school.example',
			password: passPhrase,
			country: 'PT',
			[name]: 'admin',
		};
		const body = new URLSearchParams(Object.entries({ 'form-key': crypto.randomUUID(), ...fields }));
		if (name === '__proto__') body.append('__proto__', 'admin');
		const answer = await fetch(`${platform.url}/en/join?/join`, {
			method: 'POST',
			body,
			redirect: 'manual',
			headers: { accept: 'text/html', origin: platform.url },
		});
		expect(answer.status).toBe(400);
		expect(
			await platform.db
				.selectFrom('people.joining')
				.select('id')
				.where('email', '=', 'eve@school.example')
				.execute(),
		).toEqual([]);
	},
);

test('twenty clicks on “join” at the same moment write one letter', async () => {
	const fields = {
		name: 'Nova',
		email: 'twenty@school.example',
		password: passPhrase,
		country: 'PT',
		'form-key': crypto.randomUUID(),
	};
	const answers = await Promise.all(Array.from({ length: 20 }, () => send('/en/join?/join', { fields })));
	expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([303]));
	const letters = await platform.db
		.selectFrom('platform.mail')
		.select('id')
		.where('to_address', '=', 'twenty@school.example')
		.execute();
	expect(letters).toHaveLength(1);
});

test('guesses with forged addresses of the client are counted as one', async () => {
	const statuses: number[] = [];
	for (let guess = 0; guess < 30; guess++) {
		const forged = {
			'x-forwarded-for': `198.51.100.${guess}`,
			'x-opentwinning-client': `198.51.100.${guess}`,
			forwarded: `for=198.51.100.${guess}`,
		};
		const answer = await send('/en/sign-in?/enter', {
			fields: { email: 'guessed@school.example', password: 'wrong wrong wrong' },
			headers: forged,
		});
		statuses.push(answer.status);
	}
	expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(20);
	expect(statuses.at(-1)).toBe(429);
});

test('a form from another site, or from nowhere, opens nothing', async () => {
	for (const origin of ['https://evil.example', 'null', '']) {
		const answer = await send('/en/sign-in?/enter', {
			fields: { email, password: passPhrase },
			headers: { origin },
		});
		expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []]);
	}
});

test('reading every page of an account changes no row', async () => {
	const answer = await send('/en/sign-in?/enter', { fields: { email, password: passPhrase } });
	const cookie = cookieOf(answer);
	const rows = async () => {
		const { db } = platform;
		return JSON.stringify([
			await db.selectFrom('people.session').selectAll().orderBy('id').execute(),
			await db.selectFrom('people.person').selectAll().orderBy('id').execute(),
			await db.selectFrom('people.link').selectAll().orderBy('id').execute(),
		]);
	};
	const before = await rows();
	for (const path of [
		'/en/me',
		'/en/me/profile',
		'/en/me/status',
		'/en/me/school',
		'/en/me/desk',
		'/en/sign-in',
		'/en/join',
	]) {
		expect((await fetch(`${platform.url}${path}`, { headers: { cookie } })).status).toBe(200);
	}
	expect(await rows()).toBe(before);
});
