/**
 * The ledger of erasures lies beside the database, not in it: a backup that comes back knows nothing of who was
 * forgotten meanwhile. One number a line, and nothing else.
 */
import { appendFile, mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '#platform/context';
import { isId } from '#platform/ids';
import { installation } from '#platform/installation';
import type { PersonId, System } from '#shared/actor';
import { erasePerson } from './erase-person.ts';
import { notErasedAmong } from './erasures.sql.ts';

declare module '#platform/part' {
	interface Events {
		/** A person was forgotten; the number means nothing to anybody. */
		'person.erased': { readonly person: PersonId };
	}
}

function ledger(): string {
	return join(installation().dataFolder, 'erasures');
}

/** Adds a line, on the disk before it returns. Twice is harmless. */
export async function noteErasure(person: PersonId): Promise<void> {
	await mkdir(installation().dataFolder, { recursive: true });
	await appendFile(ledger(), `${person}\n`, { mode: 0o600 });
	const file = await open(ledger(), 'r+');
	await file.sync();
	await file.close();
}

/**
 * Forgets again whoever stands in the ledger and not in the database: an older backup came back. Runs when the worker
 * starts and every few minutes; running it twice forgets nobody more. Returns how many. open-to-all: only the worker
 * and whoever has the machine run it.
 */
export async function replayErasures(ctx: Context<System>): Promise<number> {
	const back = await notErasedAmong(ctx, await noted());
	for (const person of back) await erasePerson(ctx, person, 'restored');
	return back.length;
}

async function noted(): Promise<PersonId[]> {
	try {
		const lines = (await readFile(ledger(), 'utf8')).split('\n');
		return [...new Set(lines.filter(isId))];
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
		throw error;
	}
}
