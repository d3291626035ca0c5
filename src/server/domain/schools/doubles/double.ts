/** Two entries of one school: when they may become one, and how long that can be undone. */
import type { SchoolId, SchoolKind, SchoolState } from '../school.ts';

/** So long what was joined can be parted again, with everything where it was. */
export const undoDays = 30;
const day = 24 * 3600 * 1000;

export type Entry = {
	readonly id: SchoolId;
	readonly country: string;
	readonly kind: SchoolKind;
	readonly state: SchoolState;
	readonly known: boolean;
};

/**
 * Why two entries cannot become one: they are one already; they lie in two countries; one educates teachers, the other has
 * pupils; nobody has confirmed one of
 * them, whose case is decided first; the one that would stay is closed.
 */
export type JoinObstacle = 'same-school' | 'other-country' | 'other-kind' | 'not-confirmed' | 'stays-closed';

export function obstacleOf(double: Entry, into: Entry): JoinObstacle | undefined {
	if (double.id === into.id) return 'same-school';
	if (double.country !== into.country) return 'other-country';
	if (double.kind !== into.kind) return 'other-kind';
	if (!double.known || !into.known) return 'not-confirmed';
	return into.state === 'closed' && double.state !== 'closed' ? 'stays-closed' : undefined;
}

/** Until when they can be parted. */
export function undoUntil(joinedAt: Date): Date {
	return new Date(joinedAt.getTime() + undoDays * day);
}
