/** One person at the desk: closed at first, and opened by a look, for thirty minutes, with what helps them. */
import { countryLabel } from '#domain/places';
import { schoolCards } from '#domain/schools';
import {
	casesOfPerson,
	countriesCovered,
	officesOf,
	readUnderLook,
	type CaseOfPerson,
	type Office,
} from '#domain/support';
import { asActor, type Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import { system, type PersonId } from '#shared/actor';
import type { SchoolRole } from '#shared/vocabulary';
import { demand } from '../abilities.ts';
import { runningAffiliations } from '../affiliations/affiliations.sql.ts';
import { profileOf } from '../profiles/profiles.sql.ts';
import type { Profile } from '../profiles/profile.ts';
import { officerOf } from './find-at-desk.ts';
import { personOfCountries } from './persons-at-desk.sql.ts';

export type PersonAtDesk = {
	readonly person: PersonId;
	readonly cases: readonly CaseOfPerson[];
	/** Undefined while the person is closed. */
	readonly opened: OpenedPerson | undefined;
};

export type OpenedPerson = {
	/** The time of day at the desk. */
	readonly untilText: string;
	readonly name: string;
	readonly address: string | undefined;
	readonly country: string | undefined;
	readonly locale: string;
	readonly joinedAt: Date;
	readonly lastHereAt: Date;
	readonly places: readonly { id: string; school: string; town: string; role: SchoolRole; state: string }[];
	readonly offices: readonly Office[];
	readonly profile: Profile;
};

const shown = ['name', 'address', 'country', 'places', 'offices', 'profile'] as const;

/**
 * A person of the officer's countries with a case at this desk; others do not exist. Opened by `openLook` with one of
 * these cases; the audit line stands before an opened person is read.
 */
export async function personAtDesk(ctx: Context, person: PersonId): Promise<PersonAtDesk> {
	const { organisation } = officerOf(ctx);
	const countries = await countriesCovered(ctx, organisation);
	const known = isId(person) ? await personOfCountries(ctx, person, countries) : undefined;
	const cases = known ? await casesOfPerson(ctx, person) : [];
	if (!known || cases.length === 0) throw new NotFound('person');
	demand(ctx, 'people.find-at-desk');
	const look = await readUnderLook(ctx, person, shown);
	if (!look) return { person, cases, opened: undefined };
	return {
		person,
		cases,
		opened: {
			untilText: look.untilText,
			name: known.name,
			address: known.email ?? undefined,
			country: known.country ? (await countryLabel(ctx, known.country)).name : undefined,
			locale: known.locale,
			joinedAt: known.madeAt,
			lastHereAt: known.lastActiveAt,
			places: await placesOf(ctx, person),
			offices: await officesOf(ctx, person),
			profile: await profileOf(ctx, person),
		},
	};
}

async function placesOf(ctx: Context, person: PersonId): Promise<OpenedPerson['places']> {
	const places = await runningAffiliations(ctx, [person]);
	const schools = await schoolCards(
		asActor(ctx, system),
		places.map(({ school }) => school),
	);
	return places.flatMap(({ id, school, role, state }) => {
		const card = schools.get(school);
		return card ? [{ id, role, state, school: card.name, town: card.town }] : [];
	});
}
