/** Files people send: each part declares purposes; here they are received, checked, kept and handed out. */
import { open, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Context } from './context.ts';
import { inTransaction } from './database.ts';
import { Invalid, NotFound } from './errors.ts';
import {
	deleteFiles,
	deleteSize,
	fileOfSize,
	filesOfPurpose,
	insertFile,
	insertSizes,
	namedContents,
	type NewSize,
} from './files/files.sql.ts';
import { headLength, isPicture, kindOf, mediaTypeOf, nameToSave, type FileKind } from './files/kinds.ts';
import { officeIn } from './files/office.ts';
import { isClean } from './files/virus-scan.ts';
import { videoSizes } from './files/videos.ts';
import { withPictureSizes, type WrittenPicture } from './files/pictures.ts';
import {
	emptyArrival,
	forgetArrivals,
	forgetContents,
	keep,
	pathOfKept,
	readKept,
	receive,
	TooLarge,
	type Kept,
} from './files/store.ts';
import { isId } from './ids.ts';
import { parts } from './part.ts';
import { granted, refused, type Result } from './result.ts';
import { overBefore } from './retention.ts';

export { measuresOf } from './files/files.sql.ts';
export type { FileKind } from './files/kinds.ts';
export { videosAreConverted } from './files/videos.ts';

/** A file that lies here: the owner is whatever the purpose's part counts by. */
export type StoredFile = { readonly id: string; readonly purpose: string; readonly owner: string };

/** A file that has just come to lie here, with what its bytes say it is. */
export type NewStoredFile = StoredFile & {
	readonly name: string;
	readonly kind: FileKind;
	/** All its sizes together. */
	readonly bytes: number;
};

export type FilePurpose = {
	readonly kinds: readonly FileKind[];
	readonly mostBytes: number;
	/**
	 * How many bytes the owner has room for, where not everybody has the same room. Asked before the upload, and again
	 * in the transaction that makes the file exist.
	 */
	readonly roomFor?: (
		ctx: Context,
		owner: string,
	) => Promise<{ readonly file: number; readonly left: number }>;
	/** Throws NotFound or Forbidden unless the actor may add a file to this owner. */
	readonly mayAdd: (ctx: Context, owner: string) => Promise<void>;
	/** Runs in the transaction that makes the file exist. */
	readonly done?: (ctx: Context, file: NewStoredFile) => Promise<void>;
	/** Which of these files something still shows; the others are forgotten a while after they came. */
	readonly inUse: (ctx: Context, files: readonly string[]) => Promise<ReadonlySet<string>>;
};

declare module './part.ts' {
	interface Part {
		/** What people may send, by purpose. */
		readonly files?: Readonly<Record<string, FilePurpose>>;
		/** Who may read files of a purpose; a file is handed out when one part says so. */
		readonly opensFiles?: Readonly<Record<string, (ctx: Context, file: StoredFile) => Promise<boolean>>>;
	}
}

/** Why a file was not taken; each part that shows uploads has words for all of them. */
export const fileRefusals = [
	'empty',
	'too-large',
	'wrong-kind',
	'unreadable',
	'too-many-pixels',
	'infected',
] as const;
/** Those of purposes that count what an owner has, and that take documents. */
export const allFileRefusals = [...fileRefusals, 'no-room', 'archive', 'macros'] as const;
export type FileRefusal = (typeof allFileRefusals)[number];

/** The purpose of that name; what nobody declared does not exist. */
export function purposeNamed(name: string): FilePurpose {
	const own = parts().find((part) => part.files && Object.hasOwn(part.files, name));
	const purpose = own?.files?.[name];
	if (!purpose) throw new NotFound('file-purpose');
	return purpose;
}

export type Arrival = { readonly purpose: string; readonly owner: string; readonly name: string };

/** Receives a stream as a file of a purpose. Refusals say what was wrong; nothing of a refused file stays. */
export async function receiveFile(
	ctx: Context,
	arrival: Arrival,
	stream: Readable,
): Promise<Result<StoredFile, FileRefusal>> {
	const most = await mostFor(ctx, arrival);
	let path: string;
	try {
		path = await receive(stream, most.bytes);
	} catch (error) {
		if (error instanceof TooLarge) return refused(most.otherwise);
		throw error;
	}
	return takeFile(ctx, arrival, path);
}

/** How many bytes may come for this owner, and what to say of more. */
export async function mostFor(
	ctx: Context,
	{ purpose: name, owner }: Pick<Arrival, 'purpose' | 'owner'>,
): Promise<{ readonly bytes: number; readonly otherwise: FileRefusal }> {
	const purpose = purposeNamed(name);
	const room = await purpose.roomFor?.(ctx, owner);
	const file = Math.min(purpose.mostBytes, room?.file ?? purpose.mostBytes);
	if (room === undefined || room.left >= file) return { bytes: file, otherwise: 'too-large' };
	return { bytes: Math.max(0, room.left), otherwise: 'no-room' };
}

