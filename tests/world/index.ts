/** Builds the world: the facts about the people of names.ts, as if they had all gone through the platform before. */
import { sql } from 'kysely';
import { refreshPeople } from '#domain/partner-finding';
import { enterSchool } from '#domain/schools';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { newId } from '#platform/ids';
import type { Member, Officer, Teacher } from '#shared/actor';
import { affiliations, offices, people, schools, type PersonName } from './names.ts';

export { affiliations, offices, people, schools, type PersonName } from './names.ts';

/** The teacher as an actor. */
export function teacher(name: PersonName): Teacher {
	return { kind: 'teacher', person: people[name].id, session: `session-of-${name}` };
}

/** A signed-in person whose place at a school is not decided. */
export function member(name: PersonName): Member {
	return { kind: 'member', person: people[name].id, session: `session-of-${name}` };
}

/** The officer at the desk; the central desk holds a central office. */
export async function officer(ctx: Context, name: keyof typeof offices): Promise<Officer> {
	const organisation = await organisationOf(ctx, people[name].office);
	const officeKind = people[name].office === 'central' ? 'central' : 'validator';
	const session = `session-of-${name}`;
	return {
		kind: 'officer',
		person: people[name].id,
		session,
		office: offices[name],
		officeKind,
		organisation,
	};
}

/** Fills a migrated database with the world. */
export async function buildWorld(ctx: Context): Promise<void> {
	await inTransaction(ctx, async (inside) => {
		await addSchools(inside);
		await addPeople(inside);
		await addOffices(inside);
		await addAffiliations(inside);
		await refreshPeople(
			inside,
			Object.values(people).map(({ id }) => id),
		);
	});
}

async function organisationOf(ctx: Context, where: string): Promise<string> {
	const query = ctx.db.selectFrom('support.organisation').select('id');
	const found = await (
		where === 'central' ? query.where('kind', '=', 'central') : query.where('country', '=', where)
	).executeTakeFirstOrThrow();
	return found.id;
}

async function addSchools(ctx: Context): Promise<void> {
	for (const school of Object.values(schools)) {
		await enterSchool(ctx, { ...school, register: { scheme: 'world', code: school.id.slice(-3) } });
	}
}

async function addPeople(ctx: Context): Promise<void> {
	for (const [key, person] of Object.entries(people)) {
		const { id, name, country, locale } = person;
		const email = `${key}@example.org`;
		await ctx.db
			.insertInto('people.person')
			.values({ id, name, country, locale, email, made_at: ctx.now, last_active_at: ctx.now })
			.execute();
		if (!('subjects' in person)) continue;
		await ctx.db
			.insertInto('people.profile')
			.values({
				person_id: id,
				about: person.about,
				about_locale: locale,
				subjects: [...person.subjects],
				ages_from: person.ages[0],
				ages_to: person.ages[1],
				changed_at: ctx.now,
			})
			.execute();
		await ctx.db
			.insertInto('people.spoken_language')
			.values(
				Object.entries(person.languages).map(([language, level]) => ({ person_id: id, language, level })),
			)
			.execute();
	}
}

async function addOffices(ctx: Context): Promise<void> {
	for (const [name, id] of Object.entries(offices)) {
		const person = people[name as keyof typeof offices];
		const organisation_id = await organisationOf(ctx, person.office);
		const kind = person.office === 'central' ? 'central' : 'validator';
		await ctx.db
			.insertInto('support.office')
			.values({ id, organisation_id, person_id: person.id, kind, given_at: ctx.now })
			.execute();
	}
}

/** Validated teachers have a decided case behind them; the pending member has stated nothing yet. */
async function addAffiliations(ctx: Context): Promise<void> {
	for (const [name, person] of Object.entries(people)) {
		if (!('school' in person) || !person.validated) continue;
		const id = affiliations[name as PersonName];
		const school = schools[person.school];
		await ctx.db
			.insertInto('people.affiliation')
			.values({
				id,
				person_id: person.id,
				school_id: school.id,
				role: 'teacher',
				stated_at: ctx.now,
				is_default: true,
			})
			.execute();
		const case_id = await addGrantedCase(ctx, id, person.id, school.country);
		await ctx.db
			.insertInto('people.affiliation_validation')
			.values({ affiliation_id: id, case_id, validated_at: ctx.now })
			.execute();
	}
}

async function addGrantedCase(
	ctx: Context,
	subject_id: string,
	applicant_id: string,
	country: string,
): Promise<string> {
	const id = newId();
	const step = newId();
	const organisation_id = await organisationOf(ctx, country);
	const office = await ctx.db
		.selectFrom('support.office')
		.select('id')
		.where('kind', '=', 'central')
		.executeTakeFirstOrThrow();
	await ctx.db
		.insertInto('support.approval_case')
		.values({ id, kind: 'affiliation', subject_id, applicant_id, opened_at: ctx.now })
		.execute();
	await ctx.db.insertInto('support.case_party').values({ case_id: id, person_id: applicant_id }).execute();
	await ctx.db
		.insertInto('support.case_round')
		.values({
			case_id: id,
			round: 1,
			opened_at: ctx.now,
			snapshot: '{}',
			decided_at: ctx.now,
			outcome: 'granted',
		})
		.execute();
	await ctx.db
		.insertInto('support.case_step')
		.values({
			id: step,
			case_id: id,
			round: 1,
			stage: 1,
			organisation_id,
			opened_at: ctx.now,
			closed_at: ctx.now,
		})
		.execute();
	await sql`insert into support.step_decision (step_id, decision, office_id, decided_at)
		values (${step}, 'granted', ${office.id}, ${ctx.now})`.execute(ctx.db);
	return id;
}
