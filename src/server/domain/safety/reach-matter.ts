/** How an officer reaches a matter: it lies at the own desk, or at that of everybody for whom nobody looks. */
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import type { Officer } from '#shared/actor';
import { demand, may, type AtDesk } from './abilities.ts';
import { isAtDesk, roundOpen, type Matter, type MatterId } from './matter.ts';
import { deciders, isCentralToo, matterById } from './matters.sql.ts';
import { rooms } from './reportable.ts';

/** The matter with what the officer may do. NotFound for matters of other desks; Forbidden for who does not moderate. */
export async function matterAtDesk(
	ctx: Context,
	id: MatterId,
): Promise<{ readonly matter: Matter; readonly atDesk: AtDesk; readonly officer: Officer }> {
	demand(ctx, 'safety.see-desk');
	const matter = isId(id) ? await matterById(ctx, id) : undefined;
	if (!matter || !isAtDesk(matter)) throw new NotFound('matter');
	const atDesk = {
		organisation: matter.organisation,
		centralToo: await isCentralToo(ctx, matter.id),
		notBy: await partiesOf(ctx, matter),
	};
	if (!may(ctx.actor, 'safety.see-at-desk', atDesk)) throw new NotFound('matter');
	return { matter, atDesk, officer: ctx.actor as Officer };
}

/** Whose words they are, and on appeal who decided first. */
async function partiesOf(ctx: Context, matter: Matter): Promise<string[]> {
	const { person, member } = matter.author;
	const author = person ?? (member === null ? null : await rooms().personOf(ctx, member));
	const before = roundOpen(matter) === 2 ? await deciders(ctx, matter.id) : [];
	return [...(author === null ? [] : [author]), ...before];
}
