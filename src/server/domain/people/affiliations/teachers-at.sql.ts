/** SQL of who is validated at a school. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import { isNotSuspended } from '../sign-in/suspension.sql.ts';

export type TeacherAt = { readonly id: PersonId; readonly name: string; readonly role: string };

const validatedAt = ({ now }: Context, school: string) => sql`
	from people.affiliation as affiliation
	join people.affiliation_validation as validation on validation.affiliation_id = affiliation.id
	join people.person as person on person.id = affiliation.person_id and ${isNotSuspended(now)}
	where affiliation.school_id = ${school}
		and not exists (select from people.affiliation_ending as ending where ending.affiliation_id = affiliation.id)`;

/** How many persons are validated at a school, still there and not suspended. */
export async function countTeachersAt(ctx: Context, school: string): Promise<number> {
	const found = await sql<{ count: number }>`
		select count(distinct affiliation.person_id) as count ${validatedAt(ctx, school)}`.execute(ctx.db);
	return found.rows[0]?.count ?? 0;
}

/** Those who were here last come first. */
export async function teachersOf(ctx: Context, school: string, most: number): Promise<TeacherAt[]> {
	const found = await sql<TeacherAt>`
		select person.id, person.name, at.role
		from (
			select distinct on (affiliation.person_id) affiliation.person_id, affiliation.role ${validatedAt(ctx, school)}
			order by affiliation.person_id, affiliation.is_default desc, affiliation.stated_at
		) as at join people.person as person on person.id = at.person_id
		order by person.last_active_at desc, person.id limit ${most}`.execute(ctx.db);
	return found.rows;
}
