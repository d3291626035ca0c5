/** A register's file as bytes, whatever it was packed in: plain, gzip, or one entry of a zip archive. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Transform, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Invalid } from '#platform/errors';
import { mostBytes, openArchive, type Archive } from './zip.ts';

export type Source = {
	readonly packing: 'plain' | 'gzip' | 'zip';
	/** A stream from the beginning; every call begins anew. */
	open(): Promise<Readable>;
	/** The archive, where the file is one. */
	readonly archive?: Archive;
	close(): void;
};

/** Opens the file by what its first bytes say. Of an archive `entry` is read, or the only entry there is. */
export async function openSource(path: string, entry?: string): Promise<Source> {
	const packing = packingOf(await headOf(path));
	if (packing === 'zip') {
		const archive = await openArchive(path);
		const name = entry ?? onlyEntry(archive);
		return { packing, archive, open: async () => limited(await archive.open(name)), close: archive.close };
	}
	const open = async () => {
		const bytes = createReadStream(path);
		return limited(packing === 'gzip' ? joined(bytes, createGunzip()) : bytes);
	};
	return { packing, open, close: () => undefined };
}

function onlyEntry({ names }: Archive): string {
	const files = names.filter((name) => !name.endsWith('/') && !/(^|\/)(\.|__MACOSX)/.test(name));
	const [only, ...more] = files;
	if (only === undefined || more.length > 0) {
		throw new Invalid('entry-unclear', { entries: files.slice(0, 20).join(', ') });
	}
	return only;
}

function packingOf(head: Buffer): Source['packing'] {
	if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
	return head.subarray(0, 4).equals(Buffer.from('PK\x03\x04')) ? 'zip' : 'plain';
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
