// The database of the bench on search: a cluster of its own that is kept, with one Europe of each size, made once.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg, { type ClientConfig } from 'pg';
import { startEmbeddedPostgres } from '#platform/embedded-postgres';
import { migrate } from '#platform/migrations';
import { Europe } from './europe.ts';
import { fillEurope } from './fill-europe.ts';

export interface ReadyEurope {
	readonly connection: ClientConfig;
	readonly europe: Europe;
	/** For snapshots; kept with the database. */
	readonly dataFolder: string;
	/** Seconds; undefined when it was there already. */
	readonly filledIn: number | undefined;
	stop(): Promise<void>;
}

const root = resolve(import.meta.dirname, '../..');
const home = join(root, 'node_modules/.cache/opentwinning/europe');

/** Whoever gets it ready stops it. */
export async function readyEurope(educators: number): Promise<ReadyEurope> {
	mkdirSync(home, { recursive: true });
	const server = await startEmbeddedPostgres({ dataFolder: home, say: () => undefined });
	const europe = new Europe(educators);
	const name = `europe_${educators}_${hashOf()}`;
	const dataFolder = join(home, name);
	mkdirSync(dataFolder, { recursive: true });
	const connection = { ...server.connection, database: name };
	const filledIn = await fillOnce(server.connection, connection, europe);
	await migrate(connection, join(root, 'migrations'));
	return { connection, europe, dataFolder, filledIn, stop: () => server.stop() };
}

/** Built under another name, so that an interrupted run leaves no half Europe; older ones go. */
async function fillOnce(
	server: ClientConfig,
	connection: ClientConfig,
	europe: Europe,
): Promise<number | undefined> {
	const client = new pg.Client(server);
	await client.connect();
	try {
		const { rows } = await client.query<{ name: string }>(
			"select datname as name from pg_database where datname like 'europe\\_%' or datname = 'building'",
		);
		const wanted = connection.database ?? '';
		if (rows.some(({ name }) => name === wanted)) return undefined;
		for (const { name } of rows) {
			if (name === 'building' || name.split('_')[1] === wanted.split('_')[1])
				await client.query(`drop database ${pg.escapeIdentifier(name)} with (force)`);
		}
		await client.query('create database building');
		const building = { ...server, database: 'building' };
		await migrate(building, join(root, 'migrations'));
		const began = performance.now();
		await fillEurope(building, europe);
		await client.query(`alter database building rename to ${pg.escapeIdentifier(wanted)}`);
		return Math.round((performance.now() - began) / 1000);
	} finally {
		await client.end();
	}
}

/** Of what makes a Europe; newer migrations run over an older one. */
function hashOf(): string {
	const hash = createHash('sha256');
	for (const file of [
		'bench/europe/europe.ts',
		'bench/europe/names.ts',
		'bench/europe/fill-europe.ts',
		'src/shared/folding.ts',
	])
		hash.update(readFileSync(join(root, file)));
	return hash.digest('hex').slice(0, 12);
}
