/** SQL of files: which there are, for what, and in which sizes. */
import type { Context } from '../context.ts';
import { newId } from '../ids.ts';

export type NewFile = {
	readonly purpose: string;
	readonly owner: string;
	readonly name: string;
	readonly type: string;
	readonly sizes: readonly NewSize[];
};
export type NewSize = {
	readonly size: string;
	readonly type: string;
	readonly bytes: number;
	readonly sha256: Buffer;
	readonly width: number | null;
	readonly height: number | null;
};

export async function insertFile(
	ctx: Context,
	{ purpose, owner, name, type, sizes }: NewFile,
): Promise<string> {
	const id = newId();
	await ctx.db
		.insertInto('platform.file')
		.values({ id, purpose, owner_id: owner, name, type, made_at: ctx.now })
		.execute();
	await insertSizes(ctx, id, sizes);
	return id;
}

/** Adds sizes in which a file is kept as well; one that is there already stays. */
export async function insertSizes(ctx: Context, file: string, sizes: readonly NewSize[]): Promise<void> {
	await ctx.db
		.insertInto('platform.file_size')
		.values(sizes.map((size) => ({ file_id: file, ...size })))
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function deleteSize(ctx: Context, file: string, size: string): Promise<void> {
	await ctx.db
		.deleteFrom('platform.file_size')
		.where('file_id', '=', file)
		.where('size', '=', size)
		.execute();
}

export type FileRow = {
	readonly id: string;
	readonly purpose: string;
	readonly owner_id: string;
	readonly name: string;
	readonly type: string;
	readonly bytes: number;
	readonly sha256: Buffer;
};

export async function fileOfSize(ctx: Context, id: string, size: string): Promise<FileRow | undefined> {
	return ctx.db
		.selectFrom('platform.file as file')
		.innerJoin('platform.file_size as size', 'size.file_id', 'file.id')
		.select([
			'file.id',
			'file.purpose',
			'file.owner_id',
			'file.name',
			'size.type',
			'size.bytes',
			'size.sha256',
		])
		.where('file.id', '=', id)
		.where('size.size', '=', size)
		.executeTakeFirst();
}

export type PictureMeasure = { readonly file: string; readonly width: number; readonly height: number };

/** How large these pictures of one owner are in one size; what is no picture of that owner is left out. */
export async function measuresOf(
	ctx: Context,
	purpose: string,
	owner: string,
	ids: readonly string[],
	size: string,
): Promise<PictureMeasure[]> {
	if (ids.length === 0) return [];
	const rows = await ctx.db
		.selectFrom('platform.file as file')
		.innerJoin('platform.file_size as size', 'size.file_id', 'file.id')
		.select(['file.id', 'size.width', 'size.height'])
		.where('file.purpose', '=', purpose)
		.where('file.owner_id', '=', owner)
		.where('file.id', 'in', [...ids])
		.where('size.size', '=', size)
		.execute();
	return rows.flatMap(({ id, width, height }) =>
		width === null || height === null ? [] : [{ file: id, width, height }],
	);
}

/** Files of a purpose that came before a moment, by id. */
export async function filesOfPurpose(
	ctx: Context,
	purpose: string,
	{
		before,
		after,
		most,
	}: { readonly before: Date; readonly after: string | undefined; readonly most: number },
): Promise<string[]> {
	const rows = await ctx.db
		.selectFrom('platform.file')
		.select('id')
		.where('purpose', '=', purpose)
		.where('made_at', '<', before)
		.$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
		.orderBy('id')
		.limit(most)
		.execute();
	return rows.map(({ id }) => id);
}

/** Their sizes go with them; their contents when no other file has them. */
export async function deleteFiles(ctx: Context, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	await ctx.db
		.deleteFrom('platform.file')
		.where('id', 'in', [...ids])
		.execute();
}

/** Which of these contents some file has, as hexadecimal text. */
export async function namedContents(ctx: Context, hashes: readonly Buffer[]): Promise<Set<string>> {
	const rows = await ctx.db
		.selectFrom('platform.file_size')
		.select('sha256')
		.distinct()
		.where('sha256', 'in', [...hashes])
		.execute();
	return new Set(rows.map(({ sha256 }) => sha256.toString('hex')));
}
