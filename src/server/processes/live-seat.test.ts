// Typing in a page that several write together counts as use of the session; a page that merely lies open does not.
import * as encoding from 'lib0/encoding';
import { WebSocket, WebSocketServer } from 'ws';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Context } from '#platform/context';
import { createLogger } from '#platform/log';
import { takeSeat } from './live-seat.ts';

const page = '01989f2e-0000-7000-8000-000000000001';
const open: { close(): unknown }[] = [];
afterEach(() => open.splice(0).forEach((each) => each.close()));

/** A change of the page as a browser sends it. */
function aChange(): Uint8Array {
	const doc = new Y.Doc();
	doc.getXmlFragment('default').insert(0, [new Y.XmlText('Heron')]);
	const encoder = encoding.createEncoder();
	encoding.writeVarString(encoder, page);
	encoding.writeVarUint(encoder, 0);
	encoding.writeVarUint(encoder, 2);
	encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc));
	return encoding.toUint8Array(encoder);
}

/** A pupil's browser, and the seat it took on the server, over a real socket; the clock is the test's. */
async function aSeat(clock: { now: Date }) {
	const server = new WebSocketServer({ port: 0 });
	open.push(server);
	const used: Date[] = [];
	const passed: unknown[] = [];
	const seated = new Promise<ReturnType<typeof takeSeat>>((done) => {
		server.on('connection', (line) => {
			const who = { page, session: 's', writer: { id: 'member' } as never };
			const seat = takeSeat(line, who, {
				stillMay: () => Promise.resolve({ now: clock.now, actor: { kind: 'pupil' } } as Context),
				note: () => Promise.resolve({ ok: true } as never),
				used: (ctx) => used.push(ctx.now),
				log: createLogger('test'),
			});
			seat.pass = (message) => passed.push(message);
			done(seat);
		});
	});
	const { port } = server.address() as { port: number };
	const browser = new WebSocket(`ws://localhost:${port}`);
	open.push(browser);
	await new Promise((done) => browser.on('open', done));
	return { browser, seat: await seated, used, passed };
}

test('who types for an hour was there a moment ago; who only leaves the page open was not', async () => {
	const clock = { now: new Date('2026-10-06T08:00:00Z') };
	const { browser, seat, used, passed } = await aSeat(clock);
	// the server asks anew whether somebody may still write once a second has gone by
	await new Promise((done) => setTimeout(done, 1_100));
	clock.now = new Date('2026-10-06T08:44:00Z');
	await seat.look();
	expect(used).toEqual([]);
	browser.send(aChange());
	await expect.poll(() => passed).toHaveLength(1);
	expect(used).toEqual([clock.now]);
	await new Promise((done) => setTimeout(done, 1_100));
	clock.now = new Date('2026-10-06T09:20:00Z');
	browser.send(aChange());
	await expect.poll(() => passed).toHaveLength(2);
	expect(used.at(-1)).toEqual(clock.now);
});
