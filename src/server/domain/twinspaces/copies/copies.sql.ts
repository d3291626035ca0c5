/** SQL of copies: who asked for one, how far it is, and where it lies. */
import { sql } from 'kysely';
import type { MemberId, SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import type { CopyId } from './copy.ts';

/** False while the member waits for one already. */
export async function insertCopy(ctx: Context, space: SpaceId, by: MemberId): Promise<boolean> {
	const inserted = await ctx.db
		.insertInto('twinspaces_copies.copy')
		.values({ id: newId(), space_id: space, asked_by: by, asked_at: ctx.now, locale: ctx.locale })
		.onConflict((conflict) =>
			conflict.column('asked_by').where('ready_at', 'is', null).where('failed_at', 'is', null).doNothing(),
		)
		.executeTakeFirst();
	return Number(inserted.numInsertedOrUpdatedRows) === 1;
}

const columns = [
	...(['id', 'space_id', 'asked_by', 'asked_at', 'locale', 'done', 'out_of'] as const),
	...(['leased_until', 'file_id', 'bytes', 'ready_at', 'failed_at'] as const),
] as const;

/** What a member asked for and can still see, the newest first. */
export async function copiesOf(ctx: Context, by: MemberId) {
	return ctx.db
		.selectFrom('twinspaces_copies.copy')
		.select(columns)
		.where('asked_by', '=', by)
		.orderBy('asked_at', 'desc')
		.limit(5)
		.execute();
}

export async function copyById(ctx: Context, id: CopyId) {
	return ctx.db.selectFrom('twinspaces_copies.copy').select(columns).where('id', '=', id).executeTakeFirst();
}

export type CopyTurn = NonNullable<Awaited<ReturnType<typeof takeTurn>>>;

/** Takes the copy that waits longest until then, so that nobody else makes it meanwhile. */
export async function takeTurn(ctx: Context, until: Date) {
	const next = ctx.db
		.selectFrom('twinspaces_copies.copy as waiting')
		.select('waiting.id')
		.where('waiting.ready_at', 'is', null)
		.where('waiting.failed_at', 'is', null)
		.where(({ eb, or }) =>
			or([eb('waiting.leased_until', 'is', null), eb('waiting.leased_until', '<=', ctx.now)]),
		)
		.orderBy('waiting.asked_at')
		.limit(1)
		.forUpdate()
		.skipLocked();
	return ctx.db
		.updateTable('twinspaces_copies.copy as copy')
		.set((eb) => ({ leased_until: until, attempts: eb('copy.attempts', '+', 1), done: 0 }))
		.where('copy.id', '=', next)
		.returning(['copy.id', 'copy.space_id', 'copy.asked_by', 'copy.locale', 'copy.attempts'])
		.executeTakeFirst();
}

/** Says how far it is, and that somebody is still at it. */
export async function noteProgress(
	ctx: Context,
	id: CopyId,
	{ done, outOf, until }: { readonly done: number; readonly outOf: number; readonly until: Date },
): Promise<void> {
	await ctx.db
		.updateTable('twinspaces_copies.copy')
		.set({ done, out_of: outOf, leased_until: until })
		.where('id', '=', id)
		.execute();
}

export async function noteReady(
	ctx: Context,
	id: CopyId,
	{ file, bytes, at }: { readonly file: string; readonly bytes: number; readonly at: Date },
): Promise<void> {
	await ctx.db
		.updateTable('twinspaces_copies.copy')
		.set((eb) => ({ file_id: file, bytes, ready_at: at, leased_until: null, done: eb.ref('out_of') }))
		.where('id', '=', id)
		.execute();
}

export async function noteFailed(ctx: Context, id: CopyId): Promise<void> {
	await ctx.db
		.updateTable('twinspaces_copies.copy')
		.set({ failed_at: ctx.now, leased_until: null })
		.where('id', '=', id)
		.execute();
}

/** Deletes them, and answers their files. */
export async function deleteCopies(
	ctx: Context,
	which: { readonly askedBefore: Date } | { readonly space: SpaceId },
): Promise<string[]> {
	const rows = await ctx.db
		.deleteFrom('twinspaces_copies.copy')
		.$if('askedBefore' in which, (query) =>
			query.where('asked_at', '<', 'askedBefore' in which ? which.askedBefore : ctx.now),
		)
		.$if('space' in which, (query) => query.where('space_id', '=', 'space' in which ? which.space : ''))
		.returning('file_id')
		.execute();
	return rows.flatMap(({ file_id }) => file_id ?? []);
}

/** Those of these spaces of which somebody has a copy, or waits for one. */
export async function spacesWithCopies(ctx: Context, spaces: readonly SpaceId[]): Promise<SpaceId[]> {
	if (spaces.length === 0) return [];
	const rows = await ctx.db
		.selectFrom('twinspaces_copies.copy')
		.select('space_id')
		.distinct()
		.where('space_id', 'in', [...spaces])
		.where('failed_at', 'is', null)
		.execute();
	return rows.map((row) => row.space_id);
}

export async function filesOfCopies(ctx: Context, files: readonly string[]): Promise<ReadonlySet<string>> {
	const rows = await ctx.db
		.selectFrom('twinspaces_copies.copy')
		.select('file_id')
		.where('file_id', '=', sql<string>`any(${[...files]}::uuid[])`)
		.execute();
	return new Set(rows.flatMap(({ file_id }) => file_id ?? []));
}
