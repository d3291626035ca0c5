// The platform as people meet it, for one test file: real processes over a clone of the world.
import { afterAll, beforeAll } from 'vitest';
import { ownDatabase, type WorldDatabase } from './database.ts';
import { launchPlatform, type Platform, type PlatformOptions } from './processes.ts';

/** A running platform, to be used inside tests and hooks only. */
export interface RunningPlatform
	extends WorldDatabase, Pick<Platform, 'url' | 'dataFolder' | 'kill' | 'start'> {}

/** Starts web (and worker) for this test file and stops them after it. Call it once, at the top of the file. */
export function runningPlatform(options: PlatformOptions = {}): RunningPlatform {
	const database = ownDatabase();
	let platform: Platform | undefined;
	const running = (): Platform => {
		if (!platform) throw new Error('The platform of a test file runs inside tests and hooks only.');
		return platform;
	};
	beforeAll(async () => {
		platform = await launchPlatform(database.connection, options);
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
		get dataFolder() {
			return running().dataFolder;
		},
		as: database.as,
		start: (name) => running().start(name),
		kill: (name) => running().kill(name),
	};
}
