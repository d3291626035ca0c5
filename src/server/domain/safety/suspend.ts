/** Somebody is out for a while: from the next request on, on every open page. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { granted, refused, type Result } from '#platform/result';
import type { PersonId } from '#shared/actor';
import { demand } from './abilities.ts';
import type { Matter, MatterId, Reason, RoomId, RoomMemberId } from './matter.ts';
import { matterAtDesk } from './reach-matter.ts';
import { rooms } from './reportable.ts';
import { insertSuspension, liftSuspensions } from './suspensions.sql.ts';

/** Days for which somebody may be suspended at once. */
export const suspensionDays = [1, 7, 30, 183] as const;

export type Suspend = { readonly reason: Reason; readonly words: string; readonly days: number };

/** A moderator suspends the adult who wrote what a matter is about: all their sessions end. `no-person`: it was a pupil, or nobody. */
export async function suspendPerson(
	ctx: Context,
	{ matter: id, ...input }: Suspend & { readonly matter: MatterId },
): Promise<Result<undefined, 'no-person'>> {
	const { matter, atDesk, officer } = await matterAtDesk(ctx, id);
	demand(ctx, 'safety.settle-at-desk', atDesk);
	const person = await authorOf(ctx, matter);
	if (person === null) return refused('no-person');
	const until = untilOf(ctx, input.days);
	return inTransaction(ctx, async (inside) => {
		const made = { ...input, until, locale: ctx.locale, matter: id, by: { office: officer.office } };
		await insertSuspension(inside, { ...made, whom: { person } });
		await emit(inside, 'person.suspended', { person, until });
		await audit(
			inside,
			'safety.person-suspended',
			{ kind: 'person', id: person },
			{ matter: id, days: input.days },
		);
		await tellSuspended(inside, person);
		return granted();
	});
}

/** A moderator takes it back. */
export async function liftSuspension(ctx: Context, id: MatterId): Promise<Result<undefined, 'no-person'>> {
	const { matter, atDesk } = await matterAtDesk(ctx, id);
	demand(ctx, 'safety.settle-at-desk', { ...atDesk, notBy: [] });
	const person = await authorOf(ctx, matter);
	if (person === null) return refused('no-person');
	return inTransaction(ctx, async (inside) => {
		await liftSuspensions(inside, { person });
		await emit(inside, 'person.suspended', { person, until: null });
		await audit(inside, 'safety.suspension-lifted', { kind: 'person', id: person });
		return granted();
	});
}

/** A teacher of the room suspends a member from it, or (`days` 0) lets them in again. open-to-all: the part that knows rooms has demanded the right. */
export async function suspendMember(
	ctx: Context,
	input: Suspend & { readonly room: RoomId; readonly member: RoomMemberId; readonly by: RoomMemberId },
): Promise<void> {
	const { member, days } = input;
	await inTransaction(ctx, async (inside) => {
		await liftSuspensions(inside, { member });
		const until = days === 0 ? null : untilOf(ctx, days);
		if (until !== null) {
			const { reason, words, by } = input;
			const made = { reason, words, until, locale: ctx.locale, matter: null };
			await insertSuspension(inside, { ...made, whom: { member }, by: { member: by } });
		}
		await emit(inside, 'member.suspended', { member, until });
		await audit(inside, 'safety.member-suspended', { kind: 'member', id: member }, { days });
	});
}

function untilOf(ctx: Context, days: number): Date {
	return new Date(ctx.now.getTime() + days * 24 * 3600 * 1000);
}

async function authorOf(ctx: Context, { author }: Matter): Promise<PersonId | null> {
	return author.person ?? (author.member === null ? null : rooms().personOf(ctx, author.member));
}

/** By letter: their sessions have ended. */
async function tellSuspended(ctx: Context, person: PersonId): Promise<void> {
	await emit(ctx, 'notice', { to: [person], kind: 'suspended', params: {}, path: '/conduct' });
}
