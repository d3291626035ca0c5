/** The places of two accounts become those of one person, and go back to where they were. */
import { schoolFor } from '#domain/schools';
import { reopenCase, withdrawCase } from '#domain/support';
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import { insertEnding } from '../affiliations/affiliations.sql.ts';
import { snapshotOf } from '../affiliations/affiliation-case.ts';
import { closeLetters } from '../affiliations/evidence/evidence.sql.ts';
import { givePlaces, placesHeld, showUnder, takeEndingBack } from './places.sql.ts';
import { weighPlaces, type HeldPlace } from './weigh-places.ts';

/** What became of the places, to be undone. */
export type UnitedPlaces = {
	readonly moved: readonly string[];
	/** Ended for a better one at the same school; `asked` when their case ran. */
	readonly ended: readonly { readonly id: string; readonly asked: boolean }[];
	/** Under which place each account was shown. */
	readonly shown: { readonly from: string | undefined; readonly into: string | undefined };
};

/**
 * The better of two places at one school goes on, and what waits to be decided about the other is taken back. Nobody
 * has left a school: no one is told so. open-to-all: whoever unites accounts has been demanded.
 */
export async function unitePlaces(ctx: Context, from: PersonId, into: PersonId): Promise<UnitedPlaces> {
	const [given, kept] = [await placesHeld(ctx, from), await placesHeld(ctx, into)];
	const { moving, ending } = weighPlaces(given, kept);
	const moved = moving.map(({ id }) => id);
	const shown = { from: shownUnder(given), into: shownUnder(kept) };
	await givePlaces(ctx, moved, into);
	const ended = [];
	for (const place of ending) ended.push(await endForBetter(ctx, place, into));
	// who was shown under a place that a better one took the part of is shown under that one
	const lost = ending.find(({ id }) => id === shown.into);
	const heir = lost && moving.find(({ school, standing }) => school === lost.school && standing !== 'ended');
	const next = heir?.id ?? shown.from;
	if (next !== undefined) await showUnder(ctx, next, into);
	return { moved, ended, shown };
}

/** Gives every place back as it was; what waited to be decided waits again. open-to-all, like uniting. */
export async function partPlaces(
	ctx: Context,
	{ moved, ended, shown }: UnitedPlaces,
	{ from, into }: { readonly from: PersonId; readonly into: PersonId },
): Promise<void> {
	await givePlaces(ctx, moved, from);
	const places = [...(await placesHeld(ctx, from)), ...(await placesHeld(ctx, into))];
	for (const { id, asked } of ended) {
		const place = places.find((held) => held.id === id);
		if (place && (await takeEndingBack(ctx, place)) && asked) await askAgain(ctx, place);
	}
	if (shown.into !== undefined) await showUnder(ctx, shown.into, into);
	if (shown.from !== undefined) await showUnder(ctx, shown.from, from);
}

function shownUnder(places: readonly HeldPlace[]): string | undefined {
	return places.find(({ isDefault }) => isDefault)?.id;
}

async function endForBetter(ctx: Context, { id, person }: HeldPlace, by: PersonId) {
	const withdrawn = await withdrawCase(ctx, { kind: 'affiliation', subject: id });
	await closeLetters(ctx, id);
	await insertEnding(ctx, { id, person }, by, 'mistake');
	return { id, asked: withdrawn.ok };
}

async function askAgain(ctx: Context, { id, school, role }: HeldPlace): Promise<void> {
	const snapshot = snapshotOf(await schoolFor(ctx, school), role);
	await reopenCase(ctx, { kind: 'affiliation', subject: id, snapshot });
}
