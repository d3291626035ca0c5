/**
 * What is new for people whose page is open: one line to the database for all of them, which calls out whose news
 * changed; each is asked for only then. Every few seconds one question tells whose session is over.
 */
import type { ClientConfig } from 'pg';
import { unreadConversations } from '#domain/contacts';
import { newsChannel, unseenNotices } from '#domain/notices';
import { sessionsThatRun } from '#domain/people';
import { now } from '#platform/clock';
import type { Context, Database } from '#platform/context';
import { listenTo, type Listening } from '#platform/listening';
import type { Logger } from '#platform/log';
import { personOf, system, type PersonId } from '#shared/actor';
import { defaultLocale } from '#shared/locales';

export type LiveNews = {
	/** Server-sent events for the one who acts, until the page is left or the session is over. */
	readonly streamFor: (ctx: Context) => ReadableStream<Uint8Array>;
	/** Ends all streams; browsers come back by themselves. */
	readonly close: () => Promise<void>;
};

type Open = {
	readonly ctx: Context;
	readonly person: PersonId;
	readonly session: string;
	readonly controller: ReadableStreamDefaultController<Uint8Array>;
	told: string;
};

const watchEvery = 3_000;
/** So many watches apart a line goes out that says nothing, so that nobody in between takes the silence for an end. */
const breathEvery = 8;
const mostOfSession = 6;
const encoder = new TextEncoder();

export function openLiveNews(web: {
	readonly db: Database;
	readonly log: Logger;
	readonly connection: ClientConfig;
}): LiveNews {
	const streams = new Set<Open>();
	let listening: Listening | undefined;
	let watching: NodeJS.Timeout | undefined;
	let watches = 0;
	let closed = false;

	function streamFor(ctx: Context): ReadableStream<Uint8Array> {
		const person = personOf(ctx.actor);
		const session = 'session' in ctx.actor ? ctx.actor.session : undefined;
		let open: Open | undefined;
		return new ReadableStream({
			start(controller) {
				if (person === undefined || session === undefined || closed) return controller.close();
				open = { ctx, person, session, controller, told: '' };
				leaveRoom(session);
				streams.add(open);
				say(open, 'retry: 3000\n\n');
				begin();
				void tell([open]);
			},
			cancel() {
				if (open) streams.delete(open);
			},
		});
	}

	function begin(): void {
		listening ??= listenTo(web.connection, newsChannel, hear, web.log);
		watching ??= setInterval(() => void watch(), watchEvery).unref();
	}

	/** Somebody with many windows keeps the newest ones. */
	function leaveRoom(session: string): void {
		const own = [...streams].filter((stream) => stream.session === session);
		for (const stream of own.slice(0, Math.max(0, own.length - mostOfSession + 1))) end(stream);
	}

	/** Without a name the line stood anew, and anything may have been missed. */
	function hear(person?: string): void {
		void tell([...streams].filter((stream) => person === undefined || stream.person === person));
	}

	async function tell(some: readonly Open[]): Promise<void> {
		for (const stream of some) {
			try {
				const ctx = { ...stream.ctx, db: web.db, now: now() };
				const [notices, messages] = [await unseenNotices(ctx), await unreadConversations(ctx)];
				const news = JSON.stringify({ notices, messages });
				if (news === stream.told) continue;
				stream.told = news;
				say(stream, `data: ${news}\n\n`);
			} catch (error) {
				web.log.warn({ err: String(error) }, 'news could not be told');
			}
		}
	}

	async function watch(): Promise<void> {
		if (streams.size === 0) return rest();
		watches += 1;
		try {
			const ctx = { db: web.db, log: web.log, actor: system, now: now(), locale: defaultLocale };
			const running = await sessionsThatRun(ctx, [...new Set([...streams].map(({ session }) => session))]);
			for (const stream of [...streams]) {
				if (!running.has(stream.session)) end(stream);
				else if (watches % breathEvery === 0) say(stream, ':\n\n');
			}
		} catch {
			// while the database is silent nobody is told anything, and nobody can be known to have left
		}
	}

	/** With nobody there nothing is asked and nothing listened to. */
	function rest(): void {
		clearInterval(watching);
		watching = undefined;
		void listening?.close();
		listening = undefined;
	}

	function say(stream: Open, text: string): void {
		try {
			stream.controller.enqueue(encoder.encode(text));
		} catch {
			streams.delete(stream);
		}
	}

	function end(stream: Open): void {
		streams.delete(stream);
		try {
			stream.controller.close();
		} catch {
			// the page was left at the same moment
		}
	}

	return {
		streamFor,
		async close() {
			closed = true;
			clearInterval(watching);
			for (const stream of [...streams]) end(stream);
			await listening?.close();
		},
	};
}
