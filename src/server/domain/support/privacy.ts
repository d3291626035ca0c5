/**
 * What support does with everything it holds of one person. open-to-all here: the part `privacy` asks, and
 * has demanded its own ability.
 */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import type { PersonId } from '#shared/actor';
import { lockCase } from './cases.sql.ts';
import { looksAtPerson } from './looks.sql.ts';
import {
	blankWordsOf,
	endOfficesOf,
	giveSupportBack,
	moveSupportOf,
	officesOfPerson,
	questionsOfPerson,
	refusalsOfPerson,
	roundsOfPerson,
	runningCasesOf,
	type Moved,
} from './privacy.sql.ts';
import { withdrawRunning } from './rounds.ts';

export async function exportSupport(ctx: Context, person: PersonId): Promise<unknown> {
	const looks = await looksAtPerson(ctx, person);
	return {
		rounds: await roundsOfPerson(ctx, person),
		decisions: await refusalsOfPerson(ctx, person),
		questions: await questionsOfPerson(ctx, person),
		offices: await officesOfPerson(ctx, person),
		looks: looks.map((look) => ({
			at: look.opened_at,
			reason: look.reason,
			organisation: look.organisation_id,
		})),
	};
}

/** Running cases are withdrawn, offices end, words go; that a case was and how it ended stays without them. */
export async function eraseSupport(ctx: Context, person: PersonId): Promise<void> {
	await inTransaction(ctx, async (inside) => {
		for (const running of await runningCasesOf(inside, person)) {
			const approval = await lockCase(inside, running.id);
			if (approval) await withdrawRunning(inside, approval);
		}
		await blankWordsOf(inside, person);
		await endOfficesOf(inside, person);
	});
}

export function uniteSupport(ctx: Context, from: PersonId, into: PersonId): Promise<Moved> {
	return inTransaction(ctx, (inside) => moveSupportOf(inside, from, into));
}

export async function separateSupport(ctx: Context, journal: Moved): Promise<void> {
	await inTransaction(ctx, (inside) => giveSupportBack(inside, journal));
}
