/** What becomes of a thing: decided by a teacher of the room or by a moderator, with the reason told to both sides. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { Forbidden, NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { isId } from '#platform/ids';
import { granted, refused, type Result } from '#platform/result';
import type { Officer } from '#shared/actor';
import { demand } from './abilities.ts';
import { roundOpen, type Decision, type Matter, type MatterId, type Outcome, type Reason } from './matter.ts';
import { escalateMatter, insertDecision, isAboutMember, lockMatter, matterById } from './matters.sql.ts';
import { dueFrom, openMatter, tellModerators } from './open-matter.ts';
import { matterAtDesk } from './reach-matter.ts';
import { reportableKind, rooms, type Reported } from './reportable.ts';
import { reportsAbout } from './reports.sql.ts';

export type Verdict = { readonly outcome: Outcome; readonly reason: Reason; readonly words: string };
export type SettleMatter = Verdict & { readonly matter: MatterId };
/** `settled-before`: somebody else was first. `not-possible`: this cannot become of this kind of thing. */
export type SettleRefusal = 'settled-before' | 'not-possible';

/** A teacher of the room decides; about what adults wrote, those who lead it. Nobody decides about the own words. */
export async function settleInRoom(
	ctx: Context,
	input: SettleMatter,
): Promise<Result<undefined, SettleRefusal>> {
	const { matter, member } = await matterInRoom(ctx, input.matter);
	return settle(ctx, matter, input, { member }, 1);
}

/** A moderator decides: first, or on appeal. Whoever decided first does not decide on appeal. */
export async function settleAtDesk(
	ctx: Context,
	input: SettleMatter,
): Promise<Result<undefined, SettleRefusal>> {
	const { matter, atDesk } = await matterAtDesk(ctx, input.matter);
	demand(ctx, 'safety.settle-at-desk', atDesk);
	const round = roundOpen(matter);
	if (round === undefined) return refused('settled-before');
	return settle(ctx, matter, input, { office: (ctx.actor as Officer).office }, round);
}

/** A teacher of the room hands the matter to the support organisation at once. */
export async function passOn(ctx: Context, id: MatterId): Promise<Result<undefined, 'settled-before'>> {
	const { matter } = await matterInRoom(ctx, id, 'any');
	if (matter.settledAt !== null) return refused('settled-before');
	if (matter.escalatedAt !== null) return granted();
	return inTransaction(ctx, async (inside) => {
		await escalateMatter(inside, id, await dueFrom(inside, matter.urgent));
		await audit(inside, 'safety.matter-passed-on', { kind: 'matter', id });
		await tellModerators(inside, matter);
		return granted();
	});
}

export type DecideAtOnce = Verdict & {
	readonly kind: string;
	readonly thing: string;
	readonly reached: Reported;
	readonly by: string;
};

/**
 * A teacher who looked decides about a thing that nobody reported, or settles what is open about it. open-to-all:
 * called by the part that keeps the thing, after its own rules said that this member may.
 */
export async function decideAtOnce(
	ctx: Context,
	{ kind, thing, reached, by, ...verdict }: DecideAtOnce,
): Promise<Result<undefined, SettleRefusal>> {
	return inTransaction(ctx, async (inside) => {
		const id = await openMatter(inside, { kind, thing, reached, why: 'looked-at' });
		const matter = await matterById(inside, id);
		if (!matter) throw new NotFound('matter');
		return settle(inside, matter, verdict, { member: by }, 1);
	});
}

async function matterInRoom(ctx: Context, id: MatterId, what: 'decidable' | 'any' = 'decidable') {
	const matter = isId(id) ? await matterById(ctx, id) : undefined;
	if (!matter || matter.room === null) throw new NotFound('matter');
	const me = await rooms().teacherIn(ctx, matter.room);
	if (!me) throw new NotFound('matter');
	demand(ctx, 'safety.see-room', { isTeacher: true });
	const isOwn = await isAboutMember(ctx, id, me.member);
	const thing = { isTeacher: true, leads: me.leads, byPupil: matter.byPupil, isOwn };
	if (what === 'decidable') demand(ctx, 'safety.settle-in-room', thing);
	else if (isOwn) throw new Forbidden('safety.settle-in-room');
	return { matter, member: me.member };
}

async function settle(
	ctx: Context,
	{ id, kind, thing }: Matter,
	{ outcome, reason, words }: Verdict,
	by: Decision['by'],
	round: 1 | 2,
): Promise<Result<undefined, SettleRefusal>> {
	const reportable = reportableKind(kind);
	if (!reportable.outcomes.includes(outcome)) return refused('not-possible');
	return inTransaction(ctx, async (inside) => {
		const matter = await lockMatter(inside, id);
		if (!matter || roundOpen(matter) !== round) return refused('settled-before');
		await insertDecision(inside, id, { round, outcome, reason, words, locale: ctx.locale, by });
		await reportable.settled(inside, thing, {
			outcome,
			reason,
			words,
			by: 'member' in by ? by.member : null,
		});
		await reportable.changed?.(inside, thing);
		await audit(inside, `safety.${outcome}`, { kind, id: thing }, { matter: id, round, reason });
		await tellBothSides(inside, matter, outcome, round);
		return granted();
	});
}

/** Adults by notice, pupils where they wrote; visitors by the number of their report. */
async function tellBothSides(ctx: Context, matter: Matter, outcome: Outcome, round: 1 | 2): Promise<void> {
	const { person, member } = matter.author;
	const author = person ?? (member === null ? null : await rooms().personOf(ctx, member));
	const changes = outcome !== 'kept' || round === 2;
	if (author !== null && changes)
		await emit(ctx, 'notice', {
			to: [author],
			kind: 'matter-decided',
			params: {},
			path: `/me/decisions/${matter.id}`,
		});
	for (const report of await reportsAbout(ctx, [matter.id])) {
		const reporter =
			report.by.person ?? (report.by.member === null ? null : await rooms().personOf(ctx, report.by.member));
		if (reporter !== null)
			await emit(ctx, 'notice', {
				to: [reporter],
				kind: 'report-settled',
				params: {},
				path: `/reports/${report.number}`,
			});
	}
}
