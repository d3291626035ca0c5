/**
 * Who is at a page in other web processes. Each calls out who sits with it and hears of the others; while nobody else has
 * the page open, nothing is called out but a word every few seconds. Carets are no work: a call that is lost is made good
 * by the next.
 */
import { applyAwarenessUpdate, encodeAwarenessUpdate, type Awareness } from 'y-protocols/awareness';
import { newId } from '#platform/ids';

export const companyChannel = 'live_company';

/** `here`: I have the page open too; `states`: who sits with me. */
type Call = {
	readonly from: string;
	readonly page: string;
	readonly here?: 'new' | 'still' | undefined;
	readonly states?: string | undefined;
};

/** PostgreSQL calls out 8,000 bytes at most. */
const mostCalledOut = 7_500;
/** Carets move faster than anybody looks. */
const gatheredFor = 80;
const stillEvery = 10_000;
const forgottenAfter = 35_000;

export type Company = {
	/** The page is open here; `close` when it is no more. */
	readonly open: (page: string, awareness: Awareness) => void;
	readonly close: (page: string) => void;
	readonly hear: (said: string | undefined) => void;
	/** To be called every few seconds. */
	readonly tick: () => void;
};

type OpenHere = {
	readonly awareness: Awareness;
	/** Processes that have the page open too, and when they were last heard. */
	readonly others: Map<string, number>;
	readonly moved: Set<number>;
	readonly stop: () => void;
	gathering?: NodeJS.Timeout | undefined;
	saidAt: number;
};

/** `callOut` reaches every process, this one too. */
export function keepCompany(callOut: (said: string) => void): Company {
	const me = newId();
	const pages = new Map<string, OpenHere>();

	return {
		open(page, awareness) {
			const follow = (changes: Record<'added' | 'updated' | 'removed', number[]>, origin: unknown) => {
				const here = pages.get(page);
				if (origin === elsewhere || !here || here.others.size === 0) return;
				for (const hand of [...changes.added, ...changes.updated, ...changes.removed]) here.moved.add(hand);
				here.gathering ??= setTimeout(() => tellOfMoved(page), gatheredFor).unref();
			};
			awareness.on('update', follow);
			const stop = () => awareness.off('update', follow);
			pages.set(page, { awareness, others: new Map(), moved: new Set(), stop, saidAt: Date.now() });
			say({ page, here: 'new' });
		},
		close(page) {
			const here = pages.get(page);
			clearTimeout(here?.gathering);
			here?.stop();
			pages.delete(page);
		},
		hear(said) {
			// the line stood anew: whoever is there says so again
			if (said === undefined) return pages.forEach((_, page) => say({ page, here: 'new' }));
			const call = JSON.parse(said) as Call;
			const here = pages.get(call.page);
			if (!here || call.from === me) return;
			const isNew = !here.others.has(call.from);
			here.others.set(call.from, Date.now());
			if (call.states) applyAwarenessUpdate(here.awareness, Buffer.from(call.states, 'base64'), elsewhere);
			if (call.here === 'new' || isNew) tellOfAll(call.page, here);
		},
		tick() {
			const now = Date.now();
			for (const [page, here] of pages) {
				for (const [other, at] of here.others) if (now - at > forgottenAfter) here.others.delete(other);
				if (now - here.saidAt < stillEvery) continue;
				here.saidAt = now;
				say({ page, here: 'still' });
			}
		},
	};

	function say(call: Omit<Call, 'from'>): void {
		callOut(JSON.stringify({ from: me, ...call }));
	}

	function tellOfMoved(page: string): void {
		const here = pages.get(page);
		if (!here) return;
		here.gathering = undefined;
		tell(page, here.awareness, [...here.moved]);
		here.moved.clear();
	}

	function tellOfAll(page: string, here: OpenHere): void {
		tell(page, here.awareness, [...here.awareness.getStates().keys()]);
	}

	/** In as many calls as it takes. */
	function tell(page: string, awareness: Awareness, hands: readonly number[]): void {
		const known = hands.filter((hand) => awareness.meta.has(hand));
		if (known.length === 0) return;
		const states = Buffer.from(encodeAwarenessUpdate(awareness, known)).toString('base64');
		if (states.length <= mostCalledOut) return say({ page, states });
		if (known.length === 1) return;
		const half = Math.ceil(known.length / 2);
		tell(page, awareness, known.slice(0, half));
		tell(page, awareness, known.slice(half));
	}
}

/** Where a change came from that was heard and not made here. */
const elsewhere = { source: 'local', elsewhere: true };
