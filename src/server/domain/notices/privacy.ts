/** Notices of one person: exported, erased, moved when two accounts become one. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import { deleteNoticesOf, giveNoticesBack, moveNotices, noticesOf } from './notices.sql.ts';

type Journal = { readonly from: PersonId; readonly notices: readonly string[] };

export async function exportNotices(ctx: Context, person: PersonId): Promise<unknown> {
	return { notices: await noticesOf(ctx, person, new Date(8.64e15), 100_000) };
}

export async function eraseNotices(ctx: Context, person: PersonId): Promise<void> {
	await deleteNoticesOf(ctx, person);
}

export async function uniteNotices(ctx: Context, from: PersonId, into: PersonId): Promise<Journal> {
	return { from, notices: await moveNotices(ctx, from, into) };
}

export async function separateNotices(ctx: Context, journal: Journal): Promise<void> {
	await giveNoticesBack(ctx, journal.notices, journal.from);
}
