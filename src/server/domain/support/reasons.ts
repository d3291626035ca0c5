/** Why a case is refused and why it is opened: codes whose texts are messages, `support.reason.<code>`. */

/** Fit some kinds of case only: each kind names its own in its manifest. */
export const particularReasons = [
	'not-confirmed-by-school',
	'role-not-eligible',
	'wrong-school',
	'not-a-school',
	'aims-unclear',
	'no-shared-work',
	'pupils-not-involved',
	'partners-not-suitable',
	'points-too-few',
	'minimum-not-met',
	'evidence-missing',
] as const;
export type ParticularReason = (typeof particularReasons)[number];

/** Fit every kind. */
export const generalReasons = [
	'incomplete',
	'wrong-details',
	'duplicate',
	'outside-programme',
	'against-conduct',
	'other',
] as const;
export type RefusalReason = ParticularReason | (typeof generalReasons)[number];

/** The reasons an officer may choose from, the particular ones first. */
export function refusalReasons(particular: readonly ParticularReason[] = []): readonly RefusalReason[] {
	return [...particular, ...generalReasons];
}

/** These say too little by themselves. */
export function needsWords(reason: string): boolean {
	return reason === 'other' || reason === 'incomplete' || reason === 'wrong-details';
}

/** Why an officer opens personal data; the first is the usual one. */
export const lookReasons = ['to-decide', 'to-help', 'to-check-complaint'] as const;
export type LookReason = (typeof lookReasons)[number];

/** What an officer is about who opens personal data without a case. */
export const lookOccasions = ['merging'] as const;
export type LookOccasion = (typeof lookOccasions)[number];
