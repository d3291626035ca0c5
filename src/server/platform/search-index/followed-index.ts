/**
 * An index beside a web process: made from its snapshot, then kept true by the changes since. Snapshots are made by a
 * process of their own, so that nobody who searches waits for it.
 */
import { stat } from 'node:fs/promises';
import type { ClientConfig } from 'pg';
import type { Context } from '../context.ts';
import { listenTo, type Listening } from '../listening.ts';
import type { IndexSource } from './index-source.ts';
import { SearchIndex } from './search-index.ts';
import { forgetSnapshot, readSnapshot, type KnownUpTo } from './snapshot.ts';

export type IndexSurroundings = {
	/** A context of the system, at the moment it is asked for. */
	readonly context: () => Context;
	/** Past any pooler. */
	readonly connection: ClientConfig;
	readonly file: string;
	/** Makes the snapshot in a process of its own; one at a time, whoever asks. */
	readonly makeSnapshot: () => Promise<void>;
	readonly times?: Partial<Times>;
};

type Times = {
	/** A net below the calls of the database. */
	readonly poll: number;
	/** How often it is looked whether a snapshot is due. */
	readonly look: number;
	/** How often a small installation is asked whether an index is worthwhile by now. */
	readonly weigh: number;
	readonly snapshotEvery: number;
	/** After somebody was erased; at most so often. */
	readonly snapshotAfterErasure: number;
};

const usualTimes: Times = {
	poll: 3000,
	look: 10_000,
	weigh: 60_000,
	snapshotEvery: 3_600_000,
	snapshotAfterErasure: 60_000,
};

/** More documents than these are not looked at one by one in every search for long. */
const longestTail = 2000;
const atOnce = 500;

export type IndexState = 'not worthwhile' | 'getting ready' | 'ready';

type Living = {
	readonly index: SearchIndex;
	readonly madeAt: number;
	upTo: KnownUpTo;
	/** Changes read already that may come again. */
	seen: ReadonlySet<number>;
};

export class FollowedIndex {
	readonly #source: IndexSource;
	readonly #around: IndexSurroundings;
	readonly #times: Times;
	#state: IndexState = 'not worthwhile';
	#living: Living | undefined;
	#listening: Listening | undefined;
	#timers: NodeJS.Timeout[] = [];
	#work: Promise<void> = Promise.resolve();
	#reading: Promise<void> | undefined;
	#readAgain = false;
	#closed = false;
	#askAgainAt = 0;
	/** Somebody's last document has gone: what they were called is to leave the snapshot soon. */
	#owesErasure = false;

	constructor(source: IndexSource, around: IndexSurroundings) {
		this.#source = source;
		this.#around = around;
		this.#times = { ...usualTimes, ...around.times };
	}

	get state(): IndexState {
		return this.#state;
	}

	/** The index, once it is ready. */
	get index(): SearchIndex | undefined {
		return this.#living?.index;
	}

	start(): void {
		this.#timers = [
			setInterval(() => void this.#catchUp(), this.#times.poll),
			setInterval(() => this.#soon(() => this.#look()), this.#times.look),
		];
		this.#soon(() => this.#look());
	}

	async close(): Promise<void> {
		this.#closed = true;
		for (const timer of this.#timers) clearInterval(timer);
		await this.#listening?.close();
		await this.#work;
		await this.#reading;
	}

	/** One thing after another; what fails is tried again with the next look. */
	#soon(work: () => Promise<void>): void {
		this.#work = this.#work.then(async () => {
			if (this.#closed) return;
			try {
				await work();
			} catch (error) {
				this.#around.context().log.warn({ err: error, index: this.#source.name }, 'search index is behind');
			}
		});
	}

