/**
 * Where resumable uploads gather. What comes is written a megabyte at a time and reckoned into its check sum on the way, so
 * that a large file need not be read once more when its last piece has come.
 */
import { createHash, type Hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import type { Kept } from './store.ts';

const together = 1_000_000;
/** Of uploads that nobody goes on with, the check sums of the newest are remembered. */
const mostRemembered = 1000;

type Sum = { readonly hash: Hash; upTo: number };

export class Partials extends FileStore {
	readonly #sums = new Map<string, Sum>();

	/** Writes what comes behind the offset, as far as it comes; answers how far that is. */
	override async write(stream: AsyncIterable<Buffer>, id: string, offset: number): Promise<number> {
		const sum = this.#sumAt(id, offset);
		const file = await open(join(this.directory, id), 'r+');
		let upTo = offset;
		let waiting: Buffer[] = [];
		let bytes = 0;
		const put = async () => {
			const [pieces, size] = [waiting, bytes];
			[waiting, bytes] = [[], 0];
			await writeWhole(file, Buffer.concat(pieces), upTo);
			for (const piece of pieces) sum?.hash.update(piece);
			upTo += size;
			if (sum) sum.upTo = upTo;
		};
		try {
			await gather();
		} finally {
			await file.close();
		}
		return upTo;

		async function gather(): Promise<void> {
			try {
				for await (const piece of stream) {
					waiting.push(piece);
					bytes += piece.length;
					if (bytes >= together) await put();
				}
			} finally {
				// also when the line broke: what came until then is gone on with
				if (bytes > 0) await put();
			}
		}
	}

	/** The check sum of a whole upload, where all of it came through this process; asked once. */
	sumOf(id: string, bytes: number): Kept | undefined {
		const sum = this.#sums.get(id);
		this.#sums.delete(id);
		return sum?.upTo === bytes ? { sha256: sum.hash.digest(), bytes } : undefined;
	}

	#sumAt(id: string, offset: number): Sum | undefined {
		const known = this.#sums.get(id);
		if (known?.upTo === offset) return known;
		// another process has written in between: the whole is read when it is there
		this.#sums.delete(id);
		if (offset > 0) return undefined;
		const sum = { hash: createHash('sha256'), upTo: 0 };
		this.#sums.set(id, sum);
		const [oldest] = this.#sums.keys();
		if (this.#sums.size > mostRemembered && oldest !== undefined) this.#sums.delete(oldest);
		return sum;
	}
}

async function writeWhole(file: Awaited<ReturnType<typeof open>>, bytes: Buffer, at: number): Promise<void> {
	for (let done = 0; done < bytes.length;) {
		const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
		done += bytesWritten;
	}
}
