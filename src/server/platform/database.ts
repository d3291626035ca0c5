/** The connection to PostgreSQL and the one place that opens transactions. */
import { Kysely, PostgresDialect, sql, type LogEvent } from 'kysely';
import pg from 'pg';
import Cursor from 'pg-cursor';
import type { Context, Database } from './context.ts';
import type { DB } from './schema.ts';
import type { Logger } from './log.ts';
import { patientPool } from './patient-pool.ts';
import type { Result } from './result.ts';
import { callByName } from './statement-names.ts';

// bigint counts fit a JavaScript number here; dates without time stay text, as people typed them
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** The role every connection of the application works as: it owns nothing. */
export const applicationRole = 'opentwinning_app';

export type DatabaseOptions = {
	readonly connection: pg.ClientConfig;
	readonly log: Logger;
	readonly connections?: number;
	/** False behind a pooler that mixes up named statements. */
	readonly namesStatements?: boolean;
	readonly watch?: (event: LogEvent) => void;
};

/** A pool whose connections work as the application's role and give up on a silent database within a second. */
export function createPool(options: DatabaseOptions): pg.Pool {
	const pool = new pg.Pool({
		...options.connection,
		max: options.connections ?? 10,
		connectionTimeoutMillis: 900,
		// a connection that knows its plans is worth its memory until long after a quiet moment
		idleTimeoutMillis: 600_000,
		statement_timeout: 15_000,
		onConnect: async (client: pg.ClientBase) => {
			await client.query(`set role ${applicationRole}`);
			if (options.namesStatements ?? true) callByName(client);
		},
	});
	const lost = (error: Error) => options.log.warn({ err: error.message }, 'database connection lost');
	pool.on('error', lost);
	// one that breaks while somebody holds it between two questions is heard by nobody else, and would end the process
	pool.on('connect', (client) => client.on('error', lost));
	return pool;
}

/** The database as the parts see it. Whoever makes it destroys it. */
export function createDatabase(options: DatabaseOptions): Database {
	return databaseOver(createPool(options), options.watch);
}

/** The database over a pool that somebody else also looks after. */
export function databaseOver(pool: pg.Pool, watch?: DatabaseOptions['watch']): Database {
	const dialect = new PostgresDialect({ pool: patientPool(pool), cursor: Cursor });
	return new Kysely<DB>(watch ? { dialect, log: watch } : { dialect });
}

/** Refuses a database that would forget what it acknowledged. */
export async function assertDurable(db: Database): Promise<void> {
	const found = await sql<{ synchronous_commit: string }>`show synchronous_commit`.execute(db);
	if (found.rows[0]?.synchronous_commit === 'off') {
		throw new Error(
			'The database runs with synchronous_commit=off and would lose acknowledged work in a crash. Set it to on and start again.',
		);
	}
}

const retried = new Set(['40001', '40P01']);
const attempts = 4;

class Rollback extends Error {
	readonly outcome: unknown;
	constructor(outcome: unknown) {
		super('rolled back');
		this.outcome = outcome;
	}
}

/**
 * Runs work in a transaction; inside one it joins as a savepoint, and only the outermost retries.
 * Rolls back when the work throws, and also when it returns a refusal: a refusal has written nothing.
 */
export async function inTransaction<T, A extends Context>(ctx: A, work: (ctx: A) => Promise<T>): Promise<T> {
	if (ctx.db.isTransaction) return inSavepoint(ctx, work);
	for (let attempt = 1; ; attempt++) {
		try {
			return await ctx.db.transaction().execute(async (db) => finish(await work({ ...ctx, db })));
		} catch (error) {
			if (error instanceof Rollback) return error.outcome as T;
			if (attempt >= attempts || !isRetried(error)) throw error;
		}
	}
}

async function inSavepoint<T, A extends Context>(ctx: A, work: (ctx: A) => Promise<T>): Promise<T> {
	await sql`savepoint joined`.execute(ctx.db);
	try {
		const outcome = finish(await work(ctx));
		await sql`release savepoint joined`.execute(ctx.db);
		return outcome;
	} catch (error) {
		await sql`rollback to savepoint joined`.execute(ctx.db);
		await sql`release savepoint joined`.execute(ctx.db);
		if (error instanceof Rollback) return error.outcome as T;
		throw error;
	}
}

function finish<T>(outcome: T): T {
	if (isRefusal(outcome)) throw new Rollback(outcome);
	return outcome;
}

function isRefusal(outcome: unknown): outcome is Result<never, string> {
	return typeof outcome === 'object' && outcome !== null && 'ok' in outcome && outcome.ok === false;
}

function isRetried(error: unknown): boolean {
	return error instanceof Error && 'code' in error && retried.has(String(error.code));
}
