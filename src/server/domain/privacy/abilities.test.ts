import { expect, test } from 'vitest';
import { actorKinds } from '#shared/actor';
import { table } from './abilities.ts';

const everyone = Object.fromEntries(actorKinds.map((kind) => [kind, true]));

test('who may do what, kind by kind', () => {
	expect(table).toEqual({ 'privacy.see-register': everyone });
});
