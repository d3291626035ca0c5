/** What an officer thinks of an application, and whether it is enough. Pure. */
import {
	criteria,
	explainedBelow,
	minimums,
	type Criterion,
	type Minimum,
	type Reviewable,
} from './label.ts';

/** How many may be sent, and what is needed. */
export type LabelRule = {
	readonly applicationsAYear: number;
	readonly pointsNeeded: number;
	readonly pointsEach: number;
	/** How many letters explain a criterion with few points. */
	readonly feedbackLeast: number;
};

export const ruleBounds = {
	applicationsAYear: { least: 1, most: 10 },
	pointsNeeded: { least: 5, most: 25 },
	pointsEach: { least: 0, most: 5 },
	feedbackLeast: { least: 0, most: 500 },
} as const satisfies Record<keyof LabelRule, { readonly least: number; readonly most: number }>;

export type Assessment = {
	readonly points: Readonly<Partial<Record<Criterion, number>>>;
	readonly met: Readonly<Partial<Record<Minimum, boolean>>>;
	/** Beside each criterion and minimum. */
	readonly notes: Readonly<Partial<Record<Reviewable, string>>>;
	/** On the whole. */
	readonly words: string;
};

export type AssessmentProblem = 'undecided' | 'unexplained';

/** What is missing before it can be given: every mark, and words wherever a mark is low. */
export function problemsOfAssessment(
	{ points, met, notes, words }: Assessment,
	{ feedbackLeast }: LabelRule,
): Partial<Record<Reviewable | 'words', AssessmentProblem>> {
	const found: Partial<Record<Reviewable | 'words', AssessmentProblem>> = {};
	for (const criterion of criteria) {
		const given = points[criterion];
		if (given === undefined) found[criterion] = 'undecided';
		else if (given < explainedBelow && lettersIn(notes[criterion]) < feedbackLeast)
			found[criterion] = 'unexplained';
	}
	for (const minimum of minimums) {
		if (met[minimum] === undefined) found[minimum] = 'undecided';
		else if (!met[minimum] && lettersIn(notes[minimum]) === 0) found[minimum] = 'unexplained';
	}
	if (words.trim() === '') found.words = 'unexplained';
	return found;
}

export function totalOf({ points }: Pick<Assessment, 'points'>): number {
	return criteria.reduce((total, criterion) => total + (points[criterion] ?? 0), 0);
}

/** Whether the label can be awarded: enough points together and each, and every minimum met. */
export function isEnough({ points, met }: Pick<Assessment, 'points' | 'met'>, rule: LabelRule): boolean {
	return (
		totalOf({ points }) >= rule.pointsNeeded &&
		criteria.every((criterion) => (points[criterion] ?? 0) >= rule.pointsEach) &&
		minimums.every((minimum) => met[minimum] === true)
	);
}

function lettersIn(words: string | undefined): number {
	return (words ?? '').trim().length;
}
