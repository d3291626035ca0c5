/** What founding needs to know of people and schools: where someone is validated, whom they know, what they are called. */
import { organisationFor } from '#domain/support';
import type { Context } from '#platform/context';
import { Forbidden } from '#platform/errors';
import { personOf, type OrganisationId, type PersonId } from '#shared/actor';
import type { FoundingPlace } from './founding.ts';
import {
	areContactsRow,
	availableRow,
	contactRows,
	coverageOfSchool,
	nameRows,
	placesRowsOf,
	schoolRows,
} from './founders.sql.ts';

/** The person who acts. */
export function me(ctx: Context): PersonId {
	const person = personOf(ctx.actor);
	if (person === undefined) throw new Forbidden('projects.person');
	return person;
}

/** A school where a person is validated, with its name. */
export type NamedPlace = FoundingPlace & { readonly name: string };

/** The schools where a person is validated now, the usual one first. */
export async function foundingPlacesOf(ctx: Context, person: PersonId): Promise<NamedPlace[]> {
	return placesRowsOf(ctx, [person]);
}

/** A contact as the founder chooses among them. */
export type Candidate = {
	readonly id: PersonId;
	readonly name: string;
	readonly available: boolean;
	readonly places: readonly NamedPlace[];
};

/** My contacts, with the schools at which they are validated. */
export async function candidatesFor(ctx: Context): Promise<Candidate[]> {
	const contacts = await contactRows(ctx, me(ctx));
	const places = await placesRowsOf(
		ctx,
		contacts.map((contact) => contact.id),
	);
	return contacts.map((contact) => ({
		...contact,
		places: places.filter((place) => place.person === contact.id),
	}));
}

export function areMyContacts(ctx: Context, person: PersonId): Promise<boolean> {
	return areContactsRow(ctx, me(ctx), person);
}

/** Whether this person lets others pick them. */
export function isAvailable(ctx: Context, person: PersonId): Promise<boolean> {
	return availableRow(ctx, person);
}

/** Names by person; who has left is missing. */
export function namesOf(ctx: Context, persons: readonly PersonId[]): Promise<Map<PersonId, string>> {
	return nameRows(ctx, persons);
}

export async function nameOf(ctx: Context, person: PersonId): Promise<string> {
	return (await nameRows(ctx, [person])).get(person) ?? '';
}

export async function schoolName(ctx: Context, school: string): Promise<string> {
	return (await schoolRows(ctx, [school])).get(school)?.name ?? '';
}

/** The support organisation that decides for a school. */
export async function organisationOfSchool(ctx: Context, school: string): Promise<OrganisationId> {
	return organisationFor(ctx, await coverageOfSchool(ctx, school));
}

export type SchoolFacts = {
	readonly id: string;
	readonly name: string;
	readonly town: string;
	readonly country: string;
};

/** Schools by id: name, town, country. */
export function schoolsById(ctx: Context, ids: readonly string[]): Promise<Map<string, SchoolFacts>> {
	return schoolRows(ctx, ids);
}
