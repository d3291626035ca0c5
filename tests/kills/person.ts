// Somebody who goes on whatever happens to the platform: an answer that was lost is asked for again, as a browser would.
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import { aForm, aVisitor, type Answer, type Fields, type Visiting } from '../world/visiting.ts';

/** What everybody went through. */
export interface Witness {
	/** Requests whose answer never came. */
	lost: number;
	/** Forms that were sent a second time while the first was perhaps still under way. */
	sentTwice: number;
	/** Answers that said in the reader's frame that the platform is not there just now. */
	unavailable: number;
	/** The longest that somebody waited for such an answer, in milliseconds. */
	longestWait: number;
	/** Answers that must never be given: a stack trace, a bare error, an unexplained 500. */
	readonly broken: string[];
}

export interface Person {
	/** The network they are at: nobody shares one. */
	readonly network: string;
	/** The page, once it answers; redirects are followed by whoever asks. */
	get(path: string): Promise<Answer>;
	/** Sends a form under one key until it is answered. */
	send(path: string, fields: Fields): Promise<Answer>;
}

const patience = 120_000;
const longestAnswer = 20_000;

export const aWitness = (): Witness => ({
	lost: 0,
	sentTwice: 0,
	unavailable: 0,
	longestWait: 0,
	broken: [],
});

/**
 * Somebody new, at a network of their own (the platform counts guesses and letters by network). Every fifth form
 * or so they lose patience: they hang up at some moment and send the same form again at once.
 */
export function aPerson(url: string, network: string, witness: Witness, chance: Chance): Person {
	const visitor = aVisitor({ url }, { 'x-forwarded-for': network });
	return {
		network,
		get: (path) => untilAnswered(path, () => visitor.get(path), witness),
		send: async (path, fields) => {
			const form = aForm(fields);
			if (chance.below(5) === 0) {
				witness.sentTwice += 1;
				await hangUp(visitor, path, form, chance.below(80));
			}
			return untilAnswered(path, () => visitor.post(path, form), witness);
		},
	};
}

/** Sends the form and breaks the connection off at that moment. */
async function hangUp(visitor: Visiting, path: string, form: URLSearchParams, after: number): Promise<void> {
	await visitor.post(path, form, {}, AbortSignal.timeout(after)).catch(() => undefined);
}

async function untilAnswered(path: string, ask: () => Promise<Answer>, witness: Witness): Promise<Answer> {
	for (const end = Date.now() + patience; Date.now() < end; await pause(200)) {
		const from = Date.now();
		const answer = await within(longestAnswer, ask()).catch(() => undefined);
		if (answer === undefined) witness.lost += 1;
		else if (answer.status === 503) note(witness, path, answer, Date.now() - from);
		else if (answer.status >= 500) witness.broken.push(`${path}: ${answer.status}`);
		else return answer;
	}
	throw new Error(`${path} was not answered within ${patience / 1000} s`);
}

function note(witness: Witness, path: string, { text }: Answer, waited: number): void {
	witness.unavailable += 1;
	witness.longestWait = Math.max(witness.longestWait, waited);
	if (/\n\s+at |\.ts:\d+/.test(text)) witness.broken.push(`${path}: a stack trace`);
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
	const late = pause(milliseconds, undefined, { ref: false }).then(() =>
		Promise.reject(new Error('too late')),
	);
	return Promise.race([work, late]);
}
