/** The shared queue of a room's teachers: what waits for a look, and what was decided. */
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { demand, may } from './abilities.ts';
import type { Matter, MatterId, RoomId } from './matter.ts';
import { countOpenInRoom, mattersInRoom } from './matters.sql.ts';
import { reportableKind, rooms, type Reportable, type RoomCard } from './reportable.ts';
import { reportsAbout, type Report } from './reports.sql.ts';
import { ruleOfRoom, setRuleOfRoom, type WaitingRule } from './words.sql.ts';

export type MatterInRoom = {
	readonly matter: Matter;
	readonly author: RoomCard | undefined;
	readonly reports: readonly (Report & { readonly card: RoomCard | undefined })[];
	readonly maySettle: boolean;
	readonly outcomes: Reportable['outcomes'];
	readonly reasons: Reportable['reasons'];
};

/**
 * Everything that was reported or waits in the room, open matters first. What is about the reader's own words is not
 * there: who wrote it does not learn who reported it, and reads the decision like any author.
 */
export async function mattersForRoom(ctx: Context, room: RoomId): Promise<MatterInRoom[]> {
	const me = await teacher(ctx, room);
	const matters = await mattersInRoom(ctx, room, me.member);
	const reports = await reportsAbout(
		ctx,
		matters.map(({ id }) => id),
	);
	const members = [...matters.map(({ author }) => author.member), ...reports.map(({ by }) => by.member)];
	const cards = await rooms().cards(ctx, [...new Set(members.flatMap((member) => member ?? []))]);
	const cardOf = (member: string | null) => (member === null ? undefined : cards.get(member));
	return matters.map((matter) => {
		const { outcomes, reasons } = reportableKind(matter.kind);
		const thing = { isTeacher: true, leads: me.leads, byPupil: matter.byPupil, isOwn: false };
		return {
			matter,
			author: cardOf(matter.author.member),
			reports: reports
				.filter((report) => report.matter === matter.id)
				.map((report) => ({ ...report, card: cardOf(report.by.member) })),
			maySettle: matter.settledAt === null && may(ctx.actor, 'safety.settle-in-room', thing),
			outcomes,
			reasons,
		};
	});
}

/** One matter of the room, or NotFound. */
export async function matterForRoom(ctx: Context, room: RoomId, id: MatterId): Promise<MatterInRoom> {
	const found = (await mattersForRoom(ctx, room)).find(({ matter }) => matter.id === id);
	if (!found) throw new NotFound('matter');
	return found;
}

/** How many things wait for the reader's look in the room. */
export async function openMattersIn(ctx: Context, room: RoomId): Promise<number> {
	const { member: me } = await teacher(ctx, room);
	return countOpenInRoom(ctx, { room, me });
}

/** What of pupils' writing waits in the room. */
export async function waitingRuleFor(ctx: Context, room: RoomId): Promise<WaitingRule> {
	await teacher(ctx, room);
	return ruleOfRoom(ctx, room);
}

/** Any teacher of the room says what waits from now on; what waits already is looked at first. */
export async function setWaitingRule(
	ctx: Context,
	input: { readonly room: RoomId; readonly waits: WaitingRule },
): Promise<void> {
	const { member } = await teacher(ctx, input.room);
	await setRuleOfRoom(ctx, input.room, input.waits, member);
}

async function teacher(ctx: Context, room: RoomId) {
	const me = await rooms().teacherIn(ctx, room);
	demand(ctx, 'safety.see-room', { isTeacher: me !== undefined });
	if (!me) throw new NotFound('room');
	return me;
}
