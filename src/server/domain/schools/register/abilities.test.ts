import { expect, test } from 'vitest';
import { actorKinds } from '#shared/actor';
import { everyone } from '../../../../../tests/world/everyone.ts';
import { may, table } from './abilities.ts';

const whoMay = (ability: keyof typeof table, covered: boolean) =>
	Object.entries(everyone).flatMap(([name, actor]) => (may(actor, ability, { covered }) ? [name] : []));

const expected: Record<keyof typeof table, { covered: string[]; elsewhere: string[] }> = {
	'register.see': { covered: ['system', 'validator', 'central'], elsewhere: ['system'] },
	'register.load': { covered: ['system', 'validator', 'central'], elsewhere: ['system'] },
	'register.answer': { covered: ['validator', 'central'], elsewhere: [] },
	'register.work': { covered: ['system'], elsewhere: ['system'] },
};

test('every kind of actor has its column', () => {
	for (const ability of Object.values(table))
		expect(Object.keys(ability).sort()).toEqual([...actorKinds].sort());
});

test.each(Object.entries(expected))('%s is for exactly these', (ability, { covered, elsewhere }) => {
	expect(whoMay(ability as keyof typeof table, true)).toEqual(covered);
	expect(whoMay(ability as keyof typeof table, false)).toEqual(elsewhere);
});
