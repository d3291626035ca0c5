/** The list of what I was told, and how much of it is new. */
import type { Context } from '#platform/context';
import { Forbidden } from '#platform/errors';
import { personOf, type PersonId } from '#shared/actor';
import { demand, may } from './abilities.ts';
import { countUnseen, markSeen, markSeenAbout, noticesOf } from './notices.sql.ts';
import { noticeText } from './texts.ts';

export type Notice = {
	readonly id: string;
	readonly subject: string;
	readonly body: string;
	/** Without language. */
	readonly path: string;
	readonly toldAt: Date;
	readonly isNew: boolean;
};

export const noticesOnAPage = 30;

/** My newest notices before a moment, in the language of the page. */
export async function noticesFor(
	ctx: Context,
	before: Date = new Date(ctx.now.getTime() + 1000),
): Promise<Notice[]> {
	demand(ctx, 'notices.read-own');
	const rows = await noticesOf(ctx, me(ctx), before, noticesOnAPage);
	return rows.map((row) => ({
		id: row.id,
		...noticeText(row.kind, row.params),
		path: row.path,
		toldAt: row.told_at,
		isNew: row.seen_at === null,
	}));
}

/** How many notices I have not seen; none for whoever has no notices. */
export async function unseenNotices(ctx: Context): Promise<number> {
	return may(ctx.actor, 'notices.read-own') ? countUnseen(ctx, me(ctx)) : 0;
}

/** Everything told up to this moment counts as seen. */
export async function seeNotices(ctx: Context): Promise<void> {
	demand(ctx, 'notices.read-own');
	await markSeen(ctx, me(ctx), ctx.now);
}

/** Everything told about one of my pages counts as seen: I have looked at the page itself. */
export async function seeNoticesAbout(ctx: Context, path: string): Promise<void> {
	demand(ctx, 'notices.read-own');
	await markSeenAbout(ctx, me(ctx), path);
}

/** The person who acts. */
export function me(ctx: Context): PersonId {
	const person = personOf(ctx.actor);
	if (person === undefined) throw new Forbidden('notices.read-own');
	return person;
}
