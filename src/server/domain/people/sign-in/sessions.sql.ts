/** All SQL of sessions. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { prepared } from '#platform/prepared';
import type { OfficeKind, PersonId } from '#shared/actor';
import type { BrowserKind, SystemKind } from './device.ts';
import { deskAtMost, sessionIdle } from './limits.ts';
import { isNotSuspended } from './suspension.sql.ts';

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
		.where(isNotSuspended(ctx.now))
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

/** Which of these sessions still run, for lines that stay open between requests. */
export async function sessionsThatRun(ctx: Context, sessions: readonly string[]): Promise<Set<string>> {
	const rows = await ctx.db
		.selectFrom('people.session')
		.select('id')
		.where(({ eb, fn, val }) => eb('id', '=', fn.any(val([...sessions]))))
		.where('expires_at', '>', ctx.now)
		.where('updated_at', '>', secondsAgo(ctx, sessionIdle.person))
		.execute();
	return new Set(rows.map(({ id }) => id));
}

/** A session was in use at that moment, perhaps at its desk. */
export type SessionUse = { readonly session: string; readonly at: Date; readonly atDesk: boolean };

/** Notes the latest use of many sessions at once; an older use than the one noted changes nothing. */
export async function noteUses(ctx: Context, uses: readonly SessionUse[]): Promise<void> {
	await sql`
		with used as (select * from unnest(${uses.map(({ session }) => session)}::text[],
			${uses.map(({ at }) => at)}::timestamptz[], ${uses.map(({ atDesk }) => atDesk)}::boolean[])
			as used (session, at, at_desk)),
		sessions as (update people.session as session set updated_at = used.at from used
			where session.id = used.session and session.updated_at <= used.at returning session.login_id, used.at),
		desks as (update people.session_capacity as capacity set last_seen_at = used.at from used
			where capacity.session_id = used.session and used.at_desk and capacity.last_seen_at <= used.at)
		update people.person as person set last_active_at = sessions.at from sessions
			where person.login_id = sessions.login_id and person.last_active_at < sessions.at`.execute(ctx.db);
}

/** Ends a session; false when it was over already. */
export async function deleteSession(ctx: Context, session: string): Promise<boolean> {
	const ended = await ctx.db.deleteFrom('people.session').where('id', '=', session).executeTakeFirst();
	return ended.numDeletedRows > 0n;
}

/** How somebody showed who they are; `code` and `passkey` are two factors, the others one. */
export type ProvedBy = 'letter' | 'password' | 'code' | 'passkey' | 'provider';

type Opened = { readonly session: string; readonly device: string; readonly provedBy: ProvedBy };

export async function noteOpening(ctx: Context, { session, device, provedBy }: Opened): Promise<void> {
	await ctx.db
		.updateTable('people.session')
		.set({ device_id: device, proved_at: ctx.now, proved_by: provedBy })
		.where('id', '=', session)
		.execute();
}

/** The person has shown anew who they are. */
export async function noteProof(ctx: Context, session: string, provedBy: ProvedBy): Promise<void> {
	await ctx.db
		.updateTable('people.session')
		.set({ proved_at: ctx.now, proved_by: provedBy })
		.where('id', '=', session)
		.execute();
}

export type SessionProof = { readonly login: string; readonly at: Date | null; readonly by: ProvedBy | null };

/** Whose session it is, and when its person last showed who they are. */
export async function proofOfSession(ctx: Context, session: string): Promise<SessionProof | undefined> {
	const row = await ctx.db
		.selectFrom('people.session')
		.select(['login_id', 'proved_at', 'proved_by'])
		.where('id', '=', session)
		.executeTakeFirst();
	return row && { login: row.login_id, at: row.proved_at, by: row.proved_by as ProvedBy | null };
}

export type RunningSession = {
	readonly id: string;
	readonly opened_at: Date;
	readonly used_at: Date;
	readonly browser: BrowserKind | null;
	readonly system: SystemKind | null;
	readonly country: string | null;
};

/** The running sessions of a login, the one last used first. */
export async function runningSessions(ctx: Context, login: string): Promise<RunningSession[]> {
	const rows = await ctx.db
		.selectFrom('people.session as session')
		.leftJoin('people.device as device', 'device.id', 'session.device_id')
		.select(['session.id', 'session.created_at as opened_at', 'session.updated_at as used_at'])
		.select(['device.browser', 'device.system', 'device.country'])
		.where('session.login_id', '=', login)
		.where('session.expires_at', '>', ctx.now)
		.where('session.updated_at', '>', secondsAgo(ctx, sessionIdle.person))
		.orderBy('session.updated_at', 'desc')
		.orderBy('session.id')
		.execute();
	return rows as unknown as RunningSession[];
}

/** Ends sessions of a login: all, this one, or all but this one; says how many. */
export async function deleteSessionsOf(
	ctx: Context,
	login: string,
	{ only, but }: { readonly only?: string; readonly but?: string } = {},
): Promise<number> {
	const ended = await ctx.db
		.deleteFrom('people.session')
		.where('login_id', '=', login)
		.$if(only !== undefined, (query) => query.where('id', '=', only ?? ''))
		.$if(but !== undefined, (query) => query.where('id', '<>', but ?? ''))
		.executeTakeFirst();
	return Number(ended.numDeletedRows);
}

/** Ends the sessions of everybody; says how many. */
export async function deleteAllSessions(ctx: Context): Promise<number> {
	const ended = await ctx.db.deleteFrom('people.session').executeTakeFirst();
	return Number(ended.numDeletedRows);
}

/** Keeps the sessions of a login that were used last, and ends the others. */
export async function endOldestSessions(ctx: Context, login: string, kept: number): Promise<void> {
	await ctx.db
		.deleteFrom('people.session')
		.where('login_id', '=', login)
		.where('id', 'not in', (eb) =>
			eb
				.selectFrom('people.session')
				.select('id')
				.where('login_id', '=', login)
				.orderBy('updated_at', 'desc')
				.orderBy('created_at', 'desc')
				.orderBy('id', 'desc')
				.limit(kept),
		)
		.execute();
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
