/** Jobs are rows, added in the transaction of what they belong to; the worker runs them at least once. */
import { sql } from 'kysely';
import type { Context } from './context.ts';

export type JobOptions = {
	/** Two jobs of one key are one: the newer replaces the waiting one. */
	readonly key?: string;
};

/** Adds a job; it exists exactly when the transaction commits. The payload is JSON. */
export async function addJob(
	ctx: Context,
	name: string,
	payload: object,
	options: JobOptions = {},
): Promise<void> {
	await sql`select platform.add_job(${name}, ${JSON.stringify(payload)}::json, ${options.key ?? null})`.execute(
		ctx.db,
	);
}
