/**
 * Makes the snapshot of a search index in a process of its own: it takes half a minute for all of Europe, and memory that
 * it gives back by ending. Several web processes of one machine share the snapshot: whoever comes second waits.
 */
import { setPriority } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { now } from '#platform/clock';
import { databaseOf, readConfig } from '#platform/config';
import { createDatabase } from '#platform/database';
import { createLogger } from '#platform/log';
import { compose, parts } from '#platform/part';
import { holderOf, takeLock } from '#platform/process-lock';
import { makeSnapshot } from '#platform/search-index/make-snapshot';
import { snapshotFile } from '#platform/search-index/running-indexes';
import { system } from '#shared/actor';
import { defaultLocale } from '#shared/locales';
import { allParts } from '../parts.ts';

process.once('disconnect', () => process.exit(1));
setPriority(10);
compose(allParts);
const config = readConfig();
const log = createLogger('index');
const name = process.argv[2] ?? '';
const source = parts()
	.flatMap((part) => part.indexes ?? [])
	.find((each) => each.name === name);
if (!source) throw new Error(`There is no index "${name}".`);

const file = snapshotFile(config.dataFolder, name);
const lock = takeLock(`${file}.lock`);
if (lock) {
	const db = createDatabase({ connection: databaseOf(config), log, connections: 2 });
	const began = performance.now();
	const made = await makeSnapshot(
		{ db, actor: system, now: now(), locale: defaultLocale, log },
		source,
		file,
	);
	const seconds = Math.round((performance.now() - began) / 100) / 10;
	log.info({ ...made, seconds, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }, 'index made');
	await db.destroy();
	lock.release();
} else {
	while (holderOf(`${file}.lock`) !== undefined) await pause(500);
}
process.exit(0);
