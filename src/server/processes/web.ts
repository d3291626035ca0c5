/** The web process: composes the platform once and hands server.ts its doors. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { sql } from 'kysely';
import { readConfig, databaseOf, originsOf, type Config } from '#platform/config';
import type { Database } from '#platform/context';
import { assertDurable, createPool, databaseOver } from '#platform/database';
import { createLogger, type Logger } from '#platform/log';
import { compose } from '#platform/part';
import { feelPulse, type Pulse } from '#platform/pulse';
import { keepIndexes } from '#platform/search-index/running-indexes';
import { now } from '#platform/clock';
import { noteSessionUses } from '#domain/people';
import { notePupilSessionUses } from '#domain/pupils';
import { system } from '#shared/actor';
import { defaultLocale } from '#shared/locales';
import { allParts } from '../parts.ts';
import { rememberSessionUses, type SessionUse, type SessionUses } from './session-uses.ts';
import { openLiveNews, type LiveNews } from './live-news.ts';
import { openLivePages } from './live-pages.ts';
import { openUploadDoors, type UploadDoor } from './upload-doors.ts';

export type Web = {
	readonly config: Config;
	readonly db: Database;
	readonly log: Logger;
	readonly pulse: Pulse;
	readonly origins: ReadonlySet<string>;
	/** Which sessions are in use; every door tells it of whom it lets in. */
	readonly uses: SessionUses;
	/** What is new, for whoever's page is open. */
	readonly news: LiveNews;
};

/** What server.ts finds under `Symbol.for('opentwinning')` once the handler is imported. */
export type Doors = {
	/** True when the database answers; `/readyz`. */
	readonly ready: () => Promise<boolean>;
	readonly close: () => Promise<void>;
	/** Ends answers that would go on for ever, before the process takes leave. */
	readonly hush: () => Promise<void>;
	/** Takes sockets of those who write pages together. */
	readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
	/** Takes uploads and answers true; leaves everything else to the pages. */
	readonly upload: UploadDoor;
};

let running: Web | undefined;

/** Composes the process; called by the `init` hook, once. */
export async function startWeb(): Promise<void> {
	const config = readConfig();
	const log = createLogger('web');
	compose(allParts);
	const connection = databaseOf(config);
	const pool = createPool({ connection, log, namesStatements: config.namesStatements });
	// before the first connection, so that it knows them all
	const pulse = feelPulse(connection, pool);
	const db = databaseOver(pool);
	await assertDurable(db);
	const uses = rememberSessionUses((some) => writeUses({ db, log }, some));
	const news = openLiveNews({ db, log, connection });
	running = { config, db, log, pulse, origins: originsOf(config), uses, news };
	const indexes = keepIndexes({ db, log, connection, dataFolder: config.dataFolder });
	const livePages = openLivePages({ ...running, connection });
	const doors: Doors = {
		ready: () => answers(db),
		hush: async () => {
			await Promise.all([news.close(), livePages.close()]);
		},
		close: async () => {
			await indexes.close();
			await uses.close();
			await db.destroy();
		},
		upgrade: livePages.upgrade,
		upload: openUploadDoors(running),
	};
	Object.assign(globalThis, { [Symbol.for('opentwinning')]: doors });
}

/** The composed process. */
export function web(): Web {
	if (!running) throw new Error('the web process was not started');
	return running;
}

async function writeUses({ db, log }: Pick<Web, 'db' | 'log'>, uses: readonly SessionUse[]): Promise<void> {
	const ctx = { db, log, actor: system, now: now(), locale: defaultLocale };
	const ofPupils = uses.filter(({ kind }) => kind === 'pupil');
	const ofAdults = uses.filter(({ kind }) => kind !== 'pupil');
	await notePupilSessionUses(ctx, ofPupils);
	await noteSessionUses(
		ctx,
		ofAdults.map(({ session, at, kind }) => ({ session, at, atDesk: kind === 'officer' })),
	);
}

async function answers(db: Database): Promise<boolean> {
	try {
		await sql`select 1`.execute(db);
		return true;
	} catch {
		return false;
	}
}
