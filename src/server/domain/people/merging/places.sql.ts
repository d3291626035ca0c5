/** SQL of the places of two accounts that become one, and come apart again. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import type { SchoolRole } from '#shared/vocabulary';
import type { HeldPlace } from './weigh-places.ts';

/** Every place of a person, ended ones too. */
export async function placesHeld(ctx: Context, person: PersonId): Promise<HeldPlace[]> {
	const rows = await ctx.db
		.selectFrom('people.affiliation as place')
		.leftJoin('people.affiliation_validation as validation', 'validation.affiliation_id', 'place.id')
		.leftJoin('people.affiliation_ending as ending', 'ending.affiliation_id', 'place.id')
		.select(['place.id', 'place.person_id as person', 'place.school_id as school', 'place.role'])
		.select(['place.is_default as isDefault', 'validation.validated_at', 'ending.ended_at'])
		.where('place.person_id', '=', person)
		.orderBy('place.stated_at')
		.orderBy('place.id')
		.execute();
	return rows.map(({ validated_at, ended_at, role, ...place }) => ({
		...place,
		role: role as SchoolRole,
		standing: ended_at !== null ? 'ended' : validated_at !== null ? 'validated' : 'stated',
	}));
}

/** Gives places to a person, who is not shown under any of them for it. */
export async function givePlaces(ctx: Context, ids: readonly string[], to: PersonId): Promise<void> {
	if (ids.length === 0) return;
	await ctx.db
		.updateTable('people.affiliation')
		.set({ person_id: to, is_default: false })
		.where('id', 'in', [...ids])
		.execute();
}

/** An ending is taken back, unless the person has stated the place anew since. */
export async function takeEndingBack(ctx: Context, { id, person, school }: HeldPlace): Promise<boolean> {
	const again = (await placesHeld(ctx, person)).some(
		(place) => place.school === school && place.standing !== 'ended',
	);
	if (again) return false;
	await ctx.db.deleteFrom('people.affiliation_ending').where('affiliation_id', '=', id).execute();
	return true;
}

/** The person is shown under this place, as long as it runs and they are shown under no other. */
export async function showUnder(ctx: Context, place: string, person: PersonId): Promise<void> {
	const held = await placesHeld(ctx, person);
	if (held.some(({ isDefault }) => isDefault)) return;
	if (!held.some(({ id, standing }) => id === place && standing !== 'ended')) return;
	await ctx.db.updateTable('people.affiliation').set({ is_default: true }).where('id', '=', place).execute();
}
