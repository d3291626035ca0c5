/**
 * A page that is being written in this process: every change is in the log before anybody sees it. Changes that arrive
 * while others are being written wait and go together, so that many writers cost one transaction at a time.
 * open-to-all: each writer was let in by `enterPage`, and is asked again while they stay.
 */
import type { MemberId } from '#domain/spaces';
import { now } from '#platform/clock';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import * as Y from 'yjs';
import type { System } from '#shared/actor';
import type { PageId } from '../page.ts';
import { documentOf, fullness } from './document.ts';
import { keepLiveVersion } from './live-version.ts';
import { changesAfter, handsOf, type Change, type Standing } from './log.sql.ts';
import { applyKeepingWords } from './rescue.ts';
import { addToLog, contentOfDocument, handsIn, lockPageLog } from './open-document.ts';

/** `malformed`: it is no change; `not-yours`: it is signed by somebody else's hand; `full`: the page holds no more. */
export type ChangeRefusal = 'malformed' | 'not-yours' | 'full';
export type Noted = { readonly ok: true } | { readonly ok: false; readonly reason: ChangeRefusal };

type Waiting = Change & {
	readonly done: (noted: Noted) => void;
	readonly failed: (error: unknown) => void;
};

const mostOfBatch = 200;
/** A document with all that was ever taken away in it. */
const mostBytes = 5_000_000;
const noted: Noted = { ok: true };

/** One page and its log. Whoever makes it says when the page is no longer open. */
export class Journal {
	private readonly ctx: () => Context<System>;
	private readonly page: PageId;
	/** Told of every change that is in the log, whoever wrote it and wherever. */
	private readonly heard: (change: Uint8Array) => void;
	private doc = new Y.Doc();
	private written = 0;
	/** How large the document is at most: it is measured anew only when this is too much. */
	private bytes = 0;
	private hands = new Map<number, MemberId>();
	private queue: Waiting[] = [];
	private working: Promise<void> | undefined;

	constructor(ctx: Omit<Context<System>, 'now'>, page: PageId, heard: (change: Uint8Array) => void) {
		this.ctx = () => ({ ...ctx, now: now() });
		this.page = page;
		this.heard = heard;
	}

	/** The whole document as one change. */
	async whole(): Promise<Uint8Array> {
		await this.catchUp();
		return Y.encodeStateAsUpdate(this.doc);
	}

	/** Resolves when the change is durable or refused; throws when the log could not be written. */
	note(change: Uint8Array, by: MemberId): Promise<Noted> {
		return new Promise((done, failed) => {
			this.queue.push({ change, by, done, failed });
			this.work();
		});
	}

	/** Another process wrote in the page: reads what is new. */
	async hear(number: number): Promise<void> {
		if (number > this.written) await this.catchUp();
	}

	private async catchUp(): Promise<void> {
		while (this.working) await this.working.catch(() => undefined);
		this.working = this.inOrder(async (inside) => {
			await this.readOn(inside, await lockPageLog(inside, this.page));
		}).finally(() => (this.working = undefined));
		await this.working;
		this.work();
	}

	private work(): void {
		if (this.working !== undefined || this.queue.length === 0) return;
		const batch = this.queue.splice(0, mostOfBatch);
		this.working = this.write(batch).finally(() => {
			this.working = undefined;
			this.work();
		});
	}

	private async write(batch: readonly Waiting[]): Promise<void> {
		try {
			const outcomes = await this.writeTogether(batch);
			batch.forEach((each, place) => each.done(outcomes[place] ?? noted));
		} catch (error) {
			for (const each of batch) each.failed(error);
		}
	}

	/** All at once; when something is wrong with one of them, one by one. */
	private async writeTogether(batch: readonly Waiting[]): Promise<Noted[]> {
		const together = await this.writeSome(batch);
		if (together.ok || batch.length === 1) return batch.map(() => together);
		const outcomes: Noted[] = [];
		for (const each of batch) outcomes.push(await this.writeSome([each]));
		return outcomes;
	}

