// Somebody who writes a page together with others, over a real socket and without a browser.
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { openPageLine, type LineState, type PageLine } from '#shared/live-page/page-line';

export type CoWriter = {
	readonly doc: Y.Doc;
	readonly line: PageLine;
	readonly state: () => LineState;
	/** Writes words at the end of the first line, or of a line of its own. */
	write(words: string): void;
	/** Begins a line of its own at the end of the page, where `write` goes on. */
	newLine(): void;
	/** All words of the page as this writer sees them. */
	words(): string;
	/** Waits until the platform says that everything is saved. */
	untilSaved(within?: number): Promise<void>;
	until(holds: () => boolean, within?: number): Promise<void>;
	leave(): void;
};

/** Opens the page as whoever the cookie says; `hears` is given every message as it comes over the wire. */
export function coWriter(
	url: string,
	cookie: string,
	page: string,
	hears?: (message: string) => void,
): CoWriter {
	const doc = new Y.Doc();
	class Socket extends WebSocket {
		constructor(address: string) {
			super(address, { headers: { cookie, origin: url } });
			this.on('error', () => undefined);
			if (hears) this.on('message', (message) => hears((message as Buffer).toString('utf8')));
		}
	}
	const waiting = new Set<() => void>();
	const look = () => waiting.forEach((each) => each());
	const address = `${url.replace('http', 'ws')}/live/pages/${page}`;
	const line = openPageLine({ url: address, page, document: doc, changed: look, WebSocketPolyfill: Socket });
	doc.on('update', look);
	const fragment = doc.getXmlFragment('default');
	let own: Y.XmlElement | undefined;

	const until: CoWriter['until'] = (holds, within = 10_000) =>
		new Promise((done, failed) => {
			const late = setTimeout(() => {
				waiting.delete(check);
				failed(new Error(`waited in vain; the line is ${JSON.stringify(line.state())}`));
			}, within);
			const check = () => {
				if (!holds()) return;
				clearTimeout(late);
				waiting.delete(check);
				done();
			};
			waiting.add(check);
			check();
		});

	return {
		doc,
		line,
		state: line.state,
		write(words) {
			doc.transact(() => {
				const block = own ?? (fragment.get(0) as Y.XmlElement);
				if (block.length === 0) block.insert(0, [new Y.XmlText()]);
				const text = block.get(0) as Y.XmlText;
				text.insert(text.length, words);
			});
		},
		newLine() {
			own = new Y.XmlElement('paragraph');
			fragment.insert(fragment.length, [own]);
		},
		words: () => fragment.toString().replace(/<[^>]*>/g, ''),
		untilSaved: (within) => until(() => line.state().line === 'open' && line.state().saved, within),
		until,
		leave: () => line.close(),
	};
}