/** The same for a file that has arrived whole; it is taken away from where it lies. `sum`: where it is known already. */
export async function takeFile(
	ctx: Context,
	arrival: Arrival,
	path: string,
	sum?: Kept,
): Promise<Result<StoredFile, FileRefusal>> {
	const purpose = purposeNamed(arrival.purpose);
	if (!isId(arrival.owner)) throw new Invalid('file-owner');
	try {
		const kind = await kindIn(path, purpose);
		if (!kind.ok) return kind;
		if (!(await isClean(path))) return refused('infected');
		if (!isPicture(kind.value))
			return await keepFile(ctx, arrival, kind.value, [await keptSize(path, 'whole', kind.value, sum)]);
		return await withPictureSizes(path, kind.value, async (answer) => {
			if ('refused' in answer) return refused(answer.refused);
			return keepFile(ctx, arrival, 'webp', await keptPictures(answer.written));
		});
	} finally {
		await rm(path, { force: true });
	}
}

/**
 * Makes a file of our own: `write` fills the path it is given, and what stands there is kept. Nothing is asked of the
 * actor: for the part that declares the purpose, which calls it outside of a transaction and names the file inside one.
 */
export async function makeFile(
	ctx: Context,
	arrival: Arrival,
	kind: FileKind,
	write: (path: string) => Promise<void>,
): Promise<{ readonly id: string; readonly bytes: number }> {
	const path = await emptyArrival();
	try {
		await write(path);
		const size = await keptSize(path, 'whole', kind);
		const file = { ...arrival, name: tidyName(arrival.name), type: mediaTypeOf(kind), sizes: [size] };
		return { id: await insertFile(ctx, file), bytes: size.bytes };
	} finally {
		await rm(path, { force: true });
	}
}

/** What the bytes are, where the purpose takes that. Archives are looked at by their lists of names only. */
async function kindIn(path: string, purpose: FilePurpose): Promise<Result<FileKind, FileRefusal>> {
	const head = await headOf(path);
	if (head.length === 0) return refused('empty');
	const kind = kindOf(head);
	if (kind !== undefined && purpose.kinds.includes(kind)) return granted(kind);
	if (kind === 'captions' && purpose.kinds.includes('text')) return granted('text');
	if (!purpose.kinds.includes('office')) return refused('wrong-kind');
	if (kind === 'gzip') return refused('archive');
	return kind === 'zip' ? officeIn(path) : refused('wrong-kind');
}

async function keepFile(
	ctx: Context,
	arrival: Arrival,
	kind: FileKind,
	sizes: readonly NewSize[],
): Promise<Result<StoredFile, FileRefusal>> {
	const { purpose, owner } = arrival;
	return inTransaction(ctx, async (inside) => {
		// asked again: whoever was removed while the bytes came in adds nothing
		await purposeNamed(purpose).mayAdd(inside, owner);
		const bytes = sizes.reduce((sum, size) => sum + size.bytes, 0);
		const room = await purposeNamed(purpose).roomFor?.(inside, owner);
		if (room !== undefined && room.left < bytes) return refused('no-room');
		const name = tidyName(arrival.name);
		const id = await insertFile(inside, { ...arrival, name, type: mediaTypeOf(kind), sizes });
		await purposeNamed(purpose).done?.(inside, { id, purpose, owner, name, kind, bytes });
		return granted({ id, purpose, owner });
	});
}

async function keptPictures(pictures: readonly WrittenPicture[]): Promise<NewSize[]> {
	const sizes: NewSize[] = [];
	for (const { file, size, width, height } of pictures) {
		sizes.push({ ...(await keptSize(file, size, 'webp')), width, height });
	}
	return sizes;
}

async function keptSize(path: string, size: string, kind: FileKind, sum?: Kept): Promise<NewSize> {
	const { sha256, bytes } = await keep(path, sum);
	return { size, type: mediaTypeOf(kind), bytes, sha256, width: null, height: null };
}

async function headOf(path: string): Promise<Buffer> {
	const handle = await open(path, 'r');
	try {
		const { buffer, bytesRead } = await handle.read(Buffer.alloc(headLength), 0, headLength, 0);
		return buffer.subarray(0, bytesRead);
	} finally {
		await handle.close();
	}
}

/** Names are only ever shown and offered for saving; no path, no control or direction marks. */
function tidyName(name: string): string {
	const last = name.split(/[/\\]/).at(-1) ?? '';
	return last
		.normalize('NFC')
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
		.trim()
		.slice(-200);
}

