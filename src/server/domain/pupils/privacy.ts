/** What classes keep about a teacher, who made them, and about a pupil: account and consents, for the family alone. */
import type { Context } from '#platform/context';
import type { PersonId, PupilId } from '#shared/actor';
import { accountOf, consentsEverOf, giveBack, handOver, madeBy, type Handed } from './privacy.sql.ts';

/** The classes the person made, by name; no aliases. */
export async function exportClasses(ctx: Context, person: PersonId): Promise<unknown> {
	return { classes: await madeBy(ctx, person) };
}

/** What is kept of one pupil here: the account, and all that the family ever allowed. */
export async function exportAccount(ctx: Context, pupil: PupilId): Promise<unknown> {
	return { account: await accountOf(ctx, pupil), consents: await consentsEverOf(ctx, pupil) };
}

export async function uniteClasses(ctx: Context, from: PersonId, into: PersonId): Promise<Handed> {
	return handOver(ctx, from, into);
}

export async function separateClasses(ctx: Context, journal: Handed): Promise<void> {
	await giveBack(ctx, journal);
}
