/** Who joins names the school in the same form; the place is stated the moment the address is confirmed. */
import { schoolCards, schoolFor } from '#domain/schools';
import { asActor, type Context } from '#platform/context';
import { refused, type Refused } from '#platform/result';
import { visitor, type Member } from '#shared/actor';
import type { SchoolRole } from '#shared/vocabulary';
import { otherWork } from './affiliation.ts';
import { addSchoolAndState, stateAffiliation } from './state-affiliation.ts';

/** A school of the list, or one that no register has. */
export type PlaceAsked = { readonly role: SchoolRole | typeof otherWork } & (
	{ readonly school: string } | { readonly name: string; readonly town: string }
);

export type PlaceRefusal = 'other-work' | 'school-closed';

/**
 * Why nobody can be an eTwinner at this place, known before anything is kept: whatever is refused here is mended
 * in the form. Says nothing about persons.
 */
export async function hindranceAt(
	ctx: Context,
	place: PlaceAsked,
): Promise<Refused<PlaceRefusal> | undefined> {
	if (place.role === otherWork) return refused('other-work', 'role');
	if (!('school' in place)) return undefined;
	const { state } = await schoolFor(asActor(ctx, visitor), place.school);
	return state === 'closed' ? refused('school-closed', 'school') : undefined;
}

export type PlaceLanding =
	| { readonly is: 'waiting' }
	| { readonly is: 'named'; readonly country: string; readonly text: string }
	| { readonly is: 'nowhere' };

/**
 * States the place for the person who has just come in. Between the form and the letter a school may have closed,
 * or been added by somebody else: then the person comes in all the same and searches once more.
 */
export async function statePlaceAtJoining(
	ctx: Context<Member>,
	country: string,
	place: PlaceAsked | undefined,
): Promise<PlaceLanding> {
	if (!place) return { is: 'nowhere' };
	const { role } = place;
	if ('name' in place) {
		const { name, town } = place;
		const outcome = await addSchoolAndState(ctx, { country, name, town, role });
		return outcome.ok ? { is: 'waiting' } : { is: 'named', country, text: `${name} ${town}` };
	}
	const card = (await schoolCards(ctx, [place.school])).get(place.school);
	const outcome = card && (await stateAffiliation(ctx, { school: card.id, role }));
	if (outcome?.ok) return { is: 'waiting' };
	return { is: 'named', country, text: card ? `${card.name} ${card.town}` : '' };
}
