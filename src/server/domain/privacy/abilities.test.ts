import { expect, test } from 'vitest';
import { actorKinds } from '#shared/actor';
import { everyone, oneOfEach } from '../../../../tests/world/everyone.ts';
import { may, type table } from './abilities.ts';

const whoMay = (name: keyof typeof table, whom: string) =>
	actorKinds.filter((kind) => may(oneOfEach[kind], name as 'privacy.erase', whom));

test('who may do what with what is kept of me', () => {
	expect(whoMay('privacy.see-register', 'me')).toEqual(actorKinds);
	expect(whoMay('privacy.export', 'me')).toEqual([
		'member',
		'teacher',
		'guest',
		'officer',
		'operator',
		'system',
	]);
	expect(whoMay('privacy.erase-own', 'me')).toEqual(['member', 'teacher', 'guest']);
	expect(whoMay('privacy.erase', 'me')).toEqual(['system']);
});

test('who may do what with what is kept of somebody else', () => {
	expect(whoMay('privacy.export', 'her')).toEqual(['system']);
	expect(whoMay('privacy.erase-own', 'her')).toEqual([]);
	expect(whoMay('privacy.erase', 'her')).toEqual(['system']);
});

test('how long things are kept is set by the central desk alone', () => {
	const keepers = Object.entries(everyone).filter(([, actor]) => may(actor, 'privacy.keep-times'));
	expect(keepers.map(([name]) => name)).toEqual(['central']);
});
