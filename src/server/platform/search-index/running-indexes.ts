/** The indexes beside this process; other processes have none, and the database answers there. */
import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import { rootFolder } from '../catalogues.ts';
import { now } from '../clock.ts';
import type { Database } from '../context.ts';
import type { Logger } from '../log.ts';
import { parts } from '../part.ts';
import { FollowedIndex } from './followed-index.ts';
import { system } from '#shared/actor';
import { defaultLocale } from '#shared/locales';

export type IndexHome = {
	readonly db: Database;
	readonly log: Logger;
	/** Past any pooler. */
	readonly connection: ClientConfig;
	readonly dataFolder: string;
};

const running = new Map<string, FollowedIndex>();

/** The index of that name, whatever its state; undefined where none is kept. */
export function runningIndex(name: string): FollowedIndex | undefined {
	return running.get(name);
}

/** Begins to keep the indexes of all parts; ends with `close`. */
export function keepIndexes({ db, log, connection, dataFolder }: IndexHome): { close: () => Promise<void> } {
	const folder = indexFolder(dataFolder);
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	for (const source of parts().flatMap((part) => part.indexes ?? [])) {
		const index = new FollowedIndex(source, {
			context: () => ({ db, actor: system, now: now(), locale: defaultLocale, log }),
			connection,
			file: snapshotFile(dataFolder, source.name),
			makeSnapshot: () => runMaker(source.name),
		});
		running.set(source.name, index);
		index.start();
	}
	return {
		async close() {
			await Promise.all([...running.values()].map((index) => index.close()));
			running.clear();
		},
	};
}

export function snapshotFile(dataFolder: string, name: string): string {
	return join(indexFolder(dataFolder), `${name}.index`);
}

function indexFolder(dataFolder: string): string {
	return join(dataFolder, 'search');
}

/** A process of its own, with its own memory, that ends with this one. */
function runMaker(name: string): Promise<void> {
	const script = join(rootFolder(), 'src/server/processes/index-maker.ts');
	const child = fork(script, [name], { cwd: rootFolder(), execArgv: [] });
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', (code) => {
			if (code === 0) resolve();
			else reject(new Error(`the snapshot of ${name} was not made: the process ended with ${code}`));
		});
	});
}
