import { expect, test } from 'vitest';
import { weigh, type Offer, type Side } from './reasons.ts';

const mine: Side = {
	agesFrom: 9,
	agesTo: 11,
	languages: ['pt', 'en'],
	subjects: ['music', 'art'],
	months: [10, 11],
	weekdays: [2],
	pupils: 24,
};
const stranger: Offer = {
	...{ agesFrom: null, agesTo: null, languages: ['en'], subjects: [], months: [], weekdays: [] },
	...{ pupils: undefined, seenDaysAgo: undefined, asked: 0, answered: 0, answersWithinDays: undefined },
	...{ founding: false, wantsMyCountry: false },
};
const kinds = (offer: Partial<Offer>) =>
	weigh(mine, { ...stranger, ...offer })?.reasons.map(({ kind }) => kind);
const weight = (offer: Partial<Offer>) => weigh(mine, { ...stranger, ...offer })?.weight ?? 0;

test.each<[string, Partial<Offer>]>([
	['no language in common', { languages: ['fr'] }],
	['pupils of other ages', { agesFrom: 14, agesTo: 16 }],
])('nobody is suggested with %s', (_, offer) => {
	expect(weigh(mine, { ...stranger, ...offer })).toBeUndefined();
});

test('every reason names what both sides have', () => {
	const offer: Offer = {
		...{ agesFrom: 10, agesTo: 14, languages: ['en', 'pt', 'fr'], subjects: ['art', 'history'] },
		...{ months: [11, 12], weekdays: [2, 4], pupils: 27, seenDaysAgo: 3 },
		...{ asked: 4, answered: 4, answersWithinDays: 2, founding: true, wantsMyCountry: true },
	};
	expect(weigh(mine, offer)?.reasons).toEqual([
		{ kind: 'ages', from: 10, to: 11 },
		{ kind: 'languages', languages: ['pt', 'en'] },
		{ kind: 'subjects', subjects: ['art'] },
		{ kind: 'months', months: [11] },
		{ kind: 'weekdays', weekdays: [2] },
		{ kind: 'size', mine: 24, theirs: 27 },
		{ kind: 'wants-my-country' },
		{ kind: 'founding' },
		{ kind: 'answers', days: 2 },
		{ kind: 'seen', days: 3 },
	]);
});

test.each<[string, Partial<Offer>]>([
	['of the same age', { agesFrom: 9, agesTo: 11 }],
	['with another language in common', { languages: ['en', 'pt'] }],
	['with a subject in common', { subjects: ['music'] }],
	['with time in the same month', { months: [10] }],
	['who looks for my country', { wantsMyCountry: true }],
	['who answers soon', { asked: 3, answered: 3, answersWithinDays: 1 }],
	['who was lately here', { seenDaysAgo: 2 }],
])('somebody %s comes before a stranger', (_, offer) => {
	expect(weight(offer)).toBeGreaterThan(weight({}));
});

test('whoever answers nobody comes behind a stranger, and nothing is said of it', () => {
	expect(weight({ asked: 5, answered: 0 })).toBeLessThan(weight({}));
	expect(kinds({ asked: 5, answered: 0 })).toEqual(kinds({}));
	expect(weight({ asked: 2, answered: 0 })).toBe(weight({}));
});

test('late answers and long silence are no reasons', () => {
	expect(kinds({ asked: 1, answered: 1, answersWithinDays: 40, seenDaysAgo: 200 })).toEqual(['languages']);
});
