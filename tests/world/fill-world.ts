// Puts the world of the tests into a freshly migrated database.
import type { ClientConfig } from 'pg';
import { createDatabase } from '#platform/database';
import { createLogger } from '#platform/log';
import { compose } from '#platform/part';
import { system } from '#shared/actor';
import { allParts } from '../../src/server/parts.ts';
import { buildWorld } from './index.ts';

/** The moment at which the world of the tests stands. */
export const worldNow = new Date('2026-10-05T09:00:00Z');

/** Builds the world. */
export async function fillWorld(connection: ClientConfig): Promise<void> {
	compose(allParts);
	const log = createLogger('test');
	const db = createDatabase({ connection, log });
	try {
		await buildWorld({ db, actor: system, now: worldNow, locale: 'en', log });
	} finally {
		await db.destroy();
	}
}
