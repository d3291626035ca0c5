/** Writes a ZIP, entry by entry: each is opened when its turn comes, so that memory holds one at a time. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** What was written, for the list of contents. */
export type WrittenEntry = { readonly path: string; readonly bytes: number; readonly sha256: string };

export type Entry = {
	/** With slashes, relative to the top. */
	readonly path: string;
	/** Pictures, sound and film are small already. */
	readonly isPacked: boolean;
	/** `before`: everything that was written until now. */
	readonly open: (before: readonly WrittenEntry[]) => Promise<Readable>;
};

/** Writes the entries in their order; `went` hears how many are in it. Rejects when one cannot be read. */
export async function writeZip(
	path: string,
	entries: readonly Entry[],
	went: (done: number) => Promise<void>,
): Promise<void> {
	const zip = new ZipFile();
	const written: WrittenEntry[] = [];
	const output = zip.outputStream as Readable;
	for (const entry of entries) {
		zip.addReadStreamLazy(entry.path, { compress: !entry.isPacked, mode: 0o100644 }, (done) => {
			went(written.length)
				.then(() => entry.open(written))
				.then((stream) => {
					const measured = stream.pipe(measuring(entry.path, written));
					stream.once('error', (error) => measured.destroy(error));
					measured.once('error', (error) => output.destroy(error));
					done(null, measured);
				})
				.catch((error: unknown) => {
					output.destroy(error instanceof Error ? error : new Error(String(error)));
				});
		});
	}
	zip.end();
	await pipeline(output, createWriteStream(path, { mode: 0o600 }));
}

function measuring(path: string, written: WrittenEntry[]): Transform {
	const hash = createHash('sha256');
	let bytes = 0;
	return new Transform({
		transform(chunk: Buffer, _encoding, done) {
			hash.update(chunk);
			bytes += chunk.length;
			done(null, chunk);
		},
		flush(done) {
			written.push({ path, bytes, sha256: hash.digest('hex') });
			done();
		},
	});
}
