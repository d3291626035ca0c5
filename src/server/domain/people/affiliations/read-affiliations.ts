/** Where people work, as pages and other parts ask. */
import { schoolCards, type SchoolCard } from '#domain/schools';
import { chainsFor, coursesFor, type CaseEvent, type Chain, type Standing } from '#domain/support';
import { asActor, type Context } from '#platform/context';
import { personOf, system, type PersonId } from '#shared/actor';
import { demand } from '../abilities.ts';
import { localesOf } from '../receivers.sql.ts';
import type { Affiliation, AffiliationId, EndedAffiliation } from './affiliation.ts';
import { endedAffiliations, runningAffiliations } from './affiliations.sql.ts';
import type { HeadLetter } from './evidence/evidence.ts';
import { lettersAbout } from './evidence/evidence.sql.ts';
import { evidenceForPerson, type OwnEvidence } from './evidence/read-evidence.ts';

/** All places of a person that have not ended, the default first; for the parts, which have reached the person. */
export async function affiliationsOf(ctx: Context, person: PersonId): Promise<Affiliation[]> {
	return runningAffiliations(ctx, [person]);
}

/** The places at which the person acts as a teacher. */
export async function validatedAffiliations(ctx: Context, person: PersonId): Promise<Affiliation[]> {
	const places = await runningAffiliations(ctx, [person]);
	return places.filter((place) => place.state === 'validated');
}

/** The same for many persons at once, in the order of each person's places. */
export async function validatedAffiliationsAmong(
	ctx: Context,
	persons: readonly PersonId[],
): Promise<Affiliation[]> {
	const places = await runningAffiliations(ctx, persons);
	return places.filter((place) => place.state === 'validated');
}

export type OwnAffiliation = Affiliation & {
	readonly card: SchoolCard;
	readonly chain: Chain | undefined;
};

/** What was done about a place of mine, the oldest first. */
export type PlaceEvent =
	| CaseEvent
	| {
			readonly at: Date;
			readonly what: 'school-written' | 'school-reminded' | 'school-answered' | 'school-silent';
	  };

/** What there is about one place besides its chain: who was asked, and what happened so far. */
export async function historyOfOwn(ctx: Context, places: readonly OwnAffiliation[]) {
	demand(ctx, 'people.see-own');
	const ids = places.map(({ id }) => id);
	const courses = await coursesFor(ctx, 'affiliation', ids);
	const letters = await lettersAbout(ctx, ids);
	const histories = new Map<AffiliationId, { events: PlaceEvent[]; evidence: OwnEvidence | undefined }>();
	for (const place of places) {
		const own = letters.filter((letter) => letter.affiliation === place.id);
		const events = [...(courses.get(place.id) ?? []), ...own.flatMap(eventsOfLetter)];
		histories.set(place.id, {
			events: events.sort((one, other) => one.at.getTime() - other.at.getTime()),
			evidence: await evidenceForPerson(ctx, place),
		});
	}
	return histories;
}

function eventsOfLetter(letter: HeadLetter): PlaceEvent[] {
	const { writtenAt, remindedAt, answeredAt, closedAt, expiresAt } = letter;
	const isSilent = closedAt !== undefined && answeredAt === undefined && closedAt >= expiresAt;
	return [
		{ at: writtenAt, what: 'school-written' },
		...(remindedAt ? [{ at: remindedAt, what: 'school-reminded' } as const] : []),
		...(answeredAt ? [{ at: answeredAt, what: 'school-answered' } as const] : []),
		...(isSilent ? [{ at: closedAt, what: 'school-silent' } as const] : []),
	];
}

/** Places where I was validated and am no longer. */
export async function pastPlaces(
	ctx: Context,
): Promise<(EndedAffiliation & { readonly card: SchoolCard })[]> {
	demand(ctx, 'people.see-own');
	const person = personOf(ctx.actor);
	const places = person === undefined ? [] : await endedAffiliations(ctx, person);
	const cards = await schoolCards(
		asActor(ctx, system),
		places.map(({ school }) => school),
	);
	return places.flatMap((place) => {
		const card = cards.get(place.school);
		return card ? [{ ...place, card }] : [];
	});
}

/** My places with who has each case, since when and what comes next. */
export async function ownAffiliations(ctx: Context): Promise<OwnAffiliation[]> {
	demand(ctx, 'people.see-own');
	const person = personOf(ctx.actor);
	const places = person === undefined ? [] : await runningAffiliations(ctx, [person]);
	// one's own places are shown whoever may see the school
	const cards = await schoolCards(
		asActor(ctx, system),
		places.map((place) => place.school),
	);
	const chains = await chainsFor(
		ctx,
		'affiliation',
		places.map((place) => place.id),
	);
	return places.flatMap((place) => {
		const card = cards.get(place.school);
		return card ? [{ ...place, card, chain: chains.get(place.id) }] : [];
	});
}

/** What support asks about persons, so that nobody decides about a colleague. */
export async function standingOf(
	ctx: Context,
	persons: readonly PersonId[],
): Promise<Map<PersonId, Standing>> {
	const places = await runningAffiliations(ctx, persons);
	const receivers = await localesOf(ctx, persons);
	return new Map(
		receivers.map(({ person, locale }) => [
			person,
			{ locale, schools: places.filter((place) => place.person === person).map((place) => place.school) },
		]),
	);
}
