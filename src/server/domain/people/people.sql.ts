/** How other parts read people: fragments that carry along who may see whom. */
import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';
import { jsonObjectFrom } from 'kysely/helpers/postgres';
import { schoolCard, type SchoolCard } from '#domain/schools';
import type { Context } from '#platform/context';
import type { DB } from '#platform/schema';
import { personOf, type Actor, type PersonId } from '#shared/actor';
import { defaultSchoolOf, isFindable } from './affiliations/affiliations.sql.ts';

const eb = expressionBuilder<DB, never>();

export type PersonCard = {
	readonly id: PersonId;
	readonly name: string;
	readonly country: string | null;
	/** The school under which the person appears. */
	readonly school: SchoolCard | null;
};

/**
 * True for the persons this actor may find: validated teachers see each other; everyone sees themself.
 * Officers see persons through cases only; pupils, guests and visitors find nobody.
 */
export function visiblePeople(actor: Actor, person: Expression<string>): Expression<SqlBool> {
	const own = personOf(actor);
	if (own === undefined) return sql<SqlBool>`false`;
	const self = eb(person, '=', own);
	return actor.kind === 'teacher' ? eb.or([self, isFindable(person)]) : self;
}

/** A person as one nested value: id, name, country, school. Join it only to rows the reader may see. */
export function personCard(person: Expression<string>) {
	return jsonObjectFrom(
		eb
			.selectFrom('people.person as card')
			.select(['card.id', 'card.name', 'card.country'])
			.select(({ ref }) => schoolCard(defaultSchoolOf(ref('card.id'))).as('school'))
			.where('card.id', '=', person),
	);
}

export async function cardsOf(ctx: Context, ids: readonly PersonId[]): Promise<PersonCard[]> {
	if (ids.length === 0) return [];
	return cards(ctx)
		.where('person.id', 'in', [...ids])
		.execute();
}

export async function visibleCard(ctx: Context, id: PersonId): Promise<PersonCard | undefined> {
	return cards(ctx)
		.where('person.id', '=', id)
		.where(({ ref }) => visiblePeople(ctx.actor, ref('person.id')))
		.executeTakeFirst();
}

function cards(ctx: Context) {
	return ctx.db
		.selectFrom('people.person as person')
		.select(['person.id', 'person.name', 'person.country'])
		.select(({ ref }) => schoolCard(defaultSchoolOf(ref('person.id'))).as('school'));
}
