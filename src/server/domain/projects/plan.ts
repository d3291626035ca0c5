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

/** What a project is about, beside the subjects it belongs to; names are messages. */
export const themes = [
	'climate-and-nature',
	'democracy-and-rights',
	'digital-life',
	'europe',
	'food-and-health',
	'heritage-and-traditions',
	'inclusion',
	'literature-and-reading',
	'media-literacy',
	'migration',
	'peace',
	'science-and-technology',
	'sport-and-play',
	'stories-and-theatre',
	'towns-and-landscapes',
	'well-being',
	'work-and-vocations',
] as const;

/** The key competences of the Council Recommendation of 22 May 2018 on lifelong learning (2018/C 189/01). */
export const competences = [
	'literacy',
	'multilingual',
	'mathematical-and-science',
	'digital',
	'personal-and-social',
	'citizenship',
	'entrepreneurship',
	'cultural-awareness',
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
	readonly themes: readonly string[];
	readonly competences: readonly string[];
	/** Of the Erasmus+ project that it belongs to; empty when to none. */
	readonly erasmusNumber: string;
	/** How many more schools it would take; undefined when none. */
	readonly partnersWanted?: number | undefined;
	/** First day of the last month in which they may come. */
	readonly partnersUntil?: string | undefined;
	/** Where they should come from; empty when from anywhere. */
	readonly partnersFrom: readonly string[];
};

/** A plan in which nothing has been answered yet. */
export const emptyPlan: Plan = {
	...{ title: '', summary: '', languages: [], subjects: [], aims: '', workPlan: '', expectedResults: '' },
	...{ tools: [], themes: [], competences: [], erasmusNumber: '', partnersFrom: [] },
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
	themes: 5,
	erasmusNumber: 40,
	partners: 30,
	partnersFrom: 10,
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

/** Whether more schools may ask to come, until the end of the month that the plan names. */
export function takesPartners(plan: Pick<Plan, 'partnersWanted' | 'partnersUntil'>, now: Date): boolean {
	if (plan.partnersWanted === undefined) return false;
	return plan.partnersUntil === undefined || plan.partnersUntil.slice(0, 7) >= now.toISOString().slice(0, 7);
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
