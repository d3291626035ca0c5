// Pages that are the same for every visitor are made once in a while and handed out many times, also while the
// database is away. A page asks for it by a header that never leaves the house.
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Set by a page: `10, 3600` = the same for every visitor for ten seconds, and for an hour when it cannot be made. */
export const keepHeader = 'x-opentwinning-keep';

interface KeptPage {
	readonly headers: OutgoingHttpHeaders;
	readonly body: Buffer;
	/** Milliseconds; moved on while somebody makes the page anew. */
	freshUntil: number;
	readonly standsInUntil: number;
}

/** Answers from what is kept and says so by true; else leaves the request to the pages and watches what they answer. */
export type KeptPages = (request: IncomingMessage, response: ServerResponse) => boolean;

const most = 200;
/** So long others get the old page while one request makes the new one. */
const patience = 2_000;
const ofTheConnection = new Set(['connection', 'date', 'keep-alive', 'transfer-encoding', 'content-length']);

/** The kept pages of one process. */
export function keepPages(now: () => number = Date.now): KeptPages {
	const pages = new Map<string, KeptPage>();
	return (request, response) => {
		const key = keyOf(request);
		if (key === undefined) return false;
		const page = pages.get(key);
		if (page !== undefined && now() < page.freshUntil) {
			answer(response, page);
			return true;
		}
		if (page !== undefined) page.freshUntil = now() + patience;
		watch(response, {
			forget: () => void pages.delete(key),
			standIn: () => (page !== undefined && now() < page.standsInUntil ? page : undefined),
			keep(times, headers, body) {
				pages.delete(key);
				pages.set(key, {
					headers,
					body,
					freshUntil: now() + times.fresh,
					standsInUntil: now() + times.standIn,
				});
				const [oldest] = pages.keys();
				if (pages.size > most && oldest !== undefined) pages.delete(oldest);
			},
		});
		return false;
	};
}

/** Only who carries nothing at all is any visitor; words behind the address are for searches, which differ. */
function keyOf({ method, headers, url = '' }: IncomingMessage): string | undefined {
	if (method !== 'GET' || url.includes('?')) return undefined;
	if (headers.cookie !== undefined || headers.authorization !== undefined) return undefined;
	return `${headers.host ?? ''} ${url} ${headers['accept-encoding'] ?? ''}`;
}

function answer(response: ServerResponse, { headers, body }: KeptPage): void {
	for (const [name, value] of Object.entries(headers))
		if (value !== undefined) response.setHeader(name, value);
	response.setHeader('content-length', body.length);
	response.writeHead(200);
	response.end(body);
}

interface Watcher {
	standIn(): KeptPage | undefined;
	/** The page is gone, or is another by now. */
	forget(): void;
	keep(times: Times, headers: OutgoingHttpHeaders, body: Buffer): void;
}

interface Times {
	readonly fresh: number;
	readonly standIn: number;
}

/** Looks at the head of the answer once it is known, and at its body where that is to be kept. */
function watch(response: ServerResponse, watcher: Watcher): void {
	const writeHead = response.writeHead.bind(response) as ServerResponse['writeHead'];
	response.writeHead = ((status: number, ...rest: []) => {
		response.writeHead = writeHead;
		const times = timesOf(response.getHeader(keepHeader));
		response.removeHeader(keepHeader);
		const standIn = status === 503 ? watcher.standIn() : undefined;
		if (standIn !== undefined) return replace(response, standIn);
		if (status !== 503) watcher.forget();
		if (status === 200 && times !== undefined && isForEverybody(response)) {
			const headers = headersOf(response);
			collect(response, (body) => watcher.keep(times, headers, body));
		}
		return writeHead(status, ...rest);
	}) as ServerResponse['writeHead'];
}

function timesOf(header: unknown): Times | undefined {
	const [, fresh, standIn] = /^(\d+), (\d+)$/.exec(String(header)) ?? [];
	return fresh === undefined ? undefined : { fresh: Number(fresh) * 1000, standIn: Number(standIn) * 1000 };
}

/** A page with a cookie or a policy for one request only is nobody else's. */
function isForEverybody(response: ServerResponse): boolean {
	const policy = String(response.getHeader('content-security-policy') ?? '');
	return !response.hasHeader('set-cookie') && !policy.includes('nonce-');
}

function headersOf(response: ServerResponse): OutgoingHttpHeaders {
	return Object.fromEntries(
		Object.entries(response.getHeaders()).filter(([name]) => !ofTheConnection.has(name)),
	);
}

/** Hands on what is written and tells the whole of it at the end. */
function collect(response: ServerResponse, whole: (body: Buffer) => void): void {
	const { write, end } = response;
	const chunks: Buffer[] = [];
	const take = (chunk: unknown) => {
		if (typeof chunk === 'string' || chunk instanceof Uint8Array)
			chunks.push(Buffer.from(chunk as Uint8Array));
	};
	response.write = ((chunk: unknown, ...rest: []) => {
		take(chunk);
		return Reflect.apply(write, response, [chunk, ...rest]) as boolean;
	}) as ServerResponse['write'];
	response.end = ((chunk: unknown, ...rest: []) => {
		take(chunk);
		Object.assign(response, { write, end });
		whole(Buffer.concat(chunks));
		return Reflect.apply(end, response, [chunk, ...rest]) as ServerResponse;
	}) as ServerResponse['end'];
}

/** The kept page goes out in place of an answer that only says that nothing can be said. */
function replace(response: ServerResponse, page: KeptPage): ServerResponse {
	const { write, end } = response;
	for (const name of response.getHeaderNames()) response.removeHeader(name);
	response.write = () => true;
	response.end = (() => {
		Object.assign(response, { write, end });
		answer(response, page);
		return response;
	}) as ServerResponse['end'];
	return response;
}
