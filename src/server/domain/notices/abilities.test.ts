import { expect, test } from 'vitest';
import { actorKinds } from '#shared/actor';
import { oneOfEach } from '../../../../tests/world/everyone.ts';
import { may } from './abilities.ts';

test('whoever has an account reads notices, and no pupil is told anything', () => {
	const readers = actorKinds.filter((kind) => may(oneOfEach[kind], 'notices.read-own'));
	expect(readers).toEqual(['member', 'teacher', 'guest', 'officer', 'operator']);
});
