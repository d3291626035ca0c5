// The platform as people meet it, for one test file: real processes over a clone of the world.
import { afterAll, beforeAll } from 'vitest';
import { layLine, type BreakableLine } from './breakable-line.ts';
import { ownDatabase, type Template, type WorldDatabase } from './database.ts';
import { launchPlatform, type Platform, type PlatformOptions } from './processes.ts';

/** A running platform, to be used inside tests and hooks only. */
export interface RunningPlatform
	extends WorldDatabase, Pick<Platform, 'url' | 'port' | 'dataFolder' | 'kill' | 'start'> {}

/** A platform whose line to the database can be broken; the test's own connection does not go over it. */
export interface BreakablePlatform extends RunningPlatform {
	readonly line: BreakableLine;
}

/** Starts web (and worker) for this test file and stops them after it. Call it once, at the top of the file. */
export function runningPlatform(options: PlatformOptions = {}, template?: Template): RunningPlatform {
	const database = ownDatabase(template);
	return runOver(database, () => Promise.resolve(database.connection), options);
}

/** The same over a line that the test can break. */
export function breakablePlatform(options: PlatformOptions = {}): BreakablePlatform {
	const database = ownDatabase();
	let line: BreakableLine | undefined;
	afterAll(() => line?.close());
	const overLine = async () => {
		line = await layLine(database.connection);
		return line.connection;
	};
	return Object.defineProperty(runOver(database, overLine, options), 'line', {
		get: () => line,
	}) as BreakablePlatform;
}

function runOver(
	database: WorldDatabase,
	connection: () => Promise<WorldDatabase['connection']>,
	options: PlatformOptions,
): RunningPlatform {
	let platform: Platform | undefined;
	const running = (): Platform => {
		if (!platform) throw new Error('The platform of a test file runs inside tests and hooks only.');
		return platform;
	};
	beforeAll(async () => {
		platform = await launchPlatform(await connection(), options);
	}, 180_000);
	afterAll(() => platform?.stop());
	return {
		get db() {
			return database.db;
		},
		get connection() {
			return database.connection;
		},
		get url() {
			return running().url;
		},
		get port() {
			return running().port;
		},
		get dataFolder() {
			return running().dataFolder;
		},
		as: database.as,
		start: (name) => running().start(name),
		kill: (name) => running().kill(name),
	};
}
