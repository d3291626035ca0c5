// The database that the platform starts with: our own, or the one of DATABASE_URL.
import pg from 'pg';
import { databaseOf, type Config } from '../../src/server/platform/config.ts';
import { startEmbeddedPostgres } from '../../src/server/platform/embedded-postgres.ts';
import { keepRunning, type Kept } from './keep-running.ts';
import { say, sentenceOf } from './say.ts';

const oldestServer = 150_000;

/** Starts our own database and keeps it running, or makes sure that the one of DATABASE_URL can serve. */
export async function provideDatabase(
	config: Config,
	parameters?: Readonly<Record<string, string>>,
): Promise<Kept> {
	if (config.databaseUrl !== undefined) {
		await demandServer(config);
		return { stop: async () => undefined };
	}
	const launch = async () => {
		const database = await startEmbeddedPostgres({
			dataFolder: config.dataFolder,
			say,
			...(parameters && { parameters }),
		});
		return { ended: database.ended.then(() => 'unexpectedly'), stop: () => database.stop() };
	};
	return keepRunning('The database', launch, say);
}

async function demandServer(config: Config): Promise<void> {
	const client = new pg.Client({ ...databaseOf(config), connectionTimeoutMillis: 10_000 });
	try {
		await client.connect();
		const answer = await client.query<{ server_version_num: string }>('show server_version_num');
		const version = Number(answer.rows[0]?.server_version_num);
		if (version < oldestServer)
			throw new Error(`it is PostgreSQL ${Math.floor(version / 10_000)}, and 15 or newer is needed`);
	} catch (error) {
		throw new Error(
			`The database of DATABASE_URL cannot be used: ${sentenceOf(error)}. ` +
				'Check the address and that the server runs, or leave DATABASE_URL away to use the built-in one.',
			{ cause: error },
		);
	} finally {
		await client.end().catch(() => undefined);
	}
}
