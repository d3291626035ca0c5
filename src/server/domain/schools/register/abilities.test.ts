import { expect, test } from 'vitest';
import { actorKinds, system, visitor, type Actor, type Officer } from '#shared/actor';
import { may, table } from './abilities.ts';

const [person, session] = ['anna', 's'];
const officer = (officeKind: Officer['officeKind']): Officer => ({
	...{ kind: 'officer', person, session, office: 'o', officeKind, organisation: 'n' },
});

const actors = {
	visitor,
	member: { kind: 'member', person, session },
	teacher: { kind: 'teacher', person, session },
	guest: { kind: 'guest', person, session },
	validator: officer('validator'),
	assessor: officer('assessor'),
	moderator: officer('moderator'),
	editor: officer('editor'),
	'central officer': officer('central'),
	operator: { kind: 'operator', person, session },
	pupil: { kind: 'pupil', pupil: person, session },
	bearer: { kind: 'bearer', purpose: 'p', subject: person },
	system,
} as const satisfies Record<string, Actor>;

const whoMay = (ability: keyof typeof table, covered: boolean) =>
	Object.entries(actors).flatMap(([name, actor]) => (may(actor, ability, { covered }) ? [name] : []));

const expected: Record<keyof typeof table, { covered: string[]; elsewhere: string[] }> = {
	'register.see': { covered: ['validator', 'central officer', 'system'], elsewhere: ['system'] },
	'register.load': { covered: ['validator', 'central officer', 'system'], elsewhere: ['system'] },
	'register.answer': { covered: ['validator', 'central officer'], elsewhere: [] },
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
