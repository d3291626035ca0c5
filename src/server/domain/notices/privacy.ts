/** Notices of one person: exported, erased, moved when two accounts become one. */
import type { Context } from '#platform/context';
import { forgetLetters } from '#platform/mail';
import type { PersonId } from '#shared/actor';
import { choicesForExport, deleteChoicesOf } from './choices.sql.ts';
import { deleteNoticesOf, moveNotices, noticesForExport, type MovedNotices } from './notices.sql.ts';

type Journal = { readonly from: PersonId; readonly into: PersonId; readonly moved: MovedNotices };

/** What the person was told; of a notice that names others, only what kind it was and when. */
export async function exportNotices(ctx: Context, person: PersonId): Promise<unknown> {
	return { notices: await noticesForExport(ctx, person), ...(await choicesForExport(ctx, person)) };
}

/** Notices to the person and those that name them, with their letters. */
export async function eraseNotices(ctx: Context, person: PersonId): Promise<void> {
	await deleteNoticesOf(ctx, person);
	await deleteChoicesOf(ctx, person);
	await forgetLetters(ctx, { person });
}

/** How the other account was told is let go: the one that stays has its own choice. */
export async function uniteNotices(ctx: Context, from: PersonId, into: PersonId): Promise<Journal> {
	return { from, into, moved: await moveNotices(ctx, from, into) };
}

export async function separateNotices(ctx: Context, { from, into, moved }: Journal): Promise<void> {
	await moveNotices(ctx, into, from, moved);
}
