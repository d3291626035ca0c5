/** The bytes of all files: each content once, under its hash, on the disk before anything says that it is there. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { installation } from '../installation.ts';

/** More bytes came than the purpose takes. */
export class TooLarge extends Error {}

/** Where the content with this hash lies. */
function placeOf(hash: Buffer): { readonly folder: string; readonly file: string } {
	const hex = hash.toString('hex');
	const folder = join(filesFolder(), hex.slice(0, 2));
	return { folder, file: join(folder, hex) };
}

function filesFolder(): string {
	return join(installation().dataFolder, 'files');
}

/** Where uploads lie that are not checked yet. */
export function arrivalsFolder(): string {
	return join(filesFolder(), 'arrivals');
}

/** Where uploads lie that will be gone on with. */
export function partialsFolder(): string {
	return join(filesFolder(), 'partial');
}

/** Where something new can be written; whoever writes there removes it. */
export async function emptyArrival(): Promise<string> {
	await mkdir(arrivalsFolder(), { recursive: true, mode: 0o700 });
	return join(arrivalsFolder(), randomUUID());
}

/** What comes after so many times the allowed bytes is not even thrown away any more. */
const patience = 4;

/**
 * Writes a stream to a file of its own, up to so many bytes. More is read and thrown away, since a browser listens
 * only when it has sent everything. The caller removes the file.
 */
export async function receive(stream: Readable, most: number): Promise<string> {
	const path = await emptyArrival();
	let bytes = 0;
	const counter = new Transform({
		transform(chunk: Buffer, _encoding, done) {
			bytes += chunk.length;
			if (bytes > most * patience) done(new TooLarge());
			else if (bytes > most) done();
			else done(null, chunk);
		},
	});
	try {
		await pipeline(stream, counter, createWriteStream(path, { mode: 0o600 }));
		if (bytes > most) throw new TooLarge();
	} catch (error) {
		await rm(path, { force: true });
		throw error;
	}
	return path;
}

export type Kept = { readonly sha256: Buffer; readonly bytes: number };

/**
 * Moves a finished file into the store. When this returns, a power cut does not take it away. `sum`: what it holds, where
 * that was reckoned while it came.
 */
export async function keep(path: string, sum?: Kept): Promise<Kept> {
	const { sha256, bytes } = sum ?? (await hashOf(path));
	const { folder, file } = placeOf(sha256);
	await mkdir(folder, { recursive: true, mode: 0o700 });
	await sync(path);
	await rename(path, file);
	await sync(folder);
	await sync(filesFolder());
	return { sha256, bytes };
}

/** The path of the content with this hash; undefined when it is not there. It is read, never written. */
export async function pathOfKept(hash: Buffer): Promise<string | undefined> {
	const { file } = placeOf(hash);
	return (await stat(file).catch(() => undefined)) && file;
}

/** The bytes under a hash; undefined when they are not there. */
export async function readKept(
	hash: Buffer,
	range?: { readonly first: number; readonly last: number },
): Promise<{ stream: Readable; bytes: number } | undefined> {
	const { file } = placeOf(hash);
	try {
		const { size } = await stat(file);
		const part = range && { start: range.first, end: range.last };
		return { stream: createReadStream(file, part), bytes: size };
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
		throw error;
	}
}

/** Throws away what nobody went on with since that moment: broken uploads, remains of a crash. */
export async function forgetArrivals(since: Date): Promise<void> {
	for (const folder of [arrivalsFolder(), partialsFolder()]) {
		for (const name of await readdir(folder).catch(() => [])) {
			const path = join(folder, name);
			const found = await stat(path).catch(() => undefined);
			if (found && found.mtime < since) await rm(path, { recursive: true, force: true });
		}
	}
}

/** Throws away contents that lie here since before that moment and that nothing names: `named` tells which still are. */
export async function forgetContents(
	before: Date,
	named: (hashes: readonly Buffer[]) => Promise<ReadonlySet<string>>,
): Promise<void> {
	const folders = await readdir(filesFolder()).catch(() => []);
	for (const folder of folders.filter((name) => /^[0-9a-f]{2}$/.test(name))) {
		const names = await readdir(join(filesFolder(), folder));
		const old: string[] = [];
		for (const name of names) {
			const found = await stat(join(filesFolder(), folder, name)).catch(() => undefined);
			if (found && found.mtime < before) old.push(name);
		}
		if (old.length === 0) continue;
		const kept = await named(old.map((name) => Buffer.from(name, 'hex')));
		for (const name of old) if (!kept.has(name)) await discard(join(filesFolder(), folder, name), before);
	}
}

/**
 * The same content may come in again at this very moment: it is moved away first, and back when it turns out to be a
 * fresh one.
 */
async function discard(file: string, before: Date): Promise<void> {
	await mkdir(arrivalsFolder(), { recursive: true, mode: 0o700 });
	const aside = join(arrivalsFolder(), randomUUID());
	await rename(file, aside);
	const { mtime } = await stat(aside);
	if (mtime < before) await rm(aside);
	else await rename(aside, file);
}

async function hashOf(path: string): Promise<Kept> {
	const hash = createHash('sha256');
	let bytes = 0;
	for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
		hash.update(chunk);
		bytes += chunk.length;
	}
	return { sha256: hash.digest(), bytes };
}

/** Returns when a file, or the list of files in a folder, is on the disk. */
async function sync(path: string): Promise<void> {
	const handle = await open(path, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}
