/**
 * The door for those who write a page together. Whoever comes is asked as on every page, and again while they stay.
 * A change goes into the page's log first; only then Hocuspocus sees it, shows it to the others and acknowledges it.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Hocuspocus } from '@hocuspocus/server';
import type { ClientConfig } from 'pg';
import { WebSocketServer, type WebSocket } from 'ws';
import * as Y from 'yjs';
import { enterPage, Journal, pagesChannel, type PageId } from '#domain/spaces/pages';
import { now } from '#platform/clock';
import { Forbidden, NotFound, TooOften, Unavailable } from '#platform/errors';
import { callOut, listenTo, type Listening } from '#platform/listening';
import { system } from '#shared/actor';
import { defaultLocale } from '#shared/locales';
import { access } from '../../access.ts';
import { contextFor, isFromHere } from './at-the-door.ts';
import { companyChannel, keepCompany } from './live-company.ts';
import { takeSeat, type Seat } from './live-seat.ts';
import { ownStates } from './live-presence.ts';
import { statusOf } from './status-of.ts';
import type { Web } from './web.ts';

export type LivePages = {
	/** Takes an upgrade to `/live/pages/PAGE`; answers all others with 404. */
	readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
	/** Sends everybody away; browsers come back by themselves. */
	readonly close: () => Promise<void>;
};

/** What Hocuspocus keeps with a connection; it copies what it is given, so the seat lies inside. */
type Sitting = { readonly seat: Seat };

/** What the seats of one page share in this process. */
type OpenPage = { readonly journal: Journal; document?: Y.Doc };

const path = /^\/live\/pages\/([0-9a-f-]{36})$/;
const door = 'ws:/live/pages';
const watchEvery = 2_000;
/** A tab that was closed badly is noticed late: somebody with one page open may hold several seats. */
const mostOfSession = 8;
const mostOfPage = 100;
const largestMessage = 1_200_000;

export function openLivePages(
	web: Pick<Web, 'db' | 'log' | 'origins' | 'uses'> & { readonly connection: ClientConfig },
): LivePages {
	const seats = new Set<Seat>();
	const pages = new Map<PageId, OpenPage>();
	const sockets = new WebSocketServer({
		noServer: true,
		maxPayload: largestMessage,
		perMessageDeflate: false,
	});
	const ofSystem = { db: web.db, log: web.log, actor: system, locale: defaultLocale };
	let listening: readonly Listening[] = [];
	const company = keepCompany((said) => {
		callOut({ ...ofSystem, now: now() }, companyChannel, said).catch((error: unknown) =>
			web.log.warn({ err: String(error) }, 'nobody elsewhere could be told who is here'),
		);
	});
	let watching: NodeJS.Timeout | undefined;

	const hocuspocus = new Hocuspocus<Sitting>({
		quiet: true,
		onAuthenticate: ({ documentName, context }) =>
			documentName === context.seat.page ? Promise.resolve() : Promise.reject(new NotFound('page')),
		onLoadDocument: ({ document, documentName }) => {
			const open = openPage(documentName);
			// what is written while the rest is being read reaches it too
			open.document = document;
			company.open(documentName, document.awareness);
			return open.journal.whole();
		},
		afterUnloadDocument: ({ documentName }) => {
			if (!hocuspocus.documents.has(documentName)) {
				pages.delete(documentName);
				company.close(documentName);
			}
			return Promise.resolve();
		},
		beforeHandleAwareness: ({ states, connection }) => {
			if (connection) ownStates(states, (connection.context as Sitting).seat);
			return Promise.resolve();
		},
	});

	function openPage(page: PageId): OpenPage {
		const known = pages.get(page);
		if (known) return known;
		const open: OpenPage = { journal: new Journal(ofSystem, page, show) };
		pages.set(page, open);
		return open;

		function show(change: Uint8Array): void {
			if (open.document) Y.applyUpdate(open.document, change, { source: 'local', skipStoreHooks: true });
		}
	}

	async function admit(request: IncomingMessage, page: PageId) {
		if (!isFromHere(web, request)) throw new Forbidden('origin');
		const ctx = await contextFor(web, request.headers.cookie);
		if (!access[door]?.['GET']?.includes(ctx.actor.kind)) throw new NotFound('door');
		const writer = await enterPage(ctx, page);
		const session = 'session' in ctx.actor ? ctx.actor.session : '';
		const own = [...seats].filter((seat) => seat.session === session);
		if (own.length >= mostOfSession) throw new TooOften('seats');
		if ([...seats].filter((seat) => seat.page === page).length >= mostOfPage) throw new Unavailable('seats');
		web.uses.note(ctx.actor, ctx.now);
		return { writer, session };
	}

	function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
		const page = path.exec(request.url ?? '')?.[1];
		if (page === undefined) return refuse(socket, 404);
		admit(request, page).then(
			(admitted) =>
				sockets.handleUpgrade(request, socket, head, (line) => {
					begin();
					sit(line, request, { page, ...admitted });
				}),
			(error: unknown) => {
				const status = statusOf(error);
				if (status === 500) web.log.error({ err: error }, 'nobody could be let in to write');
				refuse(socket, status);
			},
		);
	}

	function sit(
		line: WebSocket,
		request: IncomingMessage,
		admitted: Pick<Seat, 'page' | 'writer' | 'session'>,
	): void {
		const { cookie } = request.headers;
		const seat = takeSeat(line, admitted, {
			stillMay: async () => {
				const ctx = await contextFor(web, cookie);
				if (!access[door]?.['GET']?.includes(ctx.actor.kind)) throw new NotFound('door');
				const writer = await enterPage(ctx, admitted.page);
				if (writer.id !== admitted.writer.id) throw new NotFound('page');
				return ctx;
			},
			note: async (change, by) => openPage(admitted.page).journal.note(change, by),
			used: (ctx) => web.uses.note(ctx.actor, ctx.now),
			log: web.log,
		});
		seats.add(seat);
		const asked = new Request(`http://localhost${request.url ?? '/'}`);
		const conversation = hocuspocus.handleConnection(line as unknown as globalThis.WebSocket, asked, {
			seat,
		});
		seat.pass = (message) => conversation.handleMessage(message);
		line.once('close', (code, reason) => {
			seats.delete(seat);
			conversation.handleClose({ code, reason: reason.toString() });
			if (seats.size === 0) rest();
		});
	}

	function begin(): void {
		if (listening.length === 0)
			listening = [
				listenTo(web.connection, pagesChannel, hear, web.log),
				listenTo(web.connection, companyChannel, company.hear, web.log),
			];
		watching ??= setInterval(() => void watch(), watchEvery).unref();
	}

	/** Without words the line stood anew, and anything may have been missed. */
	function hear(said?: string): void {
		const [page = '', number = ''] = (said ?? '').split(':');
		const told = said === undefined ? [...pages.values()] : [pages.get(page) ?? []].flat();
		for (const { journal } of told) {
			journal
				.hear(said === undefined ? Number.MAX_SAFE_INTEGER : Number(number))
				.catch((error: unknown) => web.log.warn({ err: String(error) }, 'a page could not be read on'));
		}
	}

	async function watch(): Promise<void> {
		company.tick();
		for (const seat of [...seats]) await seat.look();
	}

	/** With nobody there nothing is asked and nothing listened to. */
	function rest(): void {
		clearInterval(watching);
		watching = undefined;
		for (const line of listening) void line.close();
		listening = [];
	}

	return {
		upgrade,
		async close() {
			for (const seat of [...seats]) seat.leave('away');
			rest();
			await Promise.resolve();
		},
	};
}

function refuse(socket: Duplex, status: number): void {
	socket.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
