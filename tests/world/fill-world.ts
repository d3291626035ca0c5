// Puts the world of the tests into a freshly migrated database.
import { existsSync } from 'node:fs';
import type { ClientConfig } from 'pg';
import type { Context } from '#platform/context';
import { createDatabase } from '#platform/database';
import { createLogger } from '#platform/log';

/** The moment at which the world of the tests stands. */
export const worldNow = new Date('2026-10-05T09:00:00Z');

/** Builds the world where the tests have one. */
export async function fillWorld(connection: ClientConfig): Promise<void> {
	const file = new URL('./index.ts', import.meta.url);
	if (!existsSync(file)) return;
	const { buildWorld } = (await import(file.href)) as { buildWorld?: (ctx: Context) => Promise<void> };
	if (buildWorld === undefined) return;
	const log = createLogger('test');
	const db = createDatabase({ connection, log });
	try {
		await buildWorld({ db, actor: { kind: 'system' }, now: worldNow, locale: 'en', log });
	} finally {
		await db.destroy();
	}
}
