import { describe, expect, test } from 'vitest';
import { isEnough, problemsOfAssessment, totalOf, type Assessment } from './assessment.ts';
import { checks, emptyApplication, problemsOf, schoolYearOf, stateOf } from './label.ts';

const rule = { applicationsAYear: 4, pointsNeeded: 13, pointsEach: 2, feedbackLeast: 200 };
const met = { 'pupils-together': true, 'choice-of-tools': true, 'safety-and-rights': true };
const with13: Assessment = {
	points: { collaboration: 3, technology: 3, pedagogy: 3, curriculum: 2, results: 2 },
	met,
	notes: { curriculum: 'x'.repeat(200), results: 'x'.repeat(200) },
	words: 'Well done.',
};

describe('whether it is enough', () => {
	test('thirteen points, two for each criterion and all minimums', () => {
		expect(totalOf(with13)).toBe(13);
		expect(isEnough(with13, rule)).toBe(true);
	});

	test('not with a point less, with a weak criterion, or with one minimum that is not met', () => {
		const points = with13.points;
		expect(isEnough({ ...with13, points: { ...points, collaboration: 2 } }, rule)).toBe(false);
		expect(isEnough({ ...with13, points: { ...points, results: 1, collaboration: 5 } }, rule)).toBe(false);
		expect(isEnough({ points: { ...points }, met: { ...met, 'safety-and-rights': false } }, rule)).toBe(
			false,
		);
		expect(isEnough({ points: {}, met: {} }, rule)).toBe(false);
	});
});

describe('what an assessment still lacks', () => {
	test('nothing, when all is marked and what is weak is explained', () => {
		expect(problemsOfAssessment(with13, rule)).toEqual({});
	});

	test('every mark, and words wherever one is low', () => {
		expect(problemsOfAssessment({ points: {}, met: {}, notes: {}, words: ' ' }, rule)).toEqual({
			...{ collaboration: 'undecided', technology: 'undecided', pedagogy: 'undecided' },
			...{ curriculum: 'undecided', results: 'undecided', 'pupils-together': 'undecided' },
			...{ 'choice-of-tools': 'undecided', 'safety-and-rights': 'undecided', words: 'unexplained' },
		});
		const unmet = { ...with13, met: { ...met, 'choice-of-tools': false }, notes: { curriculum: 'weak' } };
		expect(problemsOfAssessment(unmet, rule)).toEqual({
			...{ curriculum: 'unexplained', results: 'unexplained', 'choice-of-tools': 'unexplained' },
		});
	});
});

describe('what an application still lacks', () => {
	const complete = {
		...emptyApplication,
		...{ checks, evidence: ['page'], collaboration: 'a', technology: 'b', pedagogy: 'c' },
		...{ curriculum: 'd', results: 'e' },
	};

	test('everything at first, nothing in the end', () => {
		expect(Object.keys(problemsOf(emptyApplication, 'draft'))).toHaveLength(7);
		expect(problemsOf(complete, 'draft')).toEqual({});
		expect(problemsOf({ ...complete, checks: checks.slice(1) }, 'draft')).toEqual({ checks: 'unchecked' });
	});

	test('the second one says what is to be looked at again', () => {
		expect(problemsOf(complete, 'refused')).toEqual({ review: 'missing', note: 'missing' });
		expect(problemsOf({ ...complete, review: ['results'], note: 'New pages.' }, 'refused')).toEqual({});
	});
});

test('where an application stands follows from what happened to it', () => {
	const facts = { round: undefined, refused: false, awarded: false };
	expect(stateOf(facts)).toBe('draft');
	expect(stateOf({ ...facts, round: 1 })).toBe('sent');
	expect(stateOf({ ...facts, round: 1, refused: true })).toBe('refused');
	expect(stateOf({ ...facts, round: 2 })).toBe('sent');
	expect(stateOf({ ...facts, round: 2, refused: true })).toBe('refused-again');
	expect(stateOf({ round: 2, refused: false, awarded: true })).toBe('awarded');
});

test.each([
	['2026-08-31', 2025],
	['2026-09-01', 2026],
	['2027-01-15', 2026],
])('%s lies in the school year that began in %i', (day, year) => {
	expect(schoolYearOf(day)).toBe(year);
});
