import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compressAnswer } from './compression.ts';
import { keepHeader, keepPages } from './kept-pages.ts';

let server: Server;
let clock = 0;
let made = 0;
let status = 200;
let extra: Record<string, string> = {};

beforeEach(async () => {
	[clock, made, status, extra] = [1_000_000, 0, 200, {}];
	const answeredFromKept = keepPages(() => clock);
	server = createServer((asked, response) => {
		if (answeredFromKept(asked, response)) return;
		compressAnswer(asked, response);
		const body = status === 200 ? `page ${++made} ${'– and so on '.repeat(200)}` : 'sorry';
		response.setHeader(keepHeader, '10, 3600');
		response.setHeader('content-type', 'text/html');
		response.setHeader('content-length', Buffer.byteLength(body));
		for (const [name, value] of Object.entries(extra)) response.setHeader(name, value);
		response.writeHead(status);
		response.write(body);
		response.end();
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterEach(() => {
	server.close();
});

interface Answer {
	readonly status: number | undefined;
	readonly headers: Readonly<Record<string, unknown>>;
	readonly words: string;
}

function visit(path = '/en', headers: Record<string, string> = {}): Promise<Answer> {
	const { port } = server.address() as AddressInfo;
	return new Promise((done, failed) => {
		const asked = request({ host: '127.0.0.1', port, path, headers }, (answer) => {
			const chunks: Buffer[] = [];
			answer.on('data', (chunk: Buffer) => chunks.push(chunk));
			answer.on('end', () => {
				const body = Buffer.concat(chunks);
				const words = (answer.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString();
				done({ status: answer.statusCode, headers: answer.headers, words: words.slice(0, 6) });
			});
		});
		asked.on('error', failed).end();
	});
}

test('visitors share one page for ten seconds, each in the coding of their browser', async () => {
	expect((await visit()).words).toBe('page 1');
	expect((await visit()).words).toBe('page 1');
	const compressed = { 'accept-encoding': 'gzip' };
	expect((await visit('/en', compressed)).words).toBe('page 2');
	const again = await visit('/en', compressed);
	expect(again.words).toBe('page 2');
	expect(again.headers['content-encoding']).toBe('gzip');
	expect(again.headers['content-type']).toBe('text/html');
	clock += 10_001;
	expect((await visit()).words).toBe('page 3');
});

test('the order to keep a page never leaves the house', async () => {
	expect((await visit()).headers).not.toHaveProperty(keepHeader);
	expect((await visit()).headers).not.toHaveProperty(keepHeader);
});

test.each([
	['somebody with a cookie', '/en', { cookie: 'a=b' }],
	['a search', '/en?q=river', {}],
	['another address', '/fr', {}],
	['another host', '/en', { host: 'elsewhere.example' }],
])('%s gets a page of their own', async (_who, path, headers) => {
	expect((await visit()).words).toBe('page 1');
	expect((await visit(path, headers)).words).toBe('page 2');
	expect((await visit()).words).toBe('page 1');
});

test.each([
	['gives a cookie', { 'set-cookie': 'session=secret' }],
	['has a policy for one request', { 'content-security-policy': "script-src 'nonce-abc'" }],
])('a page that %s is kept for nobody', async (_what, headers) => {
	extra = headers;
	expect((await visit()).words).toBe('page 1');
	expect((await visit()).words).toBe('page 2');
});

test('while the database is away the kept page stands in for an hour, and then no longer', async () => {
	await visit();
	status = 503;
	clock += 20_000;
	const standIn = await visit();
	expect(standIn).toMatchObject({ status: 200, words: 'page 1' });
	clock += 3_600_000;
	expect(await visit()).toMatchObject({ status: 503, words: 'sorry' });
});

test('a page that is no longer there is not kept on', async () => {
	await visit();
	status = 404;
	clock += 20_000;
	expect(await visit()).toMatchObject({ status: 404, words: 'sorry' });
	status = 503;
	expect(await visit()).toMatchObject({ status: 503, words: 'sorry' });
});
