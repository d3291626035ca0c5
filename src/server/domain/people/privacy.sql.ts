/** SQL of a person's rights: everything about one person, its erasure, two accounts made one. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import { insertEnding, runningAffiliations } from './affiliations/affiliations.sql.ts';

export async function personRows(ctx: Context, person: PersonId) {
	const { db } = ctx;
	return {
		person: await db
			.selectFrom('people.person')
			.select(['id', 'name', 'email', 'locale', 'country', 'made_at', 'last_active_at'])
			.where('id', '=', person)
			.executeTakeFirst(),
		places: await db
			.selectFrom('people.affiliation as affiliation')
			.leftJoin('people.affiliation_validation as validation', 'validation.affiliation_id', 'affiliation.id')
			.leftJoin('people.affiliation_ending as ending', 'ending.affiliation_id', 'affiliation.id')
			.select([
				'affiliation.school_id',
				'affiliation.role',
				'affiliation.stated_at',
				'validation.validated_at',
				'ending.ended_at',
			])
			.where('affiliation.person_id', '=', person)
			.execute(),
		sessions: await db
			.selectFrom('people.session as session')
			.innerJoin('people.person as person', 'person.login_id', 'session.login_id')
			.select(['session.created_at', 'session.updated_at', 'session.expires_at'])
			.where('person.id', '=', person)
			.execute(),
	};
}

/** Deletes what only the person needs; the row that others' work points to stays, without a name. */
export async function erasePerson(ctx: Context, person: PersonId): Promise<void> {
	const { db } = ctx;
	const row = await db
		.selectFrom('people.person')
		.select(['login_id', 'email'])
		.where('id', '=', person)
		.executeTakeFirst();
	await endAllPlaces(ctx, person);
	await db.deleteFrom('people.spoken_language').where('person_id', '=', person).execute();
	await db.deleteFrom('people.profile').where('person_id', '=', person).execute();
	await db
		.updateTable('people.person')
		.set({ name: '', email: null, country: null, login_id: null })
		.where('id', '=', person)
		.execute();
	// sessions and credentials go with the login
	if (row?.login_id) await db.deleteFrom('people.login').where('id', '=', row.login_id).execute();
	if (!row?.email) return;
	await db.deleteFrom('people.link').where('email', '=', row.email).execute();
	await db.deleteFrom('people.joining').where('email', '=', row.email).execute();
}

/** Who is gone works nowhere, and is found by nobody. */
async function endAllPlaces(ctx: Context, person: PersonId): Promise<void> {
	for (const place of await runningAffiliations(ctx, [person])) await insertEnding(ctx, place, person);
}

/** Gives the places of one person to another, but for schools the other has already. */
export async function movePlaces(ctx: Context, from: PersonId, into: PersonId): Promise<string[]> {
	const { db } = ctx;
	const taken = await db
		.selectFrom('people.affiliation')
		.select('school_id')
		.where('person_id', '=', into)
		.execute();
	const schools = taken.map(({ school_id }) => school_id);
	const moved = await db
		.updateTable('people.affiliation')
		.set({ person_id: into, is_default: false })
		.where('person_id', '=', from)
		.$if(schools.length > 0, (query) => query.where('school_id', 'not in', schools))
		.returning('id')
		.execute();
	return moved.map(({ id }) => id);
}

export async function givePlacesBack(ctx: Context, places: readonly string[], to: PersonId): Promise<void> {
	if (places.length === 0) return;
	await ctx.db
		.updateTable('people.affiliation')
		.set({ person_id: to })
		.where('id', 'in', [...places])
		.execute();
}
