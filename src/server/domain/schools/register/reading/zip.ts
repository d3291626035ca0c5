/** Named entries of an archive as streams. Nothing is ever unpacked, and no entry may be a bomb. */
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { Invalid } from '#platform/errors';
import { asTold } from './unreadable.ts';

/** A register of all schools of a large country is far below this; what is above is no register. */
export const mostBytes = 1_000_000_000;
const mostEntries = 2000;
/** Texts and tables pack about twenty to one; a thousand to one is a trap. */
const densest = 200;
const small = 20_000_000;

export type Archive = {
	readonly names: readonly string[];
	has(name: string): boolean;
	/** How large these entries are unpacked, together. */
	bytesOf(names: readonly string[]): number;
	/** The entry's bytes; throws Invalid where it is missing or larger than it may be. */
	open(name: string): Promise<Readable>;
	close(): void;
};

/** Opens the archive and reads its list of entries. Whoever opens it closes it. Throws Invalid when it is none. */
export async function openArchive(path: string): Promise<Archive> {
	const options = { validateEntrySizes: true, autoClose: false } as const;
	const file = await yauzl.openPromise(path, options).catch((error: unknown) => {
		throw asTold(error, 'zip');
	});
	const entries = new Map<string, yauzl.Entry>();
	try {
		if (file.entryCount > mostEntries) throw new Invalid('archive-too-full');
		for await (const entry of file.eachEntry()) entries.set(entry.fileName, entry);
	} catch (error) {
		file.close();
		throw asTold(error, 'zip');
	}
	return {
		names: [...entries.keys()],
		has: (name) => entries.has(name),
		bytesOf: (names) => names.reduce((sum, name) => sum + (entries.get(name)?.uncompressedSize ?? 0), 0),
		async open(name) {
			const entry = entries.get(name);
			if (!entry) throw new Invalid('entry-missing', { entry: name });
			const { uncompressedSize, compressedSize } = entry;
			const dense = uncompressedSize > small && uncompressedSize > compressedSize * densest;
			if (uncompressedSize > mostBytes || dense) throw new Invalid('too-large');
			return file.openReadStreamPromise(entry);
		},
		close: () => file.close(),
	};
}
