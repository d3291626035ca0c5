/** The rules of the approval engine, without any row: when a stage passes, when a round ends, who holds it. */

export type Decision = 'granted' | 'refused';

export type StepFacts = {
	readonly stage: number;
	readonly begun: boolean;
	readonly decision?: Decision;
};

export type Course =
	| { readonly is: 'granted' }
	| { readonly is: 'refused' }
	/** All steps of the stages before are granted: this one begins. */
	| { readonly is: 'begin'; readonly stage: number }
	| { readonly is: 'wait' };

/**
 * Stages run in order, the steps of one stage side by side; a stage passes when all its steps are
 * granted, one refusal ends the round.
 */
export function courseOf(steps: readonly StepFacts[]): Course {
	if (steps.some((step) => step.decision === 'refused')) return { is: 'refused' };
	const undecided = steps.filter((step) => step.decision === undefined);
	if (undecided.length === 0) return { is: 'granted' };
	const stage = Math.min(...undecided.map((step) => step.stage));
	const current = steps.filter((step) => step.stage === stage);
	return current.every((step) => !step.begun) ? { is: 'begin', stage } : { is: 'wait' };
}

/** The stages of a round as steps: an organisation that covers both sides decides once. */
export function stepsOf<Organisation>(
	stages: readonly (readonly Organisation[])[],
): readonly { readonly stage: number; readonly place: number; readonly organisation: Organisation }[] {
	return stages.flatMap((organisations, index) =>
		[...new Set(organisations)].map((organisation, place) => ({ stage: index + 1, place, organisation })),
	);
}
