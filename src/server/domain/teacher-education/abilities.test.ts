import { expect, test } from 'vitest';
import { actorKinds, type ActorKind } from '#shared/actor';
import { table } from './abilities.ts';

const matrix: Record<keyof typeof table, readonly ActorKind[]> = {
	'cohort.look-after': ['teacher'],
	'cohort.list': ['teacher'],
	'cohort.accept': ['visitor', 'member', 'teacher'],
	'cohort.end': ['system'],
};

test.each(Object.entries(matrix))('%s is for exactly these kinds of actor', (ability, allowed) => {
	const rules = table[ability as keyof typeof table];
	expect(actorKinds.filter((kind) => rules[kind])).toEqual(allowed);
});
