/** Two accounts of one person made one: what a merging is, and how it stands. */
import type { PersonId } from '#shared/actor';

/** An officer's merging waits so long for a no of either account. */
export const refusableHours = 72;
/** So long what was united can come apart again. */
export const undoDays = 30;

export type Merging = {
	readonly id: string;
	/** The account that is given up. */
	readonly from: PersonId;
	/** The account that stays. */
	readonly into: PersonId;
	readonly askedBy: PersonId;
	/** Of the officer who asked; null when the person proved both accounts. */
	readonly office: string | null;
	readonly reason: string | null;
	readonly askedAt: Date;
	readonly dueAt: Date;
	readonly unitedAt: Date | null;
	readonly endedAt: Date | null;
	readonly settledAt: Date | null;
};

export type MergingState = 'waits' | 'united' | 'refused' | 'separated' | 'settled';

export function stateOf({ unitedAt, endedAt, settledAt }: Merging): MergingState {
	if (settledAt !== null) return 'settled';
	if (endedAt !== null) return unitedAt === null ? 'refused' : 'separated';
	return unitedAt === null ? 'waits' : 'united';
}

/** Until when it can be said no to, or undone; undefined when it is over. */
export function openUntil(merging: Merging): Date | undefined {
	const { dueAt, unitedAt } = merging;
	const state = stateOf(merging);
	if (state === 'waits') return dueAt;
	if (state !== 'united' || unitedAt === null) return undefined;
	return new Date(unitedAt.getTime() + undoDays * 24 * 3600_000);
}
