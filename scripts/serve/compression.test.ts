import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compressAnswer } from './compression.ts';

const page = 'Guten Tag, bonjour, goddag. '.repeat(200);
let server: Server;

beforeAll(async () => {
	server = createServer((asked, response) => {
		compressAnswer(asked, response);
		const [type, body] = answers[asked.url ?? ''] ?? ['text/html', page];
		response.setHeader('content-type', type);
		response.setHeader('etag', '"one"');
		if (asked.url !== '/stream') response.setHeader('content-length', Buffer.byteLength(body));
		response.writeHead(200);
		response.write(body.slice(0, 10));
		response.end(body.slice(10));
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => {
	server.close();
});

const answers: Readonly<Record<string, readonly [type: string, body: string]>> = {
	'/short': ['text/html', 'short enough'],
	'/picture': ['image/png', page],
	'/stream': ['text/html', page],
};

function ask(
	path: string,
	accepted: string,
	method = 'GET',
): Promise<{ headers: IncomingHttpHeaders; body: Buffer }> {
	const { port } = server.address() as AddressInfo;
	return new Promise((done, failed) => {
		const asked = request(
			{ host: '127.0.0.1', port, path, method, headers: { 'accept-encoding': accepted } },
			(answer) => {
				const chunks: Buffer[] = [];
				answer.on('data', (chunk: Buffer) => chunks.push(chunk));
				answer.on('end', () => done({ headers: answer.headers, body: Buffer.concat(chunks) }));
			},
		);
		asked.on('error', failed).end();
	});
}

test.each([
	['gzip, deflate, br, zstd', 'zstd', zstdDecompressSync],
	['gzip, deflate, br', 'br', brotliDecompressSync],
	['gzip', 'gzip', gunzipSync],
	['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
] as const)('a browser that accepts "%s" gets %s', async (accepted, coding, unpack) => {
	const { headers, body } = await ask('/', accepted);
	expect(headers['content-encoding']).toBe(coding);
	expect(Number(headers['content-length'])).toBe(body.length);
	expect(headers.vary).toBe('accept-encoding');
	expect(headers.etag).toBe('W/"one"');
	expect(unpack(body).toString()).toBe(page);
});

test.each([
	['/', 'identity'],
	['/', 'deflate'],
	['/short', 'gzip'],
	['/picture', 'gzip'],
	['/stream', 'gzip'],
])('%s goes out as it is to a browser that accepts "%s"', async (path, accepted) => {
	const { headers, body } = await ask(path, accepted);
	expect(headers['content-encoding']).toBeUndefined();
	expect(body.toString()).toBe(answers[path]?.[1] ?? page);
});

test('a question for the headers alone is not compressed', async () => {
	expect((await ask('/', 'gzip', 'HEAD')).headers['content-encoding']).toBeUndefined();
});
