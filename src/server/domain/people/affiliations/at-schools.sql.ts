/**
 * What people have at schools, moved when two entries of one school become one: their places, what they asked for
 * while joining, and where the school is written to.
 */
import { sql } from 'kysely';
import type { AtSchools } from '#domain/schools';
import type { Context } from '#platform/context';
import { personOf } from '#shared/actor';
import { insertEnding } from './affiliations.sql.ts';
import { countTeachersAt } from './teachers-at.sql.ts';

type Ended = { readonly id: string; readonly person: string; readonly wasDefault: boolean };
type Journal = {
	readonly moved: readonly string[];
	readonly ended: readonly Ended[];
	readonly joinings: readonly string[];
	readonly mailboxes: readonly string[];
	/** The one that was written to until then, where the other entry had its own. */
	readonly retired: string | undefined;
};

export const placesAtSchools: AtSchools = {
	count: async (ctx, school) => ({ people: await countTeachersAt(ctx, school) }),
	async move(ctx, from, into): Promise<Journal> {
		const ended = await placesHeldTwice(ctx, from, into);
		const by = personOf(ctx.actor);
		for (const place of ended) await insertEnding(ctx, place, by ?? place.person);
		const moved = await sql<{ id: string }>`
			update people.affiliation set school_id = ${into} where school_id = ${from} returning id`.execute(ctx.db);
		const joinings = await sql<{ id: string }>`
			update people.joining set school_id = ${into} where school_id = ${from} returning id`.execute(ctx.db);
		return {
			moved: moved.rows.map(({ id }) => id),
			ended,
			joinings: joinings.rows.map(({ id }) => id),
			...(await moveMailboxes(ctx, from, into)),
		};
	},
	async giveBack(ctx, from, into, { moved, ended, joinings, mailboxes, retired }: Journal) {
		await sql`
			update people.affiliation set school_id = ${from}
			where school_id = ${into} and id = any(${[...moved]}::uuid[])`.execute(ctx.db);
		await sql`
			update people.joining set school_id = ${from}
			where school_id = ${into} and id = any(${[...joinings]}::uuid[])`.execute(ctx.db);
		await sql`
			update people.school_mailbox set school_id = ${from},
				replaced_at = case when id = ${retired ?? null} then null else replaced_at end
			where school_id = ${into} and id = any(${[...mailboxes]}::uuid[])`.execute(ctx.db);
		for (const place of ended) await beginAgain(ctx, place);
	},
};

/** The letters of a school go with it; of two addresses that are written to, that of the entry that stays holds. */
async function moveMailboxes(
	ctx: Context,
	from: string,
	into: string,
): Promise<Pick<Journal, 'mailboxes' | 'retired'>> {
	const retired = await sql<{ id: string }>`
		update people.school_mailbox set replaced_at = ${ctx.now}
		where school_id = ${from} and replaced_at is null and exists (
			select from people.school_mailbox as other where other.school_id = ${into} and other.replaced_at is null)
		returning id`.execute(ctx.db);
	const moved = await sql<{ id: string }>`
		update people.school_mailbox set school_id = ${into} where school_id = ${from} returning id`.execute(ctx.db);
	return { mailboxes: moved.rows.map(({ id }) => id), retired: retired.rows[0]?.id };
}

/** Who stated both has one place there from now on: the validated one, and of two alike the one that stays. */
async function placesHeldTwice(ctx: Context, from: string, into: string): Promise<Ended[]> {
	const running = (place: ReturnType<typeof sql>) => sql`not exists (
		select from people.affiliation_ending as ending where ending.affiliation_id = ${place})`;
	const validated = (place: ReturnType<typeof sql>) => sql`exists (
		select from people.affiliation_validation as validation
		where validation.affiliation_id = ${place})`;
	const found = await sql<Ended>`
		select one.id, one.person_id as person, one.is_default as "wasDefault"
		from people.affiliation as one
		join people.affiliation as other on other.person_id = one.person_id and other.school_id = ${into}
		where one.school_id = ${from} and ${running(sql`one.id`)} and ${running(sql`other.id`)}
			and not (${validated(sql`one.id`)} and not ${validated(sql`other.id`)})`.execute(ctx.db);
	return found.rows;
}

async function beginAgain(ctx: Context, { id, person, wasDefault }: Ended): Promise<void> {
	await ctx.db.deleteFrom('people.affiliation_ending').where('affiliation_id', '=', id).execute();
	if (!wasDefault) return;
	await ctx.db
		.updateTable('people.affiliation')
		.set({ is_default: false })
		.where('person_id', '=', person)
		.execute();
	await ctx.db.updateTable('people.affiliation').set({ is_default: true }).where('id', '=', id).execute();
}
