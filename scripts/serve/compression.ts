// Compresses pages on their way out; files that were compressed at build, streams and user files pass untouched.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib';

type Compress = (body: Buffer) => Buffer;

/** In the order we prefer them: the first is the quickest and hardly larger than the second. */
const codings: readonly (readonly [name: string, compress: Compress])[] = [
	['zstd', (body) => zstdCompressSync(body)],
	['br', (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })],
	['gzip', (body) => gzipSync(body)],
];

const compressible =
	/^(text\/(?!event-stream)|application\/(json|xml|manifest\+json|ld\+json|atom\+xml|rss\+xml)|image\/svg)/;
const smallest = 1_000;
const largest = 2_000_000;

/** Lets the answer to this request go out compressed where that is worth it. Call it before anything is written. */
export function compressAnswer(request: IncomingMessage, response: ServerResponse): void {
	const chosen = chooseCoding(request.headers['accept-encoding']);
	if (chosen === undefined || request.method === 'HEAD') return;
	const writeHead = response.writeHead.bind(response) as ServerResponse['writeHead'];
	response.writeHead = ((status: number, ...rest: []) => {
		response.writeHead = writeHead;
		// The framework sets every header before, and states the length of a body that it has whole.
		if (rest.length > 0 || !isWorthIt(status, response)) return writeHead(status, ...rest);
		holdBody(response, status, chosen);
		return response;
	}) as ServerResponse['writeHead'];
}

function isWorthIt(status: number, response: ServerResponse): boolean {
	if (status < 200 || status === 204 || status === 206 || status === 304) return false;
	const length = Number(response.getHeader('content-length') ?? 0);
	return (
		length >= smallest &&
		length <= largest &&
		!response.hasHeader('content-encoding') &&
		compressible.test(String(response.getHeader('content-type') ?? ''))
	);
}

function holdBody(
	response: ServerResponse,
	status: number,
	[name, compress]: (typeof codings)[number],
): void {
	const { write, end } = response;
	const held: Buffer[] = [];
	const hold = (chunk: unknown) => {
		if (typeof chunk === 'string' || chunk instanceof Uint8Array) held.push(Buffer.from(chunk as Uint8Array));
		return true;
	};
	response.write = hold;
	response.end = ((chunk?: unknown) => {
		hold(chunk);
		Object.assign(response, { write, end });
		const body = compress(Buffer.concat(held));
		response.setHeader('content-encoding', name);
		response.setHeader('content-length', body.length);
		response.appendHeader('vary', 'accept-encoding');
		weakenTag(response);
		response.writeHead(status);
		return response.end(body);
	}) as ServerResponse['end'];
}

/** A strong tag promises equal bytes, which differ between codings. */
function weakenTag(response: ServerResponse): void {
	const tag = response.getHeader('etag');
	if (typeof tag === 'string' && tag.startsWith('"')) response.setHeader('etag', `W/${tag}`);
}

function chooseCoding(accepted: string | string[] | undefined): (typeof codings)[number] | undefined {
	const wishes = new Map(
		String(accepted ?? '')
			.toLowerCase()
			.split(',')
			.map(wish),
	);
	return codings.find(([name]) => (wishes.get(name) ?? wishes.get('*') ?? 0) > 0);
}

function wish(text: string): [name: string, weight: number] {
	const [name = '', ...parameters] = text.split(';').map((part) => part.trim());
	const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
	return [name, weight === undefined ? 1 : Number(weight) || 0];
}
