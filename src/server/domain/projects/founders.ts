/** What founding needs to know of people and schools: where someone is validated, whom they know, what they are called. */
import { organisationFor } from '#domain/support';
import type { Context } from '#platform/context';
import { Forbidden } from '#platform/errors';
import { personOf, type OrganisationId, type PersonId } from '#shared/actor';
import type { FoundingPlace } from './founding.ts';
import {
	areContactsRow,
	availableRow,
	coverageOfSchool,
	nameOfRow,
	placesRows,
	schoolNameRow,
	schoolRows,
} from './founders.sql.ts';

/** The person who acts. */
export function me(ctx: Context): PersonId {
	const person = personOf(ctx.actor);
	if (person === undefined) throw new Forbidden('projects.person');
	return person;
}

/** The schools where a person is validated now, the usual one first. */
export function foundingPlacesOf(ctx: Context, person: PersonId): Promise<FoundingPlace[]> {
	return placesRows(ctx, person);
}

export function areMyContacts(ctx: Context, person: PersonId): Promise<boolean> {
	return areContactsRow(ctx, me(ctx), person);
}

/** Whether this person lets others pick them. */
export function isAvailable(ctx: Context, person: PersonId): Promise<boolean> {
	return availableRow(ctx, person);
}

export function nameOf(ctx: Context, person: PersonId): Promise<string> {
	return nameOfRow(ctx, person);
}

export function schoolName(ctx: Context, school: string): Promise<string> {
	return schoolNameRow(ctx, school);
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
