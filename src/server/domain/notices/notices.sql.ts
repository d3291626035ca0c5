/** All SQL of notices. */
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import { prepared } from '#platform/prepared';
import type { PersonId } from '#shared/actor';
import type { NoticeKind } from '#shared/notice-kinds';
import type { NoticeEvent } from './notice.ts';

export type NoticeRow = {
	readonly id: string;
	readonly kind: NoticeKind;
	readonly params: Readonly<Record<string, string | number>>;
	readonly path: string;
	readonly told_at: Date;
	readonly seen_at: Date | null;
};

export async function insertNotices(
	ctx: Context,
	to: readonly PersonId[],
	event: NoticeEvent,
): Promise<void> {
	if (to.length === 0) return;
	const told = { kind: event.kind, params: JSON.stringify(event.params), path: event.path, told_at: ctx.now };
	await ctx.db
		.insertInto('notices.notice')
		.values(to.map((person_id) => ({ id: newId(), person_id, ...told })))
		.execute();
}

/** Newest first, older than `before`. */
export async function noticesOf(
	ctx: Context,
	person: PersonId,
	before: Date,
	most: number,
): Promise<NoticeRow[]> {
	const rows = await ctx.db
		.selectFrom('notices.notice')
		.select(['id', 'kind', 'params', 'path', 'told_at', 'seen_at'])
		.where('person_id', '=', person)
		.where('told_at', '<', before)
		.orderBy('told_at', 'desc')
		.orderBy('id', 'desc')
		.limit(most)
		.execute();
	return rows as unknown as NoticeRow[];
}

const unseenCounts = prepared((ctx, values: { readonly person: PersonId }) =>
	ctx.db
		.selectFrom('notices.notice')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('person_id', '=', values.person)
		.where('seen_at', 'is', null),
);

export async function countUnseen(ctx: Context, person: PersonId): Promise<number> {
	const [row] = await unseenCounts(ctx, { person });
	return row?.count ?? 0;
}

export async function markSeen(ctx: Context, person: PersonId, upTo: Date): Promise<void> {
	await ctx.db
		.updateTable('notices.notice')
		.set({ seen_at: ctx.now })
		.where('person_id', '=', person)
		.where('seen_at', 'is', null)
		.where('told_at', '<=', upTo)
		.execute();
}

export async function deleteNoticesOf(ctx: Context, person: PersonId): Promise<void> {
	await ctx.db.deleteFrom('notices.notice').where('person_id', '=', person).execute();
}

/** Gives the notices of one person to another and says which they were. */
export async function moveNotices(ctx: Context, from: PersonId, into: PersonId): Promise<string[]> {
	const rows = await ctx.db
		.updateTable('notices.notice')
		.set({ person_id: into })
		.where('person_id', '=', from)
		.returning('id')
		.execute();
	return rows.map((row) => row.id);
}

export async function giveNoticesBack(ctx: Context, ids: readonly string[], to: PersonId): Promise<void> {
	if (ids.length === 0) return;
	await ctx.db
		.updateTable('notices.notice')
		.set({ person_id: to })
		.where('id', 'in', [...ids])
		.execute();
}
