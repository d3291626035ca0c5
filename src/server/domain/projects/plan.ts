/** The founders' plan: what it holds, what it may hold at most, and what is missing before it can be sent. */

/** How the partners plan to work together; names are messages. */
export const plannedTools = [
	'pages',
	'updates',
	'forum',
	'chat',
	'e-mail',
	'video-meetings',
	'shared-documents',
	'pictures-and-videos',
	'quizzes-and-polls',
	'maps',
	'music-and-sound',
	'games',
	'exhibitions',
	'letters-and-parcels',
	'class-visits',
] as const;

export type Plan = {
	readonly title: string;
	readonly summary: string;
	readonly languages: readonly string[];
	readonly subjects: readonly string[];
	readonly agesFrom?: number | undefined;
	readonly agesTo?: number | undefined;
	readonly pupilsExpected?: number | undefined;
	readonly aims: string;
	readonly workPlan: string;
	readonly expectedResults: string;
	/** First day of the month, as `2026-11-01`. */
	readonly startsIn?: string | undefined;
	readonly endsIn?: string | undefined;
	readonly tools: readonly string[];
};

/** How much the plan may hold. */
export const planLimits = {
	title: 100,
	summary: 600,
	languages: 5,
	subjects: 8,
	longText: 2000,
	note: 1000,
	pupils: 100_000,
} as const;

export type PlanProblem = 'missing' | 'reversed';

/** What keeps the plan from being sent, by field; empty when it is complete. A draft may lack anything. */
export function problemsOf(plan: Plan): Partial<Record<keyof Plan, PlanProblem>> {
	const problems: Partial<Record<keyof Plan, PlanProblem>> = {};
	for (const field of required) {
		if (isMissing(plan[field])) problems[field] = 'missing';
	}
	if (isReversed(plan.agesFrom, plan.agesTo)) problems.agesTo = 'reversed';
	if (isReversed(plan.startsIn, plan.endsIn)) problems.endsIn = 'reversed';
	return problems;
}

/** Whether the plan can be sent. */
export function isComplete(plan: Plan): boolean {
	return Object.keys(problemsOf(plan)).length === 0;
}

const required = [
	'title',
	'summary',
	'languages',
	'subjects',
	'agesFrom',
	'agesTo',
	'pupilsExpected',
	'aims',
	'workPlan',
	'expectedResults',
	'startsIn',
	'endsIn',
] as const satisfies readonly (keyof Plan)[];

function isMissing(answer: Plan[keyof Plan]): boolean {
	return answer === undefined || (typeof answer !== 'number' && answer.length === 0);
}

function isReversed<T extends number | string>(from: T | undefined, to: T | undefined): boolean {
	return from !== undefined && to !== undefined && from > to;
}
