import { expect, test } from 'vitest';
import { nextStep, type Schedule } from './accounts.ts';

const day = 24 * 3600 * 1000;
const now = new Date('2030-06-01T00:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * day);
/** 1000 days, with letters 60 and 14 days before. */
const schedule: Schedule = { over: ago(1000), daysBefore: [60, 14] };

test('somebody who was here lately hears nothing', () => {
	expect(nextStep(now, ago(1), [], schedule)).toEqual({ step: 'wait' });
	expect(nextStep(now, ago(939), [], schedule)).toEqual({ step: 'wait' });
});

test('the first letter comes 60 days before, the second 14, then the account ends', () => {
	expect(nextStep(now, ago(940), [], schedule)).toEqual({ step: 'warn', place: 1, days: 60 });
	const first = { place: 1, at: ago(45) };
	expect(nextStep(now, ago(985), [first], schedule)).toEqual({ step: 'wait' });
	expect(nextStep(now, ago(986), [{ place: 1, at: ago(46) }], schedule)).toEqual({
		step: 'warn',
		place: 2,
		days: 14,
	});
	const both = [
		{ place: 1, at: ago(60) },
		{ place: 2, at: ago(13) },
	];
	expect(nextStep(now, ago(1000), both, schedule)).toEqual({ step: 'wait' });
	expect(
		nextStep(
			now,
			ago(1001),
			[
				{ place: 1, at: ago(60) },
				{ place: 2, at: ago(14) },
			],
			schedule,
		),
	).toEqual({
		step: 'erase',
	});
});

test('when nothing ran for years nobody loses an account without both letters and all the time between', () => {
	const long = ago(5000);
	expect(nextStep(now, long, [], schedule)).toEqual({ step: 'warn', place: 1, days: 60 });
	expect(nextStep(now, long, [{ place: 1, at: ago(1) }], schedule)).toEqual({ step: 'wait' });
	expect(nextStep(now, long, [{ place: 1, at: ago(46) }], schedule)).toMatchObject({
		step: 'warn',
		place: 2,
	});
	const both = [
		{ place: 1, at: ago(60) },
		{ place: 2, at: ago(1) },
	];
	expect(nextStep(now, long, both, schedule)).toEqual({ step: 'wait' });
});

test('who came back after a letter begins anew', () => {
	const warned = [
		{ place: 1, at: ago(990) },
		{ place: 2, at: ago(970) },
	];
	expect(nextStep(now, ago(945), warned, schedule)).toEqual({ step: 'warn', place: 1, days: 60 });
	expect(nextStep(now, ago(20), warned, schedule)).toEqual({ step: 'wait' });
});
