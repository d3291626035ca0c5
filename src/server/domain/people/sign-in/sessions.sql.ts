/** All SQL of sessions. */
import type { Context } from '#platform/context';
import { prepared } from '#platform/prepared';
import type { OfficeKind, PersonId } from '#shared/actor';
import { deskAtMost, sessionIdle, sessionTouchedEvery } from './limits.ts';

export type ActingSession = {
	readonly session: string;
	readonly person: PersonId;
	readonly name: string;
	/** Validated at one school at least, and still there. */
	readonly validated: boolean;
	readonly office: string | null;
	readonly office_kind: OfficeKind | null;
	readonly organisation: string | null;
};

type SessionQuestion = {
	readonly token: string;
	readonly seenAfter: Date;
	readonly deskSeenAfter: Date;
	readonly deskEnteredAfter: Date;
};

const actingSessions = prepared((ctx, question: SessionQuestion) =>
	ctx.db
		.selectFrom('people.session as session')
		.innerJoin('people.person as person', 'person.login_id', 'session.login_id')
		.leftJoin('people.session_capacity as capacity', (join) =>
			join
				.onRef('capacity.session_id', '=', 'session.id')
				.on('capacity.last_seen_at', '>', question.deskSeenAfter)
				.on('capacity.entered_at', '>', question.deskEnteredAfter),
		)
		.leftJoin('support.office as office', (join) =>
			join
				.onRef('office.id', '=', 'capacity.office_id')
				.onRef('office.person_id', '=', 'person.id')
				.on('office.ended_at', 'is', null),
		)
		.select(({ exists, selectFrom }) => [
			'session.id as session',
			'person.id as person',
			'person.name as name',
			'office.id as office',
			'office.kind as office_kind',
			'office.organisation_id as organisation',
			exists(
				selectFrom('people.affiliation as affiliation')
					.innerJoin(
						'people.affiliation_validation as validation',
						'validation.affiliation_id',
						'affiliation.id',
					)
					.leftJoin('people.affiliation_ending as ending', 'ending.affiliation_id', 'affiliation.id')
					.whereRef('affiliation.person_id', '=', 'person.id')
					.where('ending.affiliation_id', 'is', null)
					.select('affiliation.id'),
			).as('validated'),
		])
		.where('session.token', '=', question.token)
		.where('session.expires_at', '>', ctx.now)
		.where('session.updated_at', '>', question.seenAfter)
		.$narrowType<ActingSession>(),
);

/** The running session of this token, with all that decides in which capacity it acts: one question, on every request. */
export async function actingSession(ctx: Context, token: string): Promise<ActingSession | undefined> {
	const [session] = await actingSessions(ctx, {
		token,
		seenAfter: secondsAgo(ctx, sessionIdle.person),
		deskSeenAfter: secondsAgo(ctx, sessionIdle.desk),
		deskEnteredAfter: secondsAgo(ctx, deskAtMost),
	});
	return session;
}

/** Notes that a session is in use. */
export async function noteUse(ctx: Context, session: string, person: PersonId): Promise<void> {
	const due = secondsAgo(ctx, sessionTouchedEvery);
	const touched = await ctx.db
		.updateTable('people.session')
		.set({ updated_at: ctx.now })
		.where('id', '=', session)
		.where('updated_at', '<', due)
		.executeTakeFirst();
	if (touched.numUpdatedRows === 0n) return;
	await ctx.db
		.updateTable('people.person')
		.set({ last_active_at: ctx.now })
		.where('id', '=', person)
		.execute();
}

/** Notes that the desk of a session is in use. */
export async function noteUseOfDesk(ctx: Context, session: string): Promise<void> {
	await ctx.db
		.updateTable('people.session_capacity')
		.set({ last_seen_at: ctx.now })
		.where('session_id', '=', session)
		.where('last_seen_at', '<', secondsAgo(ctx, sessionTouchedEvery))
		.execute();
}

export async function deleteSession(ctx: Context, session: string): Promise<void> {
	await ctx.db.deleteFrom('people.session').where('id', '=', session).execute();
}

/** Sessions nobody can use any more. */
export async function deleteDeadSessions(ctx: Context): Promise<void> {
	await ctx.db
		.deleteFrom('people.session')
		.where(({ or, eb }) =>
			or([eb('expires_at', '<=', ctx.now), eb('updated_at', '<=', secondsAgo(ctx, sessionIdle.person))]),
		)
		.execute();
}

function secondsAgo(ctx: Context, seconds: number): Date {
	return new Date(ctx.now.getTime() - seconds * 1000);
}
