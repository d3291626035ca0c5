import { expect, test } from 'vitest';
import { freeWeeks, hoursOf, minutesOf } from '../class-cards/class-time.ts';
import { weigh, type Offer, type Side } from './reasons.ts';
import { wishesInCommon, wornWords } from './wishes.ts';

const mine: Side = {
	agesFrom: 9,
	agesTo: 11,
	languages: ['pt', 'en'],
	subjects: ['music', 'art'],
	months: [10, 11],
	weekdays: [2],
	pupils: 24,
	weeks: [],
	hours: undefined,
	wishes: 'We measure rivers, and dream of lighthouses.',
};
const stranger: Offer = {
	...{ agesFrom: null, agesTo: null, languages: ['en'], subjects: [], months: [], weekdays: [] },
	...{ pupils: undefined, seenDaysAgo: undefined, asked: 0, answered: 0, answersWithinDays: undefined },
	...{ founding: false, wantsMyCountry: false, weeks: [], hours: undefined, wishes: '' },
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
		...{ weeks: [], hours: undefined, wishes: '' },
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

test('a term fits when both have enough of its weeks, whatever the holidays of each', () => {
	const now = new Date('2026-12-01T08:00:00Z');
	const spring = { months: [1, 2, 3], away: [{ from: '2026-12-21', to: '2027-01-08' }] };
	const weeks = freeWeeks(spring, now);
	expect(weeks[0]).toBe('2027-01-13');
	expect(weeks).toHaveLength(12);
	const theirs = freeWeeks({ months: [], away: [{ from: '2027-02-08', to: '2027-02-21' }] }, now);
	expect(theirs[0]).toBe('2026-12-02');
	const fits = weigh({ ...mine, weeks }, { ...stranger, months: [3], weeks: theirs });
	expect(fits?.reasons).toContainEqual({ kind: 'term', term: 'spring', weeks: 10 });
	const away = freeWeeks({ months: [], away: [{ from: '2027-01-01', to: '2027-02-28' }] }, now);
	expect(
		weigh({ ...mine, weeks }, { ...stranger, weeks: away })?.reasons.map(({ kind }) => kind),
	).not.toContain('term');
	expect(freeWeeks({ months: [], away: [] }, now)).toEqual([]);
});

test('hours are held against each other as the clocks of both schools show them', () => {
	const now = new Date('2026-12-01T08:00:00Z');
	const hours = minutesOf({ from: '09:00', to: '10:30' }, 'Europe/Lisbon', now);
	const inTurkey = (from: string, to: string) => ({
		weekdays: [2],
		hours: minutesOf({ from, to }, 'Europe/Istanbul', now),
	});
	const told = (offer: Partial<Offer>) =>
		weigh({ ...mine, hours }, { ...stranger, ...offer })?.reasons.find(({ kind }) => kind === 'weekdays');
	// it is three hours later there
	expect(told(inTurkey('09:00', '10:30'))).toBeUndefined();
	const both = told(inTurkey('13:00', '15:00'));
	expect(both).toMatchObject({ weekdays: [2], hours: { from: 600, to: 630 } });
	expect(hoursOf({ from: 600, to: 630 }, 'Europe/Lisbon', now)).toEqual({ from: '10:00', to: '10:30' });
	expect(told({ weekdays: [2] })).toEqual({ kind: 'weekdays', weekdays: [2] });
});

test('the same wish counts, as I spell it, unless everybody wishes for it', () => {
	const wishes = 'A project about a RIVER and its lighthouse with my class.';
	const told = (worn: ReadonlySet<string>) =>
		weigh(mine, { ...stranger, wishes }, worn)?.reasons.find(({ kind }) => kind === 'wishes');
	expect(told(new Set())).toEqual({ kind: 'wishes', words: ['rivers', 'lighthouses'] });
	expect(told(wornWords([...Array<string>(3).fill('rivers'), '', '']))).toEqual({
		kind: 'wishes',
		words: ['lighthouses'],
	});
	expect(wishesInCommon('Our class project', wishes, new Set())).toEqual([]);
});

test('whoever answers nobody comes behind a stranger, and nothing is said of it', () => {
	expect(weight({ asked: 5, answered: 0 })).toBeLessThan(weight({}));
	expect(kinds({ asked: 5, answered: 0 })).toEqual(kinds({}));
	expect(weight({ asked: 2, answered: 0 })).toBe(weight({}));
});

test('late answers and long silence are no reasons', () => {
	expect(kinds({ asked: 1, answered: 1, answersWithinDays: 40, seenDaysAgo: 200 })).toEqual(['languages']);
});
