import { expect, test } from 'vitest';
import { actorKinds, type ActorKind } from '#shared/actor';
import { member, people, teacher } from '../../../../tests/world/index.ts';
import { may, table } from './abilities.ts';

const matrix: Record<keyof typeof table, readonly ActorKind[]> = {
	'partners.search': ['teacher'],
	'partners.open-post': ['teacher'],
	'partners.write-post': ['teacher'],
	'partners.change-post': ['teacher'],
	'partners.describe-class': ['teacher'],
	'partners.save-search': ['teacher'],
	'partners.invite-by-link': ['teacher'],
	'partners.answer-link': ['member', 'teacher'],
};

test.each(Object.entries(matrix))('%s is for exactly these kinds of actor', (ability, allowed) => {
	const rules = table[ability as keyof typeof table];
	expect(actorKinds.filter((kind) => rules[kind] !== false)).toEqual(allowed);
});

test('a post is changed by its author alone', () => {
	const post = { author: people.ines.id };
	expect(may(teacher('ines'), 'partners.change-post', post)).toBe(true);
	expect(may(teacher('freja'), 'partners.change-post', post)).toBe(false);
	expect(may(member('ines'), 'partners.change-post', post)).toBe(false);
});