	private async writeSome(some: readonly Waiting[]): Promise<Noted> {
		let outcome = noted;
		let changes: Change[] = [];
		await this.inOrder(async (inside) => {
			const standing = await lockPageLog(inside, this.page);
			await this.readOn(inside, standing);
			changes = [];
			outcome = this.apply(some, changes);
			if (!outcome.ok) return this.forget();
			const content = await contentOfDocument(inside, this.page, this.doc);
			this.written = await addToLog(inside, standing, changes, this.hands);
			const writers = [...new Set(some.map(({ by }) => by))];
			await keepLiveVersion(inside, { ...standing, written: this.written }, content, writers);
		});
		if (!outcome.ok) return outcome;
		for (const { change, by } of changes) {
			for (const hand of handsIn(change)) if (!this.hands.has(hand)) this.hands.set(hand, by);
			this.heard(change);
		}
		return noted;
	}

	/**
	 * Puts changes into the document and tells them for the log, with what brings back words that nobody took away; a
	 * document that took something wrong is thrown away.
	 */
	private apply(some: readonly Change[], applied: Change[]): Noted {
		try {
			const before = fullness(this.doc);
			for (const { change, by } of some) {
				const foreign = handsIn(change).some((hand) => this.isOfAnother(hand, by, change));
				if (foreign) return { ok: false, reason: 'not-yours' };
				const brought = applyKeepingWords(this.doc, change);
				applied.push({ change, by }, ...(brought ? [{ change: brought, by }] : []));
				this.bytes += change.length;
			}
			const after = fullness(this.doc);
			return (after > 1 && after > before) || this.isTooLarge() ? { ok: false, reason: 'full' } : noted;
		} catch {
			return { ok: false, reason: 'malformed' };
		}
	}

	private isTooLarge(): boolean {
		if (this.bytes > mostBytes) this.bytes = Y.encodeStateAsUpdate(this.doc).length;
		return this.bytes > mostBytes;
	}

	/** Whether the change adds to what somebody else's hand wrote. */
	private isOfAnother(hand: number, by: MemberId, change: Uint8Array): boolean {
		const owner = this.hands.get(hand);
		if (owner === by) return false;
		const known = Y.getState(this.doc.store, hand);
		if (owner === undefined && known === 0) return false;
		const ends = Y.decodeUpdate(change).structs.flatMap(({ id, length }) =>
			id.client === hand ? [id.clock + length] : [],
		);
		return Math.max(0, ...ends) > known;
	}

	/** Nothing of a transaction that failed may stay in the document. */
	private async inOrder(work: (inside: Context) => Promise<void>): Promise<void> {
		try {
			let attempts = 0;
			await inTransaction(this.ctx(), async (inside) => {
				if (attempts++ > 0) this.forget();
				await work(inside);
			});
		} catch (error) {
			this.forget();
			throw error;
		}
	}

	private forget(): void {
		this.doc.destroy();
		this.doc = new Y.Doc();
		this.written = 0;
		this.bytes = 0;
	}

	/** Reads what the log has and this document has not. */
	private async readOn(inside: Context, standing: Standing): Promise<void> {
		if (standing.written <= this.written) return;
		const changes = await changesAfter(inside, this.page, this.written);
		const isAnew = this.written === 0;
		if (isAnew) this.doc = documentOf(changes.map(({ change }) => change));
		else for (const { change } of changes) Y.applyUpdate(this.doc, change);
		this.bytes += changes.reduce((sum, { change }) => sum + change.length, 0);
		this.hands = await handsOf(inside, this.page);
		this.written = standing.written;
		// a long log is told as one change: tens of thousands would keep whoever opens the page waiting
		if (isAnew) this.heard(Y.encodeStateAsUpdate(this.doc));
		else for (const { change } of changes) this.heard(change);
	}
}
