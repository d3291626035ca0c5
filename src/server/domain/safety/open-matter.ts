/** How a matter begins: to whom it falls, whether the thing is out of sight meanwhile, and who is told. */
import { schoolCards } from '#domain/schools';
import { organisationFor } from '#domain/support';
import type { Context } from '#platform/context';
import { emit } from '#platform/events';
import { isUrgent, type Matter, type MatterId, type Reason, type Why } from './matter.ts';
import {
	escalateMatter,
	hoursFor,
	insertMatter,
	moderatorsOf,
	openMatterAbout,
	raiseMatter,
	wasKept,
} from './matters.sql.ts';
import { reportableKind, rooms, type Reported } from './reportable.ts';

export type Opening = {
	readonly kind: string;
	readonly thing: string;
	readonly reached: Reported;
	readonly why: Why;
	/** Of a report. */
	readonly reason?: Reason;
};

/**
 * Opens a matter, or finds the one that is open and gives it the weight of this report. Inside the transaction of the
 * report or the writing. What was once kept stays in sight whatever is reported afterwards, as long as it says the same.
 */
export async function openMatter(ctx: Context, opening: Opening): Promise<MatterId> {
	const { kind, thing, reached, why, reason } = opening;
	const urgent = reason !== undefined && isUrgent(reason);
	const wants = why !== 'looked-at' && (urgent || why !== 'reported' || reportableKind(kind).hidesAtOnce);
	const hides = wants && !(await wasKept(ctx, thing, reached.evidence));
	const dueAt = await dueFrom(ctx, urgent);
	const author = { person: reached.author.person ?? null, member: reached.author.member ?? null };
	const matter = {
		kind,
		thing,
		room: reached.room,
		byPupil: reached.byPupil,
		author,
		why,
		hides,
		urgent,
		dueAt,
	};
	const organisation = await organisationOfSchool(ctx, reached.school);
	const made = await insertMatter(ctx, { ...matter, organisation, evidence: reached.evidence });
	const id = made ?? (await openMatterAbout(ctx, thing)) ?? '';
	if (!made) await raiseMatter(ctx, id, { hides, urgent, dueAt });
	else if (why !== 'looked-at') await tellOpened(ctx, { ...matter, organisation, id });
	if (hides) await reportableKind(kind).changed?.(ctx, thing);
	return id;
}

/** When somebody has to have looked. */
export async function dueFrom(ctx: Context, urgent: boolean): Promise<Date> {
	return new Date(ctx.now.getTime() + (await hoursFor(ctx, urgent)) * 3600 * 1000);
}

async function organisationOfSchool(ctx: Context, school: string | null): Promise<string> {
	const card = school === null ? undefined : (await schoolCards(ctx, [school])).get(school);
	return organisationFor(ctx, { country: card?.country ?? '' });
}

type Opened = {
	readonly id: MatterId;
	readonly room: string | null;
	readonly organisation: string;
	readonly author: Matter['author'];
	readonly dueAt: Date;
};

/** All teachers of the room but whose words they are; the moderators of the organisation where there is nobody else. */
async function tellOpened(ctx: Context, opened: Opened): Promise<void> {
	const { id, room, author, dueAt } = opened;
	if (room === null) return tellModerators(ctx, opened);
	const writer = author.member === null ? null : await rooms().personOf(ctx, author.member);
	const teachers = (await rooms().teachersOf(ctx, room)).filter((teacher) => teacher !== writer);
	if (teachers.length === 0) {
		await escalateMatter(ctx, id, dueAt);
		return tellModerators(ctx, opened);
	}
	await emit(ctx, 'matter.opened', { space: room, spaceName: await rooms().nameOf(ctx, room), teachers });
}

/** Those who moderate at the organisation; nothing of what it is about stands in the notice. */
export async function tellModerators(
	ctx: Context,
	{ id, organisation }: { readonly id: MatterId; readonly organisation: string },
): Promise<void> {
	const to = await moderatorsOf(ctx, organisation);
	if (to.length > 0)
		await emit(ctx, 'notice', { to, kind: 'matter-at-desk', params: {}, path: `/desk/moderation/${id}` });
}
