/** Seals the audit log: each seal hashes the one before and every line since, so that an altered line shows. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from './context.ts';
import { inTransaction } from './database.ts';
import { overBefore } from './retention.ts';

type Line = { readonly id: number } & Readonly<Record<string, unknown>>;

/** Adds a seal over all unsealed lines; does nothing when there are none. Safe to run twice. */
export async function sealAudit(ctx: Context): Promise<void> {
	await inTransaction(ctx, async (inside) => {
		const last = await newestSeal(inside);
		const lines = await linesAfter(inside, last?.up_to ?? 0);
		const newest = lines.at(-1);
		if (!newest) return;
		await inside.db
			.insertInto('platform.audit_seal')
			.values({
				up_to: newest.id,
				lines: lines.length,
				hash: hashOf(last?.hash, lines),
				sealed_at: inside.now,
			})
			.onConflict((conflict) => conflict.column('up_to').doNothing())
			.execute();
	});
}

/** The hourly job that forgets lines whose time is over, under whole seals; the seals stay. Safe to run twice. */
export async function forgetOldDeeds(ctx: Context): Promise<void> {
	const over = await overBefore(ctx, 'log');
	await sql`select platform.forget_log(${over}, ${ctx.now})`.execute(ctx.db);
}

/** Walks all seals that still have their lines; the first that does not fit its lines is named, or undefined when all fit. */
export async function firstBrokenSeal(ctx: Context): Promise<number | undefined> {
	const seals = await ctx.db.selectFrom('platform.audit_seal').selectAll().orderBy('up_to').execute();
	let previous: Buffer | undefined;
	let from = 0;
	for (const seal of seals) {
		if (seal.forgotten_at !== null) {
			previous = seal.hash;
			from = seal.up_to;
			continue;
		}
		const lines = await linesAfter(ctx, from, seal.up_to);
		if (lines.length !== seal.lines || !hashOf(previous, lines).equals(seal.hash)) return seal.up_to;
		previous = seal.hash;
		from = seal.up_to;
	}
	return undefined;
}

function newestSeal(ctx: Context) {
	return ctx.db
		.selectFrom('platform.audit_seal')
		.selectAll()
		.orderBy('up_to', 'desc')
		.limit(1)
		.executeTakeFirst();
}

function linesAfter(ctx: Context, after: number, upTo?: number): Promise<Line[]> {
	const query = ctx.db.selectFrom('platform.audit_entry').selectAll().where('id', '>', after).orderBy('id');
	return (upTo === undefined ? query : query.where('id', '<=', upTo)).execute();
}

function hashOf(previous: Buffer | undefined, lines: readonly Line[]): Buffer {
	const hash = createHash('sha256').update(previous ?? '');
	for (const line of lines) hash.update(JSON.stringify(Object.entries(line).sort()));
	return hash.digest();
}
