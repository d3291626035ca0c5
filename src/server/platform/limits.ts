/** How often something may be done: kept in PostgreSQL, so that every process counts together. */
import { sql } from 'kysely';
import { isIPv6 } from 'node:net';
import type { Context } from './context.ts';
import { TooOften } from './errors.ts';
import { refused, type Refused } from './result.ts';
import { overBefore } from './retention.ts';

export type Limit = { readonly name: string; readonly most: number; readonly seconds: number };

/**
 * Counts one more of `limit` for `whom`, or as many as are `done` at once, and throws TooOften when there were too many in
 * the window. Called outside the transaction of the use case: a refused attempt counts too.
 */
export async function countAgainst(ctx: Context, limit: Limit, whom: string, done = 1): Promise<void> {
	const windowStart = windowOf(ctx, limit);
	const counted = await sql<{ count: number }>`
		insert into platform.limit_count as held (key, window_start, count)
		values (${`${limit.name}:${whom}`}, ${windowStart}, ${done})
		on conflict (key, window_start) do update set count = held.count + excluded.count
		returning count`.execute(ctx.db);
	if ((counted.rows[0]?.count ?? 0) > limit.most) {
		const seconds = Math.ceil((windowStart.getTime() + limit.seconds * 1000 - ctx.now.getTime()) / 1000);
		throw new TooOften('too-often', { limit: limit.name, seconds });
	}
}

/** For forms that keep what was typed: `.catch(refusedTooOften)` turns TooOften into a refusal like any other. */
export function refusedTooOften(error: unknown): Refused<'too-often'> {
	if (error instanceof TooOften) return refused('too-often');
	throw error;
}

/** Takes what was counted back: it turned out to be no attempt against anybody. */
export async function giveBack(ctx: Context, limit: Limit, whom: string, done = 1): Promise<void> {
	await sql`update platform.limit_count set count = greatest(count - ${done}, 0)
		where key = ${`${limit.name}:${whom}`} and window_start = ${windowOf(ctx, limit)}`.execute(ctx.db);
}

/** Starts again at nought, for somebody who has proved who they are. */
export async function forgetCount(ctx: Context, limit: Limit, whom: string): Promise<void> {
	await sql`delete from platform.limit_count where key = ${`${limit.name}:${whom}`}`.execute(ctx.db);
}

/** The network of a client, as limits count it: an IPv6 household has a whole /64 of addresses to choose from. */
export function networkOf(client: string): string {
	const bare = client.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
	if (!isIPv6(bare)) return bare;
	const [head = '', tail] = bare.split('::');
	const groups = head.split(':').filter((group) => group !== '');
	const after = tail === undefined ? [] : tail.split(':').filter((group) => group !== '');
	while (groups.length + after.length < 8) groups.push('0');
	return [...groups, ...after]
		.slice(0, 4)
		.map((group) => Number.parseInt(group, 16).toString(16))
		.join(':')
		.concat('::/64');
}

function windowOf(ctx: Context, limit: Limit): Date {
	return new Date(Math.floor(ctx.now.getTime() / 1000 / limit.seconds) * limit.seconds * 1000);
}

/** The hourly job that forgets counts that limit nothing any more. */
export async function forgetLimitCounts(ctx: Context): Promise<void> {
	const over = await overBefore(ctx, 'limit');
	await ctx.db.deleteFrom('platform.limit_count').where('window_start', '<', over).execute();
}
