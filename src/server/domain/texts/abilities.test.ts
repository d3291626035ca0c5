import { expect, test } from 'vitest';
import { actorKinds } from '#shared/actor';
import { everyone, oneOfEach } from '../../../../tests/world/everyone.ts';
import { may } from './abilities.ts';

test('everybody reads the texts of the installation; the central desk alone writes them', () => {
	expect(actorKinds.filter((kind) => may(oneOfEach[kind], 'texts.read'))).toEqual(actorKinds);
	const writers = Object.entries(everyone).filter(([, actor]) => may(actor, 'texts.write'));
	expect(writers.map(([name]) => name)).toEqual(['central']);
});
