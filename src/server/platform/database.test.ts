import pg from 'pg';
import { expect, test } from 'vitest';
import { ownDatabase } from '../../../tests/world/database.ts';
import { createLogger } from './log.ts';
import { createPool } from './database.ts';
import { isDatabaseGone } from './errors.ts';
import { patientPool } from './patient-pool.ts';

const database = ownDatabase();

test('a connection that breaks between two questions ends the transaction, and nothing else', async () => {
	const transaction = await database.db.startTransaction().execute();
	await transaction.selectFrom('people.person').select('id').limit(1).execute();
	const server = new pg.Client(database.connection);
	await server.connect();
	// other test files are in the middle of transactions in databases of their own
	await server.query(
		`select pg_terminate_backend(pid) from pg_stat_activity
		where state = 'idle in transaction' and datname = current_database()`,
	);
	await server.end();
	const asked = transaction.selectFrom('people.person').select('id').execute();
	expect(isDatabaseGone(await asked.catch((error: unknown) => error))).toBe(true);
	await transaction
		.rollback()
		.execute()
		.catch(() => undefined);
	expect(await database.db.selectFrom('people.person').select('id').limit(1).execute()).toHaveLength(1);
});

test('who finds all connections in use gets the next that comes back, in turn', async () => {
	const pool = createPool({ connection: database.connection, log: createLogger('test') });
	const patient = patientPool(pool, 2);
	const held = [await patient.connect(), await patient.connect()] as const;
	const [third, fourth] = [patient.connect(), patient.connect()];
	held[1].release();
	expect(await third).toBe(held[1]);
	held[0].release();
	expect(await fourth).toBe(held[0]);
	expect(pool.totalCount).toBe(2);
	for (const client of held) client.release();
	await patient.end();
});

test('and one more where those in use are held for long', async () => {
	const pool = createPool({ connection: database.connection, log: createLogger('test') });
	const patient = patientPool(pool, 1);
	const held = await patient.connect();
	const more = await patient.connect();
	expect(more).not.toBe(held);
	for (const client of [held, more]) client.release();
	// and of two that are free none is waited for
	const both = await Promise.all([patient.connect(), patient.connect()]);
	expect(pool.totalCount).toBe(2);
	for (const client of both) client.release();
	await patient.end();
});