export type OpenedFile = {
	readonly name: string;
	readonly type: string;
	readonly bytes: number;
	readonly hash: string;
	/** Written by us: may be shown in a page. Anything else is only offered for saving. */
	readonly isOurs: boolean;
	/** All of it, or the bytes from the first to the last that was asked for. */
	readonly stream: (range?: { readonly first: number; readonly last: number }) => Promise<Readable>;
};

/** A file in one size, for whom a part opens it; for everybody else it does not exist. */
export async function fileFor(ctx: Context, id: string, size: string): Promise<OpenedFile> {
	const row = isId(id) && /^[a-z]{1,20}$/.test(size) ? await fileOfSize(ctx, id, size) : undefined;
	if (!row) throw new NotFound('file');
	const file = { id: row.id, purpose: row.purpose, owner: row.owner_id };
	if (!(await isOpenFor(ctx, file))) throw new NotFound('file');
	const isOurs = size !== 'whole';
	return {
		name: isOurs ? row.name : nameToSave(row.name, row.type),
		type: row.type,
		bytes: row.bytes,
		hash: row.sha256.toString('hex'),
		isOurs,
		stream: async (range) => {
			const kept = await readKept(row.sha256, range);
			if (!kept) throw new NotFound('file');
			return kept.stream;
		},
	};
}

/** What is known of a file that was kept as it came. For the part that owns it: nothing is asked of the actor. */
export async function measureOfFile(
	ctx: Context,
	id: string,
): Promise<{ readonly name: string; readonly bytes: number; readonly hash: Buffer }> {
	const row = await fileOfSize(ctx, id, 'whole');
	if (!row) throw new NotFound('file');
	return { name: row.name, bytes: row.bytes, hash: row.sha256 };
}

/** Works with such a file where it lies, without ever holding it in memory. The file is only read. */
export async function withFile<T>(ctx: Context, id: string, work: (path: string) => Promise<T>): Promise<T> {
	const { hash } = await measureOfFile(ctx, id);
	const path = await pathOfKept(hash);
	if (path === undefined) throw new NotFound('file');
	return work(path);
}

/**
 * Writes a video anew, fit for every browser, with a picture of how it begins; what came is thrown away. False when it
 * cannot be read: then it stays as it came. For the part that owns it.
 */
export async function convertVideo(
	ctx: Context,
	id: string,
): Promise<{ readonly bytes: number } | undefined> {
	const row = await fileOfSize(ctx, id, 'whole');
	if (!row) throw new NotFound('file');
	const path = await pathOfKept(row.sha256);
	if (path === undefined) throw new NotFound('file');
	return videoSizes(path, row.type, async (written) => {
		if (written === undefined) return undefined;
		const sizes: NewSize[] = [];
		for (const { file, size, type, width, height } of written)
			sizes.push({ size, type, width, height, ...(await keep(file)) });
		await inTransaction(ctx, async (inside) => {
			await insertSizes(inside, id, sizes);
			await deleteSize(inside, id, 'whole');
			return granted();
		});
		return { bytes: sizes.reduce((sum, size) => sum + size.bytes, 0) };
	});
}

/** Forgets a file: from now on it does not exist. Its content goes soon, unless another file has the same. */
export async function forgetFile(ctx: Context, id: string): Promise<void> {
	await deleteFiles(ctx, [id]);
}

async function isOpenFor(ctx: Context, file: StoredFile): Promise<boolean> {
	for (const part of parts()) {
		if (await part.opensFiles?.[file.purpose]?.(ctx, file)) return true;
	}
	return false;
}

const atOnce = 500;

/**
 * The hourly job that clears away uploads nobody went on with, files that nothing shows any more, and contents that no
 * file has. Running it twice clears nothing more.
 */
export async function forgetUnusedFiles(ctx: Context): Promise<void> {
	const over = await overBefore(ctx, 'file_unused');
	await forgetArrivals(over);
	for (const part of parts()) {
		for (const [name, purpose] of Object.entries(part.files ?? {}))
			await forgetUnusedOf(ctx, name, purpose, over);
	}
	// a content is named by its file within minutes of its coming, or never
	const hourAgo = new Date(ctx.now.getTime() - 3600 * 1000);
	await forgetContents(hourAgo, (hashes) => namedContents(ctx, hashes));
}

async function forgetUnusedOf(ctx: Context, name: string, purpose: FilePurpose, over: Date): Promise<void> {
	for (let last: string | undefined; ;) {
		const files = await filesOfPurpose(ctx, name, { before: over, after: last, most: atOnce });
		if (files.length === 0) return;
		const used = await purpose.inUse(ctx, files);
		await deleteFiles(
			ctx,
			files.filter((id) => !used.has(id)),
		);
		last = files.at(-1);
	}
}
