/** What a part keeps at schools: it counts, moves and gives back its own rows when two entries of one school become one. */
import { parts } from '#platform/part';
import type { Context } from '#platform/context';
import type { SchoolId } from '../school.ts';

/** What an officer sees move. */
export const heldAtSchools = ['people', 'classes', 'projects'] as const;
export type HeldAtSchool = (typeof heldAtSchools)[number];
export type HeldCounts = Partial<Readonly<Record<HeldAtSchool, number>>>;

export type AtSchools = {
	/** How much stands at a school, for the preview. */
	readonly count?: (ctx: Context, school: SchoolId) => Promise<HeldCounts>;
	/** Moves everything from one school to another; what it returns undoes it. */
	readonly move: (ctx: Context, from: SchoolId, into: SchoolId) => Promise<unknown>;
	/** Gives back what was moved and still stands where it was moved to. */
	readonly giveBack: (ctx: Context, from: SchoolId, into: SchoolId, journal: never) => Promise<void>;
};

declare module '#platform/part' {
	interface Part {
		readonly atSchools?: AtSchools;
	}
}

/** Everything that stands at a school, of all parts. */
export async function countAt(ctx: Context, school: SchoolId): Promise<Record<HeldAtSchool, number>> {
	const counts = { people: 0, classes: 0, projects: 0 };
	for (const { atSchools } of parts()) Object.assign(counts, await atSchools?.count?.(ctx, school));
	return counts;
}

/** By part, what it noted. */
export type MoveJournal = Readonly<Record<string, unknown>>;

export async function moveAll(ctx: Context, from: SchoolId, into: SchoolId): Promise<MoveJournal> {
	const journal: Record<string, unknown> = {};
	for (const { name, atSchools } of parts()) {
		if (atSchools) journal[name] = (await atSchools.move(ctx, from, into)) ?? null;
	}
	return journal;
}

/** In the opposite order. */
export async function giveAllBack(
	ctx: Context,
	from: SchoolId,
	into: SchoolId,
	journal: MoveJournal,
): Promise<void> {
	for (const { name, atSchools } of parts().toReversed()) {
		if (atSchools && name in journal) await atSchools.giveBack(ctx, from, into, journal[name] as never);
	}
}
