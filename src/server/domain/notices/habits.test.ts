import { expect, test } from 'vitest';
import { leavesAt, nextDigest } from './habits.ts';

const at = (text: string) => new Date(text);
const night = { from: 21, until: 7 };

test.each([
	['by day a letter leaves at once', '2026-10-05T12:30:00Z', 'Europe/Lisbon', '2026-10-05T12:30:00Z'],
	[
		'at night it waits for the morning of the reader',
		'2026-10-05T20:30:00Z',
		'Europe/Lisbon',
		'2026-10-06T06:00:00Z',
	],
	['in Tbilisi night comes earlier', '2026-10-05T17:30:00Z', 'Asia/Tbilisi', '2026-10-06T03:00:00Z'],
	['the last quiet minute is quiet', '2026-10-06T05:59:59Z', 'Europe/Lisbon', '2026-10-06T06:00:00Z'],
	[
		'the night in which clocks go back is an hour longer',
		'2026-10-24T22:30:00Z',
		'Europe/Brussels',
		'2026-10-25T06:00:00Z',
	],
	['and one hour shorter in spring', '2027-03-27T22:30:00Z', 'Europe/Brussels', '2027-03-28T05:00:00Z'],
])('%s', (_sentence, now, zone, leaves) => {
	expect(leavesAt(at(now), zone, night)).toEqual(at(leaves));
});

test('quiet hours in the middle of the day are quiet too, and nobody need have any', () => {
	expect(leavesAt(at('2026-10-05T11:00:00Z'), 'UTC', { from: 8, until: 15 })).toEqual(
		at('2026-10-05T15:00:00Z'),
	);
	expect(leavesAt(at('2026-10-05T23:00:00Z'), 'UTC', undefined)).toEqual(at('2026-10-05T23:00:00Z'));
});

test('a digest comes on the next morning, or on Monday, and never in quiet hours', () => {
	const daily = { digest: 'daily', quiet: undefined } as const;
	const weekly = { digest: 'weekly', quiet: undefined } as const;
	expect(nextDigest(at('2026-10-05T12:00:00Z'), 'Europe/Lisbon', daily)).toEqual(at('2026-10-06T06:00:00Z'));
	expect(nextDigest(at('2026-10-05T06:00:00Z'), 'Europe/Lisbon', daily)).toEqual(at('2026-10-06T06:00:00Z'));
	expect(nextDigest(at('2026-10-06T12:00:00Z'), 'Europe/Lisbon', weekly)).toEqual(at('2026-10-12T06:00:00Z'));
	const late = { digest: 'daily', quiet: { from: 20, until: 10 } } as const;
	expect(nextDigest(at('2026-10-05T12:00:00Z'), 'UTC', late)).toEqual(at('2026-10-06T10:00:00Z'));
});
