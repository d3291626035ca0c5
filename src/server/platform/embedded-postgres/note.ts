// The note in the data folder that says where its database lives and how to reach it while it runs.
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { ClientConfig } from 'pg';
import { databaseNoteOf } from '../config.ts';

/** Where the cluster of a data folder lives; `connection` only while it runs (or after a crash). */
export interface Note {
	/** Tells this data folder from an older one that had the same path. */
	readonly id: string;
	/** The folder that holds the cluster: the data folder itself, or one that another account reaches. */
	readonly home: string;
	readonly connection?: ClientConfig;
}

/** The note of a data folder, or a new one where there is none. */
export function readNote(dataFolder: string): Note {
	const file = databaseNoteOf(dataFolder);
	if (!existsSync(file)) return { id: randomUUID(), home: dataFolder };
	return JSON.parse(readFileSync(file, 'utf8')) as Note;
}

/** Writes the note whole or not at all. */
export function writeNote(dataFolder: string, note: Note): void {
	const file = databaseNoteOf(dataFolder);
	writeFileSync(`${file}.new`, `${JSON.stringify(note, undefined, '\t')}\n`, { mode: 0o600 });
	renameSync(`${file}.new`, file);
}
