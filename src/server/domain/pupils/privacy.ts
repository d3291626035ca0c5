/** What classes keep about a teacher: who made them. Never exported to a teacher: anything about a child. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import { giveBack, handOver, madeBy, type Handed } from './privacy.sql.ts';

/** The classes the person made, by name; no aliases. */
export async function exportClasses(ctx: Context, person: PersonId): Promise<unknown> {
	return { classes: await madeBy(ctx, person) };
}

/** Nothing is deleted: the maker of a class is known by id only, and the person behind it is erased elsewhere. */
export async function eraseMaker(): Promise<void> {
	return Promise.resolve();
}

export async function uniteClasses(ctx: Context, from: PersonId, into: PersonId): Promise<Handed> {
	return handOver(ctx, from, into);
}

export async function separateClasses(ctx: Context, journal: Handed): Promise<void> {
	await giveBack(ctx, journal);
}
