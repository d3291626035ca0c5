import { expect, test } from 'vitest';
import { figuresOf, periodsUntil, type StepGroup } from './figures.ts';

const calendar = { timeZone: 'Europe/Lisbon', weekend: [6, 7], holidays: ['2026-10-05'] };
const group = (more: Partial<StepGroup>): StepGroup => ({
	kind: 'affiliation',
	opened: '2026-10-01',
	closed: null,
	decision: null,
	pauses: [],
	wentUp: false,
	count: 1,
	...more,
});

test('periods follow each other without a gap, over the change of year and up to the day', () => {
	const months = periodsUntil('2026-02-14', 'month');
	expect([months.length, months[0], months.at(-1)]).toEqual([
		12,
		{ from: '2025-03-01', to: '2025-04-01' },
		{ from: '2026-02-01', to: '2026-03-01' },
	]);
	expect(periodsUntil('2026-02-14', 'school-year').at(-1)).toEqual({ from: '2025-09-01', to: '2026-09-01' });
	expect(periodsUntil('2026-09-01', 'school-year').at(-1)?.from).toBe('2026-09-01');
	expect(periodsUntil('2026-02-15', 'week').at(-1)).toEqual({ from: '2026-02-09', to: '2026-02-16' });
	for (const period of ['week', 'month', 'school-year'] as const) {
		const list = periodsUntil('2026-03-29', period);
		expect(list.slice(1).map(({ from }) => from)).toEqual(list.slice(0, -1).map(({ to }) => to));
	}
});

test('what came, what was decided how, what left otherwise and what waits add up', () => {
	const periods = [
		{ from: '2026-09-01', to: '2026-10-01' },
		{ from: '2026-10-01', to: '2026-11-01' },
	];
	const [september, october] = figuresOf(
		[
			group({ opened: '2026-09-30', closed: '2026-10-01', decision: 'granted', count: 3 }),
			group({ opened: '2026-10-01', closed: '2026-10-06', decision: 'refused', wentUp: true }),
			group({ opened: '2026-10-02', closed: '2026-10-31' }),
			group({ opened: '2026-10-31', count: 2 }),
			group({ opened: '2026-08-31' }),
		],
		periods,
		calendar,
	);
	expect(september).toMatchObject({ incoming: 3, granted: 0, waiting: 4, median: undefined });
	expect(october).toMatchObject({ incoming: 4, granted: 3, refused: 1, ended: 1, wentUp: 1, waiting: 3 });
	expect((september?.waiting ?? 0) + 4 - 3 - 1 - 1).toBe(october?.waiting);
});

test('half of the decisions took no longer than the median, in working days without pauses', () => {
	const period = [{ from: '2026-10-01', to: '2026-11-01' }];
	const decided = (opened: string, closed: string, more: Partial<StepGroup> = {}) =>
		group({ opened, closed, decision: 'granted', ...more });
	const groups = [
		decided('2026-10-01', '2026-10-06'),
		decided('2026-10-12', '2026-10-23', { pauses: [['2026-10-13', '2026-10-22']] }),
		decided('2026-10-12', '2026-10-30', { count: 2 }),
	];
	expect(figuresOf(groups.slice(0, 2), period, calendar)[0]?.median).toBe(2);
	expect(figuresOf(groups, period, calendar)[0]?.median).toBe(2);
	expect(figuresOf([...groups, decided('2026-10-12', '2026-10-30')], period, calendar)[0]?.median).toBe(14);
});
