/** A register's file as bytes, whatever it was packed in: plain, gzip, or entries of a zip archive. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Transform, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Invalid } from '#platform/errors';
import { isForeignWorkbook, isWorkbook } from './xlsx.ts';
import { mostBytes, openArchive, type Archive } from './zip.ts';

/** What is read as one file. */
export type Piece = {
	/** Its name in an archive. */
	readonly name?: string;
	/** A stream from the beginning; every call begins anew. */
	open(): Promise<Readable>;
};

export type Source = {
	readonly packing: 'plain' | 'gzip' | 'zip';
	/** One behind the other; several where a register lies in several entries of an archive. */
	readonly pieces: readonly Piece[];
	/** The archive, where the file is one. */
	readonly archive?: Archive;
	close(): void;
};

/** A register in a file for each region has some dozens. */
const mostPieces = 400;

/**
 * Opens the file by what its first bytes say. Of an archive `entry` is read, or the only entry there is; `*.csv` is
 * every entry that ends so, in the order of their names.
 */
export async function openSource(path: string, entry?: string): Promise<Source> {
	const packing = packingOf(await headOf(path));
	if (packing === 'zip') {
		const archive = await openArchive(path);
		try {
			const pieces = entriesMeant(archive, entry).map((name) => ({
				name,
				open: async () => limited(await archive.open(name)),
			}));
			return { packing, archive, pieces, close: archive.close };
		} catch (error) {
			archive.close();
			throw error;
		}
	}
	const whole = async () => {
		const bytes = createReadStream(path);
		return limited(packing === 'gzip' ? joined(bytes, createGunzip()) : bytes);
	};
	return { packing, pieces: [{ open: whole }], close: () => undefined };
}

/** The files of an archive, among which one may choose; none where the file is no archive, or a workbook. */
export async function filesIn(path: string): Promise<readonly string[]> {
	if (packingOf(await headOf(path)) !== 'zip') return [];
	const archive = await openArchive(path);
	try {
		return isWorkbook(archive) || isForeignWorkbook(archive) ? [] : filesOf(archive);
	} finally {
		archive.close();
	}
}

function filesOf({ names }: Archive): string[] {
	return names.filter((name) => !name.endsWith('/') && !/(^|\/)(\.|__MACOSX)/.test(name)).sort();
}

function entriesMeant(archive: Archive, entry: string | undefined): readonly string[] {
	if (entry === undefined) return [onlyEntry(archive)];
	if (!entry.startsWith('*')) return [entry];
	const ending = entry.slice(1).toLowerCase();
	const meant = filesOf(archive).filter((name) => name.toLowerCase().endsWith(ending));
	if (meant.length === 0) throw new Invalid('entry-missing', { entry });
	if (meant.length > mostPieces) throw new Invalid('archive-too-full');
	// each of them may be small, and all together a flood
	if (archive.bytesOf(meant) > mostBytes) throw new Invalid('too-large');
	return meant;
}

function onlyEntry(archive: Archive): string {
	const files = filesOf(archive);
	const [only, ...more] = files;
	if (only === undefined || more.length > 0) {
		throw new Invalid('entry-unclear', { entries: files.slice(0, 20).join(', ') });
	}
	return only;
}

function packingOf(head: Buffer): Source['packing'] {
	if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
	return isArchive(head) ? 'zip' : 'plain';
}

/** Whether bytes begin as an archive does. */
export function isArchive(head: Buffer): boolean {
	return head.subarray(0, 4).equals(Buffer.from('PK\x03\x04'));
}

async function headOf(path: string): Promise<Buffer> {
	const handle = await open(path, 'r');
	try {
		const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
		return buffer.subarray(0, bytesRead);
	} finally {
		await handle.close();
	}
}

/** Counts what comes out, so that no packing swells beyond what a register may weigh. */
function limited(bytes: Readable): Readable {
	let size = 0;
	const counter = new Transform({
		transform(chunk: Buffer, _encoding, done) {
			size += chunk.length;
			done(size > mostBytes ? new Invalid('too-large') : null, chunk);
		},
	});
	return joined(bytes, counter);
}

/** Like `pipe`, but what breaks at one end ends the other too. */
export function joined<T extends NodeJS.ReadWriteStream>(from: Readable, to: T): T & Readable {
	pipeline(from, to, () => undefined);
	return to as T & Readable;
}
