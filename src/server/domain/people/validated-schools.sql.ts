/** Fragment: where a person is validated now; other parts join it to ask "of the same school". */
import { sql, type RawBuilder } from 'kysely';
import type { PersonId } from '#shared/actor';

/** Rows { school_id }: the schools at which the person is validated and still works. */
export function validatedSchoolsOf(person: PersonId): RawBuilder<{ school_id: string }> {
	return sql<{ school_id: string }>`(
		select distinct affiliation.school_id
		from people.affiliation
		join people.affiliation_validation validation on validation.affiliation_id = affiliation.id
		where affiliation.person_id = ${person}
			and not exists (select from people.affiliation_ending ending where ending.affiliation_id = affiliation.id))`;
}
