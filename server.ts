// The web server: the edge in front of SvelteKit's handler, and the doors for sockets and uploads beside it.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { setAnswerHeaders } from './scripts/serve/answer-headers.ts';
import { compressAnswer } from './scripts/serve/compression.ts';
import { openDoors } from './scripts/serve/doors.ts';
import { edgeFor, trustOwnHeadersOnly } from './scripts/serve/edge.ts';
import { keepPages } from './scripts/serve/kept-pages.ts';
import { listen } from './scripts/serve/listen.ts';
import { readConfig } from './src/server/platform/config.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const wholeFormWithin = 60_000;
const answersEndWithin = 10_000;
const leaveTakenWithin = 3_000;

const server = createServer({
	headersTimeout: 10_000,
	keepAliveTimeout: 60_000,
	// Uploads may take long as long as they move; forms have a limit of their own below.
	requestTimeout: 0,
	connectionsCheckingInterval: 5_000,
});
server.setTimeout(120_000);

let config = readConfig();
const listening = await listen(server, config.port, config.listenOn);
if (!config.publicUrlGiven) {
	// Port 0 is known only now, and the address of links follows the port.
	process.env['PUBLIC_URL'] = `http://localhost:${listening.port}`;
	config = readConfig();
}
if (process.env['OPENTWINNING_ANNOUNCE'] === '1') {
	console.log(JSON.stringify({ listening: { url: config.publicUrl.origin, port: listening.port } }));
}

const refusalAtTheEdge = edgeFor(config);
const answeredFromKept = keepPages();
const unanswered = new Set<ServerResponse>();
let pages: Handler = (_, response) => say(response, 503, 'The platform is starting.');
server.on('request', serve);
server.on('upgrade', upgrade);
process.once('SIGTERM', stop);
process.once('SIGINT', stop);

trustOwnHeadersOnly(process.env);
const built = new URL('./build/handler.js', import.meta.url).href;
pages = ((await import(built)) as { handler: Handler }).handler;

function serve(request: IncomingMessage, response: ServerResponse): void {
	setAnswerHeaders(response, config.publicUrl.protocol);
	if (request.url === '/healthz') return say(response, 200, 'ok');
	if (request.url === '/readyz') return void sayReadiness(response);
	const refusal = refusalAtTheEdge(request);
	if (refusal !== undefined) return say(response, refusal.status, refusal.sentence);
	if (openDoors().upload?.(request, response) === true) return;
	if (answeredFromKept(request, response)) return;
	unanswered.add(response);
	response.once('close', () => unanswered.delete(response));
	limitWait(request);
	compressAnswer(request, response);
	pages(request, response);
}

function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
	socket.on('error', () => socket.destroy());
	const refusal = refusalAtTheEdge(request);
	const door = openDoors().upgrade;
	if (refusal !== undefined) socket.end(`HTTP/1.1 ${refusal.status} Refused\r\nconnection: close\r\n\r\n`);
	else if (door === undefined) socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
	else door(request, socket, head);
}

async function sayReadiness(response: ServerResponse): Promise<void> {
	const late = new Promise<false>((resolve) => setTimeout(resolve, 1_000, false).unref());
	const ready = openDoors().ready;
	const isReady = ready !== undefined && (await Promise.race([ready(), late]).catch(() => false));
	say(response, isReady ? 200 : 503, isReady ? 'ready' : 'not ready');
}

function say(response: ServerResponse, status: number, sentence: string): void {
	response.writeHead(status, {
		'content-type': 'text/plain; charset=utf-8',
		'cache-control': 'no-store',
		'x-content-type-options': 'nosniff',
		...(status === 503 && { 'retry-after': '1' }),
	});
	response.end(`${sentence}\n`);
}

/** A form that trickles in forever would hold its connection forever. */
function limitWait(request: IncomingMessage): void {
	if (request.method === 'GET' || request.method === 'HEAD') return;
	const timer = setTimeout(() => request.complete || request.destroy(), wholeFormWithin).unref();
	request.once('close', () => clearTimeout(timer));
}

async function stop(): Promise<void> {
	listening.close();
	server.closeIdleConnections();
	void openDoors().hush?.();
	const end = Date.now() + answersEndWithin;
	while (unanswered.size > 0 && Date.now() < end) await pause(20);
	// a database that hangs would not even take leave
	await Promise.race([openDoors().close?.(), pause(leaveTakenWithin)]);
	process.exit(0);
}
