/** One browser at a page that is written together: its messages in order, each change durable before it goes on. */
import * as decoding from 'lib0/decoding';
import type { WebSocket } from 'ws';
import { handsIn, type ChangeRefusal, type Noted, type PageId, type Writer } from '#domain/spaces/pages';
import type { Context } from '#platform/context';
import { Forbidden, NotFound, isDatabaseGone } from '#platform/errors';
import type { Logger } from '#platform/log';

export type Seat = {
	readonly page: PageId;
	readonly writer: Writer;
	readonly session: string;
	/** Under which number the others see this browser: the first that it says of itself. */
	readonly hand: number | undefined;
	/** Where a message goes when nothing is against it. */
	pass: (message: Uint8Array) => void;
	/** Asks whether the writer still may, unless that was asked just now. */
	readonly look: () => Promise<void>;
	readonly leave: (why: keyof typeof goodbyes) => void;
};

/** Why a socket ends, as the browser's code: 44xx says that coming back by itself is no use. */
export const goodbyes = {
	away: 1001,
	unreadable: 1003,
	later: 1013,
	gone: 4403,
	malformed: 4400,
	'not-yours': 4409,
	full: 4413,
	'too-fast': 4429,
} as const satisfies Record<ChangeRefusal | string, number>;

type Around = {
	/** Throws when the writer may not write here any more. */
	readonly stillMay: () => Promise<Context>;
	readonly note: (change: Uint8Array, by: Writer['id']) => Promise<Noted>;
	readonly used: (ctx: Context) => void;
	readonly log: Logger;
};

const askedAnewAfter = 1_000;
const cutAfter = 2_000;
/** Messages at once, and how many more each second; a quick typist and a moving caret send about twenty. */
const burst = 400;
const perSecond = 80;
/** Whoever does not read what the others write is cut off before it fills the memory. */
const mostUnread = 16_000_000;

/** Takes a seat; `pass` is set by whoever leads the conversation. */
export function takeSeat(
	line: WebSocket,
	who: Pick<Seat, 'page' | 'writer' | 'session'>,
	around: Around,
): Seat {
	let askedAt = Date.now();
	let asking: Promise<void> | undefined;
	/** Whoever sat here when it was last asked. */
	let asker: Context | undefined;
	let tokens = burst;
	let countedAt = Date.now();
	let queueing: Promise<unknown> = Promise.resolve();
	let passing: Promise<unknown> = Promise.resolve();

	let hand: number | undefined;

	const seat: Seat = {
		...who,
		get hand() {
			return hand;
		},
		pass: () => undefined,
		look,
		leave,
	};
	line.on('message', (data: Buffer, isBinary) => take(data, isBinary));
	line.on('error', () => line.terminate());
	return seat;

	function take(data: Buffer, isBinary: boolean): void {
		if (line.readyState !== line.OPEN) return;
		if (!isBinary) return leave('unreadable');
		if (isTooFast()) return leave('too-fast');
		if (line.bufferedAmount > mostUnread) return line.terminate();
		const message = new Uint8Array(data);
		let change: Uint8Array | undefined;
		try {
			const read = readMessage(message, who.page);
			if (read === 'ignored') return;
			change = read.change;
			hand ??= read.hand;
		} catch {
			return leave('malformed');
		}
		const queued = queueing.then(async () => {
			if (change === undefined) return {};
			await stillMay();
			// who types is there; a page that merely lies open is not
			if (asker) around.used(asker);
			// not waited for: the next change may go into the log together with this one
			return { noted: around.note(change, who.writer.id) };
		});
		queueing = queued.catch(() => undefined);
		passing = passing.then(async () => {
			const noted = await (await queued).noted;
			if (line.readyState !== line.OPEN) return;
			if (noted?.ok === false) leave(noted.reason);
			else seat.pass(message);
		});
		passing = passing.catch(fail);
	}

	function isTooFast(): boolean {
		const moment = Date.now();
		tokens = Math.min(burst, tokens + ((moment - countedAt) / 1000) * perSecond);
		countedAt = moment;
		tokens -= 1;
		return tokens < 0;
	}

	async function stillMay(): Promise<void> {
		if (Date.now() - askedAt < askedAnewAfter) return;
		asking ??= around
			.stillMay()
			.then((ctx) => {
				askedAt = Date.now();
				asker = ctx;
			})
			.finally(() => (asking = undefined));
		await asking;
	}

	async function look(): Promise<void> {
		try {
			await stillMay();
		} catch (error) {
			// while the database is silent nobody can be known to have lost anything
			if (!isDatabaseGone(error)) fail(error);
		}
	}

	function fail(error: unknown): void {
		if (error instanceof NotFound || error instanceof Forbidden) return leave('gone');
		if (!isDatabaseGone(error))
			around.log.error({ err: error, page: who.page }, 'a change could not be kept');
		leave('later');
	}

	function leave(why: keyof typeof goodbyes): void {
		line.close(goodbyes[why], why);
		setTimeout(() => line.terminate(), cutAfter).unref();
	}
}

const kinds = { sync: 0, awareness: 1, auth: 2, askAwareness: 3, syncReply: 4, close: 7 } as const;
const passed: ReadonlySet<number> = new Set(Object.values(kinds));

type Read = { readonly change?: Uint8Array; readonly hand?: number };

/** What a message is: ignored, or to be passed on, perhaps with a change in it. Throws when it cannot be read. */
function readMessage(message: Uint8Array, page: PageId): 'ignored' | Read {
	const decoder = decoding.createDecoder(message);
	if (decoding.readVarString(decoder) !== page) throw new Error('another page');
	const kind = decoding.readVarUint(decoder);
	if (!passed.has(kind)) return 'ignored';
	if (kind === kinds.awareness) return handOf(decoding.readVarUint8Array(decoder));
	if (kind !== kinds.sync && kind !== kinds.syncReply) return {};
	const step = decoding.readVarUint(decoder);
	const body = decoding.readVarUint8Array(decoder);
	// the first step only asks what there is
	if (step === 0) return {};
	if (step > 2) throw new Error('no step');
	// what says nothing is acknowledged without being written
	return isEmpty(body) ? {} : { change: body.slice() };
}

/** Whose presence it is about: the first in the list. */
function handOf(presence: Uint8Array): Read {
	const decoder = decoding.createDecoder(presence);
	return decoding.readVarUint(decoder) === 0 ? {} : { hand: decoding.readVarUint(decoder) };
}

/** Also finds what is no change at all, before anything touches the page. */
function isEmpty(change: Uint8Array): boolean {
	return handsIn(change).length === 0 && change.length <= 2;
}