	async #look(): Promise<void> {
		if (!this.#living) return this.#begin();
		const { file, makeSnapshot } = this.#around;
		if (this.#isDue(this.#living)) {
			const another = await writtenAt(file);
			if (another === undefined || another <= this.#living.madeAt) await makeSnapshot();
			await this.#takeSnapshot();
		}
	}

	async #begin(): Promise<void> {
		const { makeSnapshot, context, connection } = this.#around;
		if (this.#state === 'not worthwhile') {
			if (!(await this.#isWorthwhile())) return;
			this.#state = 'getting ready';
			const { channel } = this.#source;
			this.#listening ??= listenTo(connection, channel, () => void this.#catchUp(), context().log);
		}
		if (await this.#takeSnapshot()) return;
		await makeSnapshot();
		await this.#takeSnapshot();
	}

	async #isWorthwhile(): Promise<boolean> {
		const now = Date.now();
		if (now < this.#askAgainAt) return false;
		const { file, context } = this.#around;
		if (await this.#source.hasAtLeast(context(), this.#source.worthwhileFrom)) return true;
		this.#askAgainAt = now + this.#times.weigh;
		await forgetSnapshot(file);
		return false;
	}

	/** A snapshot is due every hour, when many documents lie in the tail, and soon after somebody was erased. */
	#isDue({ madeAt, index }: Living): boolean {
		const age = Date.now() - madeAt;
		const { tail, takenOut } = index.size;
		if (tail > longestTail) return true;
		if (this.#owesErasure && age > this.#times.snapshotAfterErasure) return true;
		return tail + takenOut > 0 && age > this.#times.snapshotEvery;
	}

	/** Puts the index of the snapshot in the place of the one before, once it knows as much. */
	async #takeSnapshot(): Promise<boolean> {
		const { file } = this.#around;
		const madeAt = await writtenAt(file);
		const snapshot = await readSnapshot(file);
		if (!snapshot || madeAt === undefined) return false;
		const living = livingOf(new SearchIndex(snapshot.segment), madeAt, snapshot.upTo);
		this.#owesErasure = false;
		if (!(await this.#readChanges(living))) return false;
		this.#living = living;
		this.#state = 'ready';
		await this.#catchUp();
		return true;
	}

	/** Reads the changes since; called while it reads, it reads once more. */
	#catchUp(): Promise<void> {
		this.#readAgain = true;
		this.#reading ??= this.#readUntilQuiet().finally(() => (this.#reading = undefined));
		return this.#reading;
	}

	async #readUntilQuiet(): Promise<void> {
		while (this.#readAgain && this.#living && !this.#closed) {
			this.#readAgain = false;
			try {
				if (!(await this.#readChanges(this.#living))) this.#startAnew();
			} catch (error) {
				// the line is down: the poll and the line that stands again read on from here
				this.#around.context().log.warn({ err: String(error) }, 'search index waits for the database');
			}
		}
	}

	/** False when it cannot be known what has changed: another database, or away for too long. */
	async #readChanges(living: Living): Promise<boolean> {
		const ctx = this.#around.context();
		const since = await this.#source.changesSince(ctx, living.upTo);
		if (!since) return false;
		const fresh = since.changes.filter(({ number }) => !living.seen.has(number));
		const owners = [...new Set(fresh.map(({ owner }) => owner))];
		for (let from = 0; from < owners.length; from += atOnce) {
			const some = owners.slice(from, from + atOnce);
			const documents = Map.groupBy(await this.#source.of(ctx, some), ({ owner }) => owner);
			for (const owner of some) {
				const own = documents.get(owner) ?? [];
				const wasThere = living.index.replace(owner, own);
				if (wasThere && own.length === 0) this.#owesErasure = true;
			}
		}
		living.upTo = since.upTo;
		living.seen = new Set(since.changes.map(({ number }) => number));
		return true;
	}

	#startAnew(): void {
		this.#living = undefined;
		this.#state = 'getting ready';
		this.#soon(() => this.#look());
	}
}

function livingOf(index: SearchIndex, madeAt: number, upTo: KnownUpTo): Living {
	return { index, madeAt, upTo, seen: new Set() };
}

async function writtenAt(file: string): Promise<number | undefined> {
	const found = await stat(file).catch(() => undefined);
	return found?.mtimeMs;
}
