/** All SQL of cards and pupils' sessions. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { overBefore } from '#platform/retention';
import type { PersonId, Pupil, PupilId } from '#shared/actor';
import { dayOf, type ClassId } from './class.ts';
import { deleteOldDoors } from './doors.sql.ts';

export type NewCard = { readonly pupil: PupilId; readonly hash: Buffer };

/** The new codes take the place of the old ones at once. */
export async function replaceCards(ctx: Context, by: PersonId, cards: readonly NewCard[]): Promise<void> {
	await ctx.db
		.insertInto('pupils.card')
		.values(
			cards.map((card) => ({ pupil_id: card.pupil, code_hash: card.hash, made_at: ctx.now, made_by: by })),
		)
		.onConflict((conflict) =>
			conflict.column('pupil_id').doUpdateSet((row) => ({
				code_hash: row.ref('excluded.code_hash'),
				made_at: row.ref('excluded.made_at'),
				made_by: row.ref('excluded.made_by'),
			})),
		)
		.execute();
}

/** The pupil's own new code: nobody else made it. */
export async function changeOwnCard(ctx: Context, pupil: PupilId, hash: Buffer): Promise<void> {
	await ctx.db
		.updateTable('pupils.card')
		.set({ code_hash: hash, made_at: ctx.now, made_by: null })
		.where('pupil_id', '=', pupil)
		.execute();
}

export type CardHolder = {
	readonly pupil: PupilId;
	readonly class: ClassId;
	readonly home_closed_at: Date | null;
	readonly time_zone: string;
};

/** Whose card has this code: a present pupil of a running class, with the clock of the school's country. */
export async function holderOf(ctx: Context, hash: Buffer): Promise<CardHolder | undefined> {
	return ctx.db
		.selectFrom('pupils.card as card')
		.innerJoin('pupils.pupil as pupil', 'pupil.id', 'card.pupil_id')
		.innerJoin('pupils.class as class', 'class.id', 'pupil.class_id')
		.innerJoin('schools.school as school', 'school.id', 'class.school_id')
		.innerJoin('places.country as country', 'country.code', 'school.country')
		.select(['pupil.id as pupil', 'class.id as class', 'class.home_closed_at', 'country.time_zone'])
		.where('card.code_hash', '=', hash)
		.where('pupil.ended_at', 'is', null)
		.where('class.ended_at', 'is', null)
		.executeTakeFirst();
}

/** Midnight at the end of this day in a time zone. */
export async function endOfDay(ctx: Context, timeZone: string): Promise<Date> {
	const found = await sql<{ end: Date }>`
		select (date_trunc('day', ${ctx.now}::timestamptz at time zone ${timeZone}) + interval '1 day')
			at time zone ${timeZone} as end`.execute(ctx.db);
	const [row] = found.rows;
	if (!row) throw new Error('no end of day');
	return row.end;
}

export async function openSession(
	ctx: Context,
	tokenHash: Buffer,
	pupil: PupilId,
	endsAt: Date,
): Promise<void> {
	await ctx.db
		.insertInto('pupils.session')
		.values({
			token_hash: tokenHash,
			pupil_id: pupil,
			opened_at: ctx.now,
			last_seen_at: ctx.now,
			ends_at: endsAt,
		})
		.execute();
	// the day is enough to see that the account is used
	await ctx.db
		.updateTable('pupils.pupil')
		.set({ last_used_on: dayOf(ctx.now) })
		.where('id', '=', pupil)
		.execute();
}

export type RunningSession = { readonly pupil: PupilId; readonly alias: string; readonly last_seen_at: Date };

/** One question on every request of a pupil: the session runs, the pupil is present, the class too. */
export async function runningSession(
	ctx: Context,
	tokenHash: Buffer,
	idleSince: Date,
): Promise<RunningSession | undefined> {
	return ctx.db
		.selectFrom('pupils.session as session')
		.innerJoin('pupils.pupil as pupil', 'pupil.id', 'session.pupil_id')
		.innerJoin('pupils.class as class', 'class.id', 'pupil.class_id')
		.select(['pupil.id as pupil', 'pupil.alias', 'session.last_seen_at'])
		.where('session.token_hash', '=', tokenHash)
		.where('session.ended_at', 'is', null)
		.where('session.ends_at', '>', ctx.now)
		.where('session.last_seen_at', '>', idleSince)
		.where('pupil.ended_at', 'is', null)
		.where('class.ended_at', 'is', null)
		.executeTakeFirst();
}

/** Notes the latest use of many sessions at once; what has ended stays ended. */
export async function noteSeen(
	ctx: Context,
	uses: readonly { readonly session: string; readonly at: Date }[],
): Promise<void> {
	await sql`
		update pupils.session as session set last_seen_at = used.at
		from unnest(${uses.map(({ session }) => Buffer.from(session, 'hex'))}::bytea[],
			${uses.map(({ at }) => at)}::timestamptz[]) as used (token_hash, at)
		where session.token_hash = used.token_hash and session.last_seen_at < used.at
			and session.ended_at is null`.execute(ctx.db);
}

export async function endSession(ctx: Context, tokenHash: Buffer): Promise<void> {
	await ctx.db
		.updateTable('pupils.session')
		.set({ ended_at: ctx.now })
		.where('token_hash', '=', tokenHash)
		.execute();
}

/** A new card or an ended account puts the pupil out of every browser. */
export async function endSessionsOf(ctx: Context, pupils: readonly PupilId[]): Promise<void> {
	if (pupils.length === 0) return;
	await ctx.db
		.updateTable('pupils.session')
		.set({ ended_at: ctx.now })
		.where('pupil_id', 'in', [...pupils])
		.where('ended_at', 'is', null)
		.execute();
}

/** Another secret puts everybody else out who came in with the old one. */
export async function endOtherSessionsOf(ctx: Context, { pupil, session }: Pupil): Promise<void> {
	await ctx.db
		.updateTable('pupils.session')
		.set({ ended_at: ctx.now })
		.where('pupil_id', '=', pupil)
		.where('token_hash', '!=', Buffer.from(session, 'hex'))
		.where('ended_at', 'is', null)
		.execute();
}

/** The hourly job that forgets sessions of days gone by, and the doors they came in by. */
export async function deleteOldSessions(ctx: Context): Promise<void> {
	const over = await overBefore(ctx, 'pupil_session');
	await ctx.db.deleteFrom('pupils.session').where('ends_at', '<', over).execute();
	await deleteOldDoors(ctx, over);
}
