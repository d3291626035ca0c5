/** How often something may be done: kept in PostgreSQL, so that every process counts together. */
import { sql } from 'kysely';
import type { Context } from './context.ts';
import { TooOften } from './errors.ts';

export type Limit = { readonly name: string; readonly most: number; readonly seconds: number };

/**
 * Counts one more of `limit` for `whom` and throws TooOften when there were too many in the window.
 * Called outside the transaction of the use case: a refused attempt counts too.
 */
export async function countAgainst(ctx: Context, limit: Limit, whom: string): Promise<void> {
	const windowStart = new Date(Math.floor(ctx.now.getTime() / 1000 / limit.seconds) * limit.seconds * 1000);
	const counted = await sql<{ count: number }>`
		insert into platform.limit_count as held (key, window_start, count)
		values (${`${limit.name}:${whom}`}, ${windowStart}, 1)
		on conflict (key, window_start) do update set count = held.count + 1
		returning count`.execute(ctx.db);
	if ((counted.rows[0]?.count ?? 0) > limit.most) {
		const seconds = Math.ceil((windowStart.getTime() + limit.seconds * 1000 - ctx.now.getTime()) / 1000);
		throw new TooOften('too-often', { limit: limit.name, seconds });
	}
}

/** Counts older than two days limit nothing any more. */
export async function forgetLimitCounts(ctx: Context): Promise<void> {
	const old = new Date(ctx.now.getTime() - 48 * 3600 * 1000);
	await ctx.db.deleteFrom('platform.limit_count').where('window_start', '<', old).execute();
}
