// A desk before the deadline: many teachers of one country who wait to be validated, each with a name of their own.
import { sql } from 'kysely';
import { organisationFor } from '#domain/support';
import { newId } from '#platform/ids';
import type { WorldDatabase } from './database.ts';
import { schools } from './names.ts';

const day = 24 * 3600 * 1000;

/** Lets so many teachers of a school state their place there, one an hour, the last one at `now`. */
export async function aQueue(
	{ db, as }: WorldDatabase,
	count: number,
	{
		school = schools.ribeira,
		now = new Date(),
	}: { school?: (typeof schools)[keyof typeof schools]; now?: Date } = {},
): Promise<void> {
	const ctx = as({ kind: 'system' });
	const organisation = await organisationFor(ctx, { country: school.country });
	const rows = Array.from({ length: count }, (_, at) => ({
		person: newId(),
		affiliation: newId(),
		case: newId(),
		step: newId(),
		name: `Ana Número ${at + 1}`,
		at: new Date(now.getTime() - (count - 1 - at) * 3600 * 1000),
		left: new Date(now.getTime() + (at - count / 2) * 3600 * 1000 + 5 * day),
	}));
	const all = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
		as row (person uuid, affiliation uuid, "case" uuid, step uuid, name text, at timestamptz, "left" timestamptz)`;
	await sql`insert into people.person (id, name, country, locale, made_at, last_active_at)
		select person, name, ${school.country}, 'pt', at, at from ${all}`.execute(db);
	await sql`insert into people.affiliation (id, person_id, school_id, role, stated_at, is_default)
		select affiliation, person, ${school.id}, 'teacher', at, true from ${all}`.execute(db);
	await sql`insert into support.approval_case (id, kind, subject_id, applicant_id, opened_at)
		select "case", 'affiliation', affiliation, person, at from ${all}`.execute(db);
	await sql`insert into support.case_party (case_id, person_id, school_id)
		select "case", person, ${school.id} from ${all}`.execute(db);
	await sql`insert into support.case_round (case_id, round, opened_at, snapshot)
		select "case", 1, at, jsonb_build_object('role', 'teacher', 'school', ${school.name}::text,
			'town', ${school.town}::text, 'country', ${school.country}::text) from ${all}`.execute(db);
	await sql`insert into support.case_step (id, case_id, round, stage, organisation_id, opened_at, remind_at, escalate_at)
		select step, "case", 1, 1, ${organisation}, at, "left", "left" + interval '7 days' from ${all}`.execute(db);
}
