/**
 * Documents of today's office programs are archives. Only the list of names in them is read, never their content: it
 * says whether it is a document at all, whether programs are in it, and whether it would swell when opened.
 */
import { open as openZip, type Entry, type ZipFile } from 'yauzl';
import { refused, granted, type Result } from '../result.ts';

export type ArchiveRefusal = 'archive' | 'macros' | 'unreadable';

/** What an honest document holds at most. */
const limits = { entries: 20_000, bytes: 2_000_000_000, growth: 200, seconds: 5 } as const;

const programs = /(^|\/)(vbaProject\.bin|vbaData\.xml)$|\.(exe|dll|vbs|bat|cmd|scr|com|jar)$/i;
/** What every document of its family holds. */
const marks: readonly RegExp[] = [
	/^(word|xl|ppt)\/[^/]+\.xml$/,
	/^content\.xml$/,
	/^META-INF\/container\.xml$/,
	/^geogebra\.xml$/,
	/^h5p\.json$/,
];

/** `office` for a document; archives of anything else are not taken. */
export function officeIn(path: string): Promise<Result<'office', ArchiveRefusal>> {
	return new Promise((resolve) => {
		openZip(path, { lazyEntries: true, validateEntrySizes: false }, (error, zip) => {
			if (error) return resolve(refused('unreadable'));
			resolve(judge(zip).finally(() => zip.close()));
		});
	});
}

async function judge(zip: ZipFile): Promise<Result<'office', ArchiveRefusal>> {
	if (zip.entryCount > limits.entries) return refused('archive');
	let isDocument = false;
	let packed = 0;
	let unpacked = 0;
	const until = Date.now() + limits.seconds * 1000;
	try {
		for await (const entry of entriesOf(zip)) {
			if (programs.test(entry.fileName)) return refused('macros');
			packed += entry.compressedSize;
			unpacked += entry.uncompressedSize;
			isDocument ||= marks.some((mark) => mark.test(entry.fileName));
			if (Date.now() > until) return refused('archive');
		}
	} catch {
		// a name that leads out of the archive, or a list that breaks off
		return refused('archive');
	}
	const swells = unpacked > limits.bytes || unpacked > Math.max(packed, 50_000) * limits.growth;
	return isDocument && !swells ? granted('office') : refused('archive');
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
	for (let left = zip.entryCount; left > 0; left--) {
		yield await new Promise<Entry>((resolve, reject) => {
			const done = () => zip.off('entry', come).off('error', fail);
			const come = (entry: Entry) => (done(), resolve(entry));
			const fail = (error: Error) => (done(), reject(error));
			zip.on('entry', come).on('error', fail);
			zip.readEntry();
		});
	}
}
