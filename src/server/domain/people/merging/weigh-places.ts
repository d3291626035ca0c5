/** Which of two accounts' places the one person keeps. */
import type { PersonId } from '#shared/actor';
import type { SchoolRole } from '#shared/vocabulary';

/** A place as it stands when two accounts become one. */
export type HeldPlace = {
	readonly id: string;
	readonly person: PersonId;
	readonly school: string;
	readonly role: SchoolRole;
	readonly standing: 'validated' | 'stated' | 'ended';
	readonly isDefault: boolean;
};

const weight = { validated: 2, stated: 1, ended: 0 } as const;

export type Weighed = {
	/** Go to the account that stays. */
	readonly moving: readonly HeldPlace[];
	/** Run at a school where the other account's place is better, or as good: they end. */
	readonly ending: readonly HeldPlace[];
};

/**
 * A person works at a school once: of two running places the better one goes on, a validated one before one that waits,
 * and of equals that of the account that stays. Places of the past all come along.
 */
export function weighPlaces(given: readonly HeldPlace[], kept: readonly HeldPlace[]): Weighed {
	const moving: HeldPlace[] = [];
	const ending: HeldPlace[] = [];
	for (const place of given) {
		const rival = kept.find(({ school, standing }) => school === place.school && standing !== 'ended');
		if (place.standing === 'ended' || !rival) moving.push(place);
		else if (weight[place.standing] <= weight[rival.standing]) ending.push(place);
		else {
			moving.push(place);
			ending.push(rival);
		}
	}
	return { moving, ending };
}
