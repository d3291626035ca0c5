/** An index on disk: what a segment holds, byte for byte, and up to where it knows the database. */
import { open, rename, rm } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { Segment, type SegmentHead } from './segment.ts';

/** Another number makes every older snapshot worthless: to be counted up with the layout, the folding or the lines. */
const format = 'opentwinning-index-5';
const chunk = 8 * 1024 * 1024;
const longestHead = 1024 * 1024;

/** Up to where an index has read the changes of its database. */
export type KnownUpTo = {
	/** Which database, and which of its histories. */
	readonly database: string;
	/** Every change of an older transaction is known. */
	readonly transaction: string;
};

export type Snapshot = { readonly segment: Segment; readonly upTo: KnownUpTo };

type Head = {
	readonly format: string;
	readonly upTo: KnownUpTo;
	readonly segment: SegmentHead;
	readonly checksum: number;
};

/** Puts the snapshot in the place of an older one: whole or not at all. */
export async function writeSnapshot(file: string, { segment, upTo }: Snapshot): Promise<void> {
	const { keptEnd } = segment.layout;
	const kept = segment.bytes.subarray(0, keptEnd);
	let checksum = 0;
	for (let at = 0; at < keptEnd; at += chunk) checksum = crc32(kept.subarray(at, at + chunk), checksum);
	const head: Head = { format, upTo, segment: segment.head, checksum };
	const text = Buffer.from(JSON.stringify(head));
	const length = Buffer.alloc(4);
	length.writeUInt32LE(text.length);
	const unfinished = `${file}.${process.pid}`;
	const handle = await open(unfinished, 'w', 0o600);
	try {
		await handle.writev([length, text]);
		for (let at = 0; at < keptEnd; at += chunk) await handle.write(kept.subarray(at, at + chunk));
		await handle.sync();
	} finally {
		await handle.close();
	}
	await rename(unfinished, file);
}

/** The snapshot, read bit by bit so that the process goes on answering; undefined when there is none or it is broken. */
export async function readSnapshot(file: string): Promise<Snapshot | undefined> {
	const handle = await open(file, 'r').catch(() => undefined);
	if (!handle) return undefined;
	try {
		const head = await readHead((buffer, at) => handle.read(buffer, 0, buffer.length, at));
		if (!head) return undefined;
		const segment = new Segment(head.content.segment);
		const { keptEnd } = segment.layout;
		let checksum = 0;
		for (let at = 0; at < keptEnd;) {
			const part = segment.bytes.subarray(at, Math.min(keptEnd, at + chunk));
			const { bytesRead } = await handle.read(part, 0, part.length, head.end + at);
			if (bytesRead === 0) return undefined;
			checksum = crc32(part.subarray(0, bytesRead), checksum);
			at += bytesRead;
		}
		if (checksum !== head.content.checksum) return undefined;
		return { segment: segment.settle(), upTo: head.content.upTo };
	} finally {
		await handle.close();
	}
}

export async function forgetSnapshot(file: string): Promise<void> {
	await rm(file, { force: true });
}

async function readHead(
	read: (buffer: Buffer, at: number) => Promise<{ bytesRead: number }>,
): Promise<{ content: Head; end: number } | undefined> {
	const size = Buffer.alloc(4);
	if ((await read(size, 0)).bytesRead < 4) return undefined;
	const length = size.readUInt32LE();
	if (length > longestHead) return undefined;
	const text = Buffer.alloc(length);
	if ((await read(text, 4)).bytesRead < length) return undefined;
	const content = parsed(text.toString());
	return content?.format === format ? { content, end: 4 + length } : undefined;
}

function parsed(text: string): Head | undefined {
	try {
		return JSON.parse(text) as Head;
	} catch {
		return undefined;
	}
}
