/**
 * When sessions were last used: remembered here and written by the process itself, so that a request that reads writes
 * nothing, and a teacher who reads all day stays signed in. A process that is killed forgets a minute at most.
 */
import type { Actor } from '#shared/actor';

/** One session's latest use. */
export type SessionUse = {
	readonly session: string;
	readonly kind: Actor['kind'];
	readonly at: Date;
};

export type SessionUses = {
	/** Remembers that the actor's session is in use; whoever has none is passed over. */
	readonly note: (actor: Actor, at: Date) => void;
	/** Writes what is still remembered and remembers nothing more. */
	readonly close: () => Promise<void>;
};

/** A first use is written so soon, together with others of the same moment. */
const gathered = 1000;
/** One session is written at most this often. */
const between = 60_000;

/** `write` is given each session once; what it could not write is kept and tried again. */
export function rememberSessionUses(write: (uses: readonly SessionUse[]) => Promise<void>): SessionUses {
	const waiting = new Map<string, SessionUse & { readonly due: number }>();
	const written = new Map<string, number>();
	let timer: NodeJS.Timeout | undefined;
	let writing: Promise<void> = Promise.resolve();

	function schedule(): void {
		if (timer !== undefined || waiting.size === 0) return;
		const next = Math.min(...Array.from(waiting.values(), ({ due }) => due));
		timer = setTimeout(() => void flush(), Math.max(gathered, next - Date.now())).unref();
	}

	function flush(all = false): Promise<void> {
		clearTimeout(timer);
		timer = undefined;
		writing = writing.then(() => writeDue(all)).then(schedule);
		return writing;
	}

	async function writeDue(all: boolean): Promise<void> {
		const moment = Date.now();
		for (const [session, when] of written) if (when <= moment - between) written.delete(session);
		const uses = [...waiting.values()].filter(({ due }) => all || due <= moment);
		for (const { session } of uses) waiting.delete(session);
		if (uses.length === 0) return;
		try {
			await write(uses);
			for (const { session } of uses) written.set(session, moment);
		} catch {
			// the database is away: a later use of the same session counts for more
			for (const use of uses)
				if (!waiting.has(use.session)) waiting.set(use.session, { ...use, due: moment + gathered });
		}
	}

	return {
		note: (actor, at) => {
			if (!('session' in actor)) return;
			const { session, kind } = actor;
			const last = written.get(session);
			const due = last === undefined ? Date.now() : last + between;
			waiting.set(session, { session, kind, at, due: waiting.get(session)?.due ?? due });
			schedule();
		},
		close: () => flush(true),
	};
}
