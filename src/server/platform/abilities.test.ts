import { expect, test } from 'vitest';
import { abilityTable, nobody, type Ability } from './abilities.ts';
import { visitor, type Teacher } from '#shared/actor';

type Garden = { readonly owner: string };
const { may, demand } = abilityTable({
	'garden.dig': {
		...nobody,
		teacher: (actor: Teacher, garden: Garden) => garden.owner === actor.person,
	} satisfies Ability<Garden>,
	'garden.look': { ...nobody, visitor: true, teacher: true } satisfies Ability,
});
const ines: Teacher = { kind: 'teacher', person: 'ines', session: 's' };

test('a condition decides by actor and thing, everyone else is refused', () => {
	expect(may(ines, 'garden.dig', { owner: 'ines' })).toBe(true);
	expect(may(ines, 'garden.dig', { owner: 'freja' })).toBe(false);
	expect(may(visitor, 'garden.dig', { owner: 'ines' })).toBe(false);
	expect(may(visitor, 'garden.look')).toBe(true);
});

test('demand throws the name of the ability', () => {
	expect(() => demand({ actor: visitor }, 'garden.dig', { owner: 'ines' })).toThrow('garden.dig');
});
