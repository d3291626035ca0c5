import { expect, test } from 'vitest';
import { everyone } from '../../../../tests/world/everyone.ts';
import { may } from './abilities.ts';

test('the central desk keeps the countries, and nobody else', () => {
	const keepers = Object.entries(everyone).filter(([, actor]) => may(actor, 'places.keep-countries'));
	expect(keepers.map(([name]) => name)).toEqual(['central']);
});
