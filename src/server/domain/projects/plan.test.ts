import { expect, test } from 'vitest';
import { emptyPlan, isComplete, problemsOf, takesPartners, type Plan } from './plan.ts';

const complete: Plan = {
	...emptyPlan,
	title: 'Bread on both sides of the sea',
	summary: 'Two classes bake, measure and tell.',
	languages: ['en'],
	subjects: ['mathematics'],
	agesFrom: 9,
	agesTo: 11,
	pupilsExpected: 44,
	aims: 'To measure what we eat.',
	workPlan: 'October: recipes. November: baking.',
	expectedResults: 'A cookery book.',
	startsIn: '2026-10-01',
	endsIn: '2027-05-01',
};

test('a complete plan has no problems; tools are a wish, not a duty', () => {
	expect(problemsOf(complete)).toEqual({});
	expect(isComplete(complete)).toBe(true);
});

test('an empty plan lacks every answer that is asked for', () => {
	expect(Object.keys(problemsOf(emptyPlan))).toEqual([
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
	]);
});

test('the younger age and the earlier month come first; equal ones are fine', () => {
	expect(problemsOf({ ...complete, agesFrom: 12 })).toEqual({ agesTo: 'reversed' });
	expect(problemsOf({ ...complete, startsIn: '2027-06-01' })).toEqual({ endsIn: 'reversed' });
	expect(problemsOf({ ...complete, agesFrom: 11, startsIn: '2027-05-01' })).toEqual({});
});

test('a project takes partners until the end of the month it names, and none where it wants none', () => {
	const now = new Date('2026-12-31T22:00:00Z');
	expect(takesPartners(complete, now)).toBe(false);
	expect(takesPartners({ partnersWanted: 2 }, now)).toBe(true);
	expect(takesPartners({ partnersWanted: 2, partnersUntil: '2026-12-01' }, now)).toBe(true);
	expect(takesPartners({ partnersWanted: 2, partnersUntil: '2026-11-01' }, now)).toBe(false);
});
