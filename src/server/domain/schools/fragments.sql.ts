/** Pieces of SQL by which other parts read schools, so that what may be seen travels with the rows. */
import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';
import { jsonObjectFrom } from 'kysely/helpers/postgres';
import type { DB } from '#platform/schema';
import { personOf, type Actor } from '#shared/actor';
import { seesEverySchool } from './school.ts';

const eb = expressionBuilder<DB, never>();

/** True for the schools this actor may see; the same rule as `maySeeSchool`. */
export function visibleSchools(actor: Actor, school: Expression<string>): Expression<SqlBool> {
	if (seesEverySchool(actor)) return sql<SqlBool>`true`;
	const person = personOf(actor);
	if (person === undefined) return knownSchools(school);
	return eb.or([knownSchools(school), addedBy(person, school)]);
}

/** True for schools of a register, unless it was undone. */
export function registeredSchools(school: Expression<string>) {
	return eb.exists(
		eb
			.selectFrom('schools.register_key as key')
			.select('key.code')
			.where('key.school_id', '=', school)
			.where('key.withdrawn_at', 'is', null),
	);
}

/** True for schools of a register, and for those an officer has confirmed. */
export function knownSchools(school: Expression<string>) {
	return eb.or([
		registeredSchools(school),
		eb.exists(
			eb
				.selectFrom('schools.confirmation as confirmation')
				.select('confirmation.case_id')
				.where('confirmation.school_id', '=', school),
		),
	]);
}

/** True for schools this person added. */
export function addedBy(person: string, school: Expression<string>) {
	return eb.exists(
		eb
			.selectFrom('schools.addition as addition')
			.select('addition.school_id')
			.where('addition.school_id', '=', school)
			.where('addition.added_by', '=', person),
	);
}

/** The state a school is in: the line noted last, open when it has none. */
export function stateOfSchool(school: Expression<string>) {
	return eb.fn.coalesce(
		eb
			.selectFrom('schools.state_change as change')
			.select('change.state')
			.where('change.school_id', '=', school)
			.orderBy('change.noted_at', 'desc')
			.limit(1),
		sql<string>`'open'`,
	);
}

/** True for schools that have not closed, each once: entries that stand for another stay away. */
export function openSchools(school: Expression<string>) {
	return eb.and([eb(stateOfSchool(school), '<>', 'closed'), eb.not(standsForAnother(school))]);
}

/** True for second entries of a school. */
export function standsForAnother(school: Expression<string>) {
	return eb.exists(
		eb
			.selectFrom('schools.double as double')
			.select('double.id')
			.where('double.school_id', '=', school)
			.where('double.undone_at', 'is', null),
	);
}

/** The second entries of a school. */
export function entriesOf(school: string) {
	return eb
		.selectFrom('schools.double as second')
		.select('second.school_id')
		.where('second.into_id', '=', school)
		.where('second.undone_at', 'is', null);
}

/** The school that is meant by an id: itself, or the one it stands for. */
export function schoolMeant(id: string) {
	return eb.fn.coalesce(
		eb
			.selectFrom('schools.double as double')
			.select('double.into_id')
			.where('double.school_id', '=', id)
			.where('double.undone_at', 'is', null),
		eb.val(id),
	);
}

/** A school as one nested value: id, name, town, country. Join it only to rows the reader may see. */
export function schoolCard(school: Expression<string>) {
	// an alias nobody else uses: what is handed in may come from a row that is called `card` there
	return jsonObjectFrom(
		eb
			.selectFrom('schools.school as school_of_card')
			.select(['school_of_card.id', 'school_of_card.name', 'school_of_card.town', 'school_of_card.country'])
			.where('school_of_card.id', '=', school),
	);
}

/** The stages of schooling at a school. */
export function levelsOfSchool(school: Expression<string>) {
	return eb.selectFrom('schools.school as taught').select('taught.levels').where('taught.id', '=', school);
}

/** The country of a school, for counting and comparing. */
export function countryOfSchool(school: Expression<string>) {
	return eb.selectFrom('schools.school as place').select('place.country').where('place.id', '=', school);
}
