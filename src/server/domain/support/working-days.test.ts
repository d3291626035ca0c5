import { expect, test } from 'vitest';
import { afterWorkingDays, workingDaysBetween } from './working-days.ts';

const porto = { timeZone: 'Europe/Lisbon', weekend: [6, 7] };
const amman = { timeZone: 'Asia/Amman', weekend: [5, 6] };
const at = (text: string) => new Date(text);

test('from Friday to Monday is one working day, within one day none', () => {
	expect(workingDaysBetween(at('2026-10-02T15:00:00Z'), at('2026-10-05T06:00:00Z'), porto)).toBe(1);
	expect(workingDaysBetween(at('2026-10-05T06:00:00Z'), at('2026-10-05T20:00:00Z'), porto)).toBe(0);
	expect(workingDaysBetween(at('2026-10-05T09:00:00Z'), at('2026-10-19T09:00:00Z'), porto)).toBe(10);
});

test('the weekend is that of the country', () => {
	expect(workingDaysBetween(at('2026-10-01T09:00:00Z'), at('2026-10-04T09:00:00Z'), porto)).toBe(1);
	expect(workingDaysBetween(at('2026-10-01T09:00:00Z'), at('2026-10-04T09:00:00Z'), amman)).toBe(1);
	expect(workingDaysBetween(at('2026-10-01T09:00:00Z'), at('2026-10-02T09:00:00Z'), amman)).toBe(0);
});

test('the day changes at midnight of the zone, not of the machine', () => {
	expect(workingDaysBetween(at('2026-10-05T20:30:00Z'), at('2026-10-05T21:30:00Z'), amman)).toBe(1);
	expect(workingDaysBetween(at('2026-10-05T20:30:00Z'), at('2026-10-05T21:30:00Z'), porto)).toBe(0);
});

test('what a question took does not count', () => {
	const pause = { from: at('2026-10-06T09:00:00Z'), to: at('2026-10-14T09:00:00Z') };
	expect(workingDaysBetween(at('2026-10-05T09:00:00Z'), at('2026-10-15T09:00:00Z'), porto, [pause])).toBe(2);
});

test('clocks run out in the morning of a working day, also across the change to winter time', () => {
	expect(afterWorkingDays(at('2026-10-02T15:00:00Z'), 5, porto)).toEqual(at('2026-10-09T07:00:00Z'));
	expect(afterWorkingDays(at('2026-10-23T15:00:00Z'), 1, porto)).toEqual(at('2026-10-26T08:00:00Z'));
	expect(afterWorkingDays(at('2026-10-01T15:00:00Z'), 1, amman)).toEqual(at('2026-10-04T05:00:00Z'));
});

test('a day on which the organisation is closed counts as little as a Sunday, and none twice', () => {
	const closed = { ...porto, holidays: ['2026-10-05', '2026-10-10', '2026-12-25'] };
	expect(workingDaysBetween(at('2026-10-02T15:00:00Z'), at('2026-10-06T06:00:00Z'), closed)).toBe(1);
	expect(workingDaysBetween(at('2026-10-02T15:00:00Z'), at('2026-10-19T09:00:00Z'), closed)).toBe(10);
	expect(afterWorkingDays(at('2026-10-02T15:00:00Z'), 1, closed)).toEqual(at('2026-10-06T07:00:00Z'));
});

test('counting on and counting between agree', () => {
	const eid = { ...amman, holidays: ['2026-03-19', '2026-03-20', '2026-03-22'] };
	for (let days = 1; days < 40; days++) {
		const from = at('2026-02-26T22:30:00Z');
		expect(workingDaysBetween(from, afterWorkingDays(from, days, eid), eid)).toBe(days);
	}
});
