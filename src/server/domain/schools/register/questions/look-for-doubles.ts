/** Looks for entries that are alike; what an officer called two schools is never asked about again. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { askAboutAlike } from './questions.sql.ts';

/** The weekly look over everything. Running it twice asks nothing twice. open-to-all: only the worker runs it. */
export async function lookForDoubles(ctx: Context): Promise<void> {
	await askAboutAlike(ctx);
}

/** A school has just been confirmed: it may have been here before. In the transaction of the decision: open-to-all. */
export async function lookForDoublesOf(ctx: Context, school: string): Promise<void> {
	await inTransaction(ctx, (inside) => askAboutAlike(inside, school));
}
