/** People as others see them. */
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import { personOf, type PersonId } from '#shared/actor';
import { demand } from '../abilities.ts';
import { runningAffiliations } from '../affiliations/affiliations.sql.ts';
import type { Affiliation } from '../affiliations/affiliation.ts';
import { cardsOf, visibleCard, type PersonCard } from '../people.sql.ts';
import { profileOf } from './profiles.sql.ts';
import { asOthersSee, type Profile } from './profile.ts';

/** Names, countries and schools of people whom the caller has reached already (members of a space, founders). */
export async function personCards(
	ctx: Context,
	ids: readonly PersonId[],
): Promise<Map<PersonId, PersonCard>> {
	const cards = await cardsOf(ctx, [...new Set(ids)]);
	return new Map(cards.map((card) => [card.id, card]));
}

export type PersonPage = {
	readonly card: PersonCard;
	readonly profile: Profile;
	/** Places at which the person is validated. */
	readonly places: readonly Affiliation[];
	/** This is the reader. */
	readonly own: boolean;
};

/** The page of a person; whom the reader may not see does not exist. My own page is what others see of me. */
export async function profileFor(ctx: Context, person: PersonId): Promise<PersonPage> {
	const card = isId(person) ? await visibleCard(ctx, person) : undefined;
	if (!card) throw new NotFound('person');
	demand(ctx, 'people.see-profile');
	const places = await runningAffiliations(ctx, [person]);
	return {
		card,
		profile: asOthersSee(await profileOf(ctx, person)),
		places: places.filter((place) => place.state === 'validated'),
		own: personOf(ctx.actor) === person,
	};
}

/** My own profile, to change it. */
export async function ownProfile(ctx: Context): Promise<Profile> {
	demand(ctx, 'people.change-profile');
	const person = personOf(ctx.actor);
	if (person === undefined) throw new NotFound('person');
	return profileOf(ctx, person);
}

/** The country I named when I joined; undefined when there is none. */
export async function ownCountry(ctx: Context): Promise<string | undefined> {
	demand(ctx, 'people.see-own');
	const person = personOf(ctx.actor);
	const [card] = person === undefined ? [] : await cardsOf(ctx, [person]);
	return card?.country ?? undefined;
}
