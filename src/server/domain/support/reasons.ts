/** Why a case is refused and why a case is opened: lists whose texts are messages, `support.reason.<code>`. */

const generalReasons = ['incomplete', 'duplicate', 'outside-programme', 'against-conduct', 'other'] as const;

const reasonsByKind: Readonly<Record<string, readonly string[]>> = {
	affiliation: ['not-confirmed-by-school', 'role-not-eligible', 'wrong-school'],
	school: ['not-a-school', 'wrong-details'],
	project: ['aims-unclear', 'no-shared-work', 'pupils-not-involved', 'partners-not-suitable'],
};

/** The reasons an officer may choose from for a kind of case, the particular ones first. */
export function refusalReasons(kind: string): readonly string[] {
	return [...(reasonsByKind[kind] ?? []), ...generalReasons];
}

/** `other` says nothing by itself. */
export function needsWords(reason: string): boolean {
	return reason === 'other' || reason === 'incomplete' || reason === 'wrong-details';
}

/** Why an officer opens personal data; the first is the usual one. */
export const lookReasons = ['to-decide', 'to-help', 'to-check-complaint'] as const;
export type LookReason = (typeof lookReasons)[number];
