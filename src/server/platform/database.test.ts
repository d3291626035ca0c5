import pg from 'pg';
import { expect, test } from 'vitest';
import { ownDatabase } from '../../../tests/world/database.ts';
import { isDatabaseGone } from './errors.ts';

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
