// What the running platform does with requests that lie about where they come from and where they go.
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { runningPlatform } from '../world/running-platform.ts';

const platform = runningPlatform();

interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

function ask(path: string, headers: Record<string, string> = {}, form?: string): Promise<Answer> {
	const { hostname, port, host } = new URL(platform.url);
	return new Promise((done, failed) => {
		const asked = request(
			{ hostname, port, path, method: form === undefined ? 'GET' : 'POST', headers: { host, ...headers } },
			(answer) => {
				let body = '';
				answer.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
				answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
			},
		);
		asked.on('error', failed);
		asked.end(form);
	});
}

function sayRaw(text: string): Promise<string> {
	const { hostname, port } = new URL(platform.url);
	return new Promise((done, failed) => {
		const socket = connect(Number(port), hostname, () => socket.end(text));
		let answer = '';
		socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
		socket.on('end', () => done(answer));
		socket.on('error', failed);
	});
}

test('a request for another host is refused, whatever the forwarded headers say', async () => {
	const { host } = new URL(platform.url);
	const lies: Record<string, string>[] = [
		{ host: 'evil.example' },
		{ host: 'localhost' },
		{ host: 'evil.example', 'x-forwarded-host': host },
	];
	for (const headers of lies) {
		const answer = await ask('/en', headers);
		expect(answer.status).toBe(421);
		expect(answer.body).toContain(platform.url);
		expect(answer.body).not.toContain('evil');
	}
});

test('the names of the own machine all lead to the trial', async () => {
	const { port } = new URL(platform.url);
	for (const name of ['localhost', '127.0.0.1', '[::1]']) {
		expect((await ask('/en', { host: `${name}:${port}` })).status).toBe(200);
	}
});

test('forged headers change neither the protocol nor the host of an answer', async () => {
	const forged = {
		'x-forwarded-proto': 'https',
		'x-forwarded-host': 'evil.example',
		forwarded: 'host=evil.example;proto=https',
		'x-opentwinning-client': '10.0.0.1',
	};
	const answer = await ask('/en', forged);
	expect(answer.status).toBe(200);
	expect(answer.headers['strict-transport-security']).toBeUndefined();
	expect(answer.body).not.toContain('evil.example');
	const { host } = new URL(platform.url);
	const form = { ...forged, origin: `https://${host}`, 'content-type': 'application/x-www-form-urlencoded' };
	expect((await ask('/en', form, 'a=b')).status).toBe(403);
});

test('an address that is not a path is malformed', async () => {
	const { host } = new URL(platform.url);
	const answer = await sayRaw(
		`GET http://evil.example/ HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`,
	);
	expect(answer).toMatch(/^HTTP\/1\.1 400 /);
});

test('an address with a NUL is malformed', async () => {
	for (const path of ['/en/partners?text=a%00b', '/en/projects/%00'])
		expect((await ask(path)).status).toBe(400);
});

test('two lengths for one body are refused', async () => {
	const { host } = new URL(platform.url);
	const smuggled = `POST /en HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`;
	expect(await sayRaw(smuggled)).toMatch(/^HTTP\/1\.1 400 /);
});

test('pages go out compressed', async () => {
	expect((await ask('/en', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip');
});

test('a body that is too large is refused before anything is done with it', async () => {
	const { origin } = new URL(platform.url);
	const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' };
	const answer = await ask('/en/sign-in?/enter', headers, `email=${'x'.repeat(600_000)}`);
	expect(answer.status).toBe(413);
});
