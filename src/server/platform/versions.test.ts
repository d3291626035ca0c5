import { expect, test } from 'vitest';
import { heldOn, setBefore, stateOf } from './versions.ts';

const on = (day: number) => new Date(Date.UTC(2027, 0, day));
const [first, second, correction, coming] = [
	{ number: 1, since: on(1) },
	{ number: 2, since: on(5) },
	{ number: 3, since: on(5) },
	{ number: 4, since: on(20) },
];
// whatever order they come in
const all = [coming, first, correction, second];

test('the newest that has begun holds; of one day the one that was set last', () => {
	expect(heldOn(all, on(1))).toBe(first);
	expect(heldOn(all, on(5))).toBe(correction);
	expect(heldOn(all, on(20))).toBe(coming);
	expect(heldOn(all, new Date(0))).toBeUndefined();
});

test('each is past, holds or comes', () => {
	expect(all.map((version) => stateOf(version, all, on(6)))).toEqual(['coming', 'past', 'holds', 'past']);
});

test('what was set before can hold again; before the first there is nothing', () => {
	expect(setBefore(coming, all)).toBe(correction);
	expect(setBefore(first, all)).toBeUndefined();
});
