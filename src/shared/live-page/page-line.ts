/**
 * The line between an editor and the page it writes in together with others. It comes back by itself; what was
 * written meanwhile goes along then. `saved` is true only when the server has everything in its log.
 */
import { HocuspocusProvider, type HocuspocusProviderConfiguration } from '@hocuspocus/provider';
import type { Doc } from 'yjs';

export type LineState = {
	/** `closed`: it does not come back by itself; `reason` says why. */
	readonly line: 'coming' | 'open' | 'away' | 'closed';
	readonly saved: boolean;
	readonly reason: Farewell | undefined;
};

/** Why the server ended the line for good: see src/server/processes/live-seat.ts. */
export type Farewell = 'gone' | 'full' | 'unreadable';

const farewells: Readonly<Record<number, Farewell>> = {
	4400: 'unreadable',
	4403: 'gone',
	4409: 'unreadable',
	4413: 'full',
};

export type PageLine = {
	readonly provider: HocuspocusProvider;
	readonly state: () => LineState;
	/** Comes back at once. */
	readonly again: () => void;
	readonly close: () => void;
};

type Options = {
	/** `wss://host/live/pages/PAGE`. */
	readonly url: string;
	readonly page: string;
	readonly document: Doc;
	readonly changed: (state: LineState) => void;
	/** Tests and benches bring a socket that sends cookies. */
	readonly WebSocketPolyfill?: unknown;
};

/** Opens the line; `changed` is told whenever there is something new to say about it. */
export function openPageLine({ url, page, document, changed, WebSocketPolyfill }: Options): PageLine {
	let line: LineState['line'] = 'coming';
	let reason: Farewell | undefined;
	let isAhead = false;

	const configuration: HocuspocusProviderConfiguration = {
		url,
		name: page,
		document,
		...{ delay: 300, minDelay: 300, maxDelay: 4000, factor: 1.6 },
		...(WebSocketPolyfill === undefined ? {} : { WebSocketPolyfill }),
		onSynced: () => say('open'),
		onClose: ({ event }) => {
			reason = farewells[event.code];
			if (reason !== undefined) provider.disconnect();
			say(reason === undefined ? 'away' : 'closed');
		},
		onUnsyncedChanges: ({ number }) => {
			if (number === 0 && provider.hasBegun) isAhead = false;
			say();
		},
	};
	const provider = new SteadyProvider(configuration);
	document.on('update', note);

	return {
		provider,
		state,
		again,
		close() {
			document.off('update', note);
			provider.destroy();
		},
	};

	function note(_: Uint8Array, origin: unknown): void {
		if (origin === provider) return;
		isAhead = true;
		// a page that was full may have room again, now that something was taken away
		if (line === 'closed' && reason === 'full') again();
		say();
	}

	function again(): void {
		reason = undefined;
		line = 'away';
		void provider.connect();
	}

	function say(now: LineState['line'] = line): void {
		line = now;
		changed(state());
	}

	function state(): LineState {
		return { line, saved: !isAhead, reason };
	}
}

/**
 * Sends nothing before it has asked what the server knows: the answer to that question carries all that was written
 * without a line. Otherwise each of those changes would be acknowledged too, and more would count as saved than is.
 */
class SteadyProvider extends HocuspocusProvider {
	declare hasBegun: boolean;

	override startSync(): void {
		this.hasBegun = true;
		super.startSync();
	}

	override onClose(): void {
		this.hasBegun = false;
		super.onClose();
	}

	override documentUpdateHandler(update: Uint8Array, origin: unknown): void {
		if (this.hasBegun || origin === this) super.documentUpdateHandler(update, origin);
	}
}
