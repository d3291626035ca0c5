// What is counted when the last kill is over: TwinSpaces, letters, jobs.
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { MailRelay } from './relay.ts';
import type { Supervised } from './supervised.ts';

export interface Mails {
	readonly queued: number;
	readonly lost: number;
	readonly twice: number;
}

/** Projects that were opened, and those that have no TwinSpace or several. */
export async function countTwinSpaces(platform: Supervised) {
	const rows = await ask<{ spaces: number }>(
		platform,
		`select (select count(*) from twinspaces.twinspace where project_id = opening.project_id)::int as spaces
		from projects.opening`,
	);
	const wrong = rows.filter(({ spaces }) => spaces !== 1);
	return { twinSpaces: rows.length, projectsWithoutOneTwinSpace: wrong.length };
}

/**
 * A letter is lost when it counts as sent and the relay has never seen it, or when it is still in the outbox after
 * that patience; one that was in flight at a kill leaves again when its lease is over.
 */
export async function countMails(platform: Supervised, relay: MailRelay, patience: number): Promise<Mails> {
	const unsent = 'select from platform.mail where sent_at is null';
	for (const end = Date.now() + patience; Date.now() < end; await pause(1_000)) {
		if ((await ask(platform, unsent)).length === 0) break;
	}
	const queued = await ask<{ id: string; sent: boolean }>(
		platform,
		'select message_id as id, sent_at is not null as sent from platform.mail',
	);
	const lost = queued.filter(({ id, sent }) => !relay.received.has(id) && (sent || patience > 0));
	const twice = [...relay.received.values()].filter((times) => times > 1);
	return { queued: queued.length, lost: lost.length, twice: twice.length };
}

/** Jobs take well under a second, and dead workers' are taken back within ten. */
export async function countForsakenJobs(platform: Supervised): Promise<number> {
	const held = "select from graphile_worker.jobs where locked_at < now() - interval '5 seconds'";
	for (const end = Date.now() + 20_000; Date.now() < end; await pause(500)) {
		if ((await ask(platform, held)).length === 0) return 0;
	}
	return (await ask(platform, held)).length;
}

async function ask<Row extends object>(platform: Supervised, question: string): Promise<Row[]> {
	const client = new pg.Client(platform.connection());
	await client.connect();
	try {
		return (await client.query<Row>(question)).rows;
	} finally {
		await client.end();
	}
}
