/** What founding asks of people, schools and contacts: where someone is validated, whom they know, what they are called. */
import { areContacts, contactsFor } from '#domain/contacts';
import { personCards, unavailableAmong, validatedAffiliationsAmong } from '#domain/people';
import { institutionsAmong, schoolCards, schoolFor, type SchoolCard } from '#domain/schools';
import { organisationFor } from '#domain/support';
import { asActor, type Context } from '#platform/context';
import { Forbidden } from '#platform/errors';
import { personOf, system, type OrganisationId, type PersonId } from '#shared/actor';
import type { FoundingPlace } from './founding.ts';

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
	return (await placesAmong(ctx, [person])).get(person) ?? [];
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
	const contacts = await contactsFor(ctx);
	const ids = contacts.map((contact) => contact.id);
	const places = await placesAmong(ctx, ids);
	const unavailable = await unavailableAmong(ctx, ids);
	return contacts.map(({ id, name }) => ({
		id,
		name,
		available: !unavailable.has(id),
		places: places.get(id) ?? [],
	}));
}

export function areMyContacts(ctx: Context, person: PersonId): Promise<boolean> {
	return areContacts(ctx, me(ctx), person);
}

/** Whether this person lets others pick them. */
export async function isAvailable(ctx: Context, person: PersonId): Promise<boolean> {
	return !(await unavailableAmong(ctx, [person])).has(person);
}

/** Names by person; who has left is missing. */
export async function namesOf(ctx: Context, persons: readonly PersonId[]): Promise<Map<PersonId, string>> {
	const cards = await personCards(ctx, persons);
	return new Map([...cards].map(([id, card]) => [id, card.name]));
}

export async function nameOf(ctx: Context, person: PersonId): Promise<string> {
	return (await namesOf(ctx, [person])).get(person) ?? '';
}

/** The schools of a project the reader has reached: whoever sees the project may know them. */
export function schoolsById(ctx: Context, ids: readonly string[]): Promise<Map<string, SchoolCard>> {
	return schoolCards(asActor(ctx, system), ids);
}

export async function schoolName(ctx: Context, school: string): Promise<string> {
	return (await schoolsById(ctx, [school])).get(school)?.name ?? '';
}

/** The support organisation that decides for a school. */
export async function organisationOfSchool(ctx: Context, id: string): Promise<OrganisationId> {
	const { country, region, language } = await schoolFor(asActor(ctx, system), id);
	return organisationFor(ctx, { country, ...(region && { region }), ...(language && { language }) });
}

async function placesAmong(ctx: Context, persons: readonly PersonId[]): Promise<Map<PersonId, NamedPlace[]>> {
	const places = await validatedAffiliationsAmong(ctx, persons);
	const schools = await schoolsById(
		ctx,
		places.map((place) => place.school),
	);
	const institutions = new Set((await institutionsAmong(ctx, [...schools.keys()])).map(({ id }) => id));
	const byPerson = new Map<PersonId, NamedPlace[]>();
	for (const { person, school, role } of places) {
		const card = schools.get(school);
		if (!card) continue;
		const own = byPerson.get(person) ?? [];
		const studies = role === 'trainee-teacher' && institutions.has(school);
		byPerson.set(person, [...own, { school, role, studies, country: card.country, name: card.name }]);
	}
	return byPerson;
}
