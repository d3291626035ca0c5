import { expect, test } from 'vitest';
import { actorKinds } from '#shared/actor';
import { everyone, officerOf, oneOfEach } from '../../../../tests/world/everyone.ts';
import { may, type table } from './abilities.ts';

const kindsThat = (name: keyof typeof table, thing?: object) =>
	actorKinds.filter((kind) => may(oneOfEach[kind], name as 'safety.see-at-desk', thing as never));
const everyoneWho = (name: keyof typeof table, thing?: object) =>
	Object.entries(everyone).flatMap(([who, actor]) =>
		may(actor, name as 'safety.see-at-desk', thing as never) ? [who] : [],
	);

test('everybody reports, and looks up what became of it', () => {
	const reporters = ['visitor', 'member', 'teacher', 'guest', 'officer', 'pupil'];
	expect(kindsThat('safety.report')).toEqual(reporters);
	expect(kindsThat('safety.look-up')).toEqual(reporters);
	expect(kindsThat('safety.see-own')).toEqual(['member', 'teacher', 'guest', 'pupil']);
});

test.each([
	['a teacher of it about a pupil', { isTeacher: true, leads: false, byPupil: true, isOwn: false }, true],
	['a teacher of it about an adult', { isTeacher: true, leads: false, byPupil: false, isOwn: false }, false],
	['who leads it about an adult', { isTeacher: true, leads: true, byPupil: false, isOwn: false }, true],
	['who leads it about the own words', { isTeacher: true, leads: true, byPupil: false, isOwn: true }, false],
	['a guest of it', { isTeacher: false, leads: false, byPupil: true, isOwn: false }, false],
] as const)('in a room decides: %s (%o): %s', (_, thing, expected) => {
	expect(kindsThat('safety.settle-in-room', thing)).toEqual(expected ? ['teacher'] : []);
	expect(kindsThat('safety.see-room', thing)).toEqual(thing.isTeacher ? ['teacher'] : []);
});

test('at the desk decide moderators and the central desk, of what lies there', () => {
	const matter = { organisation: 'n', centralToo: false, notBy: [] };
	expect(everyoneWho('safety.see-desk')).toEqual(['moderator', 'central']);
	expect(everyoneWho('safety.see-at-desk', matter)).toEqual(['moderator', 'central']);
	expect(everyoneWho('safety.settle-at-desk', matter)).toEqual(['moderator', 'central']);
	const elsewhere = { ...matter, organisation: 'other' };
	expect(everyoneWho('safety.see-at-desk', elsewhere)).toEqual([]);
	expect(everyoneWho('safety.see-at-desk', { ...elsewhere, centralToo: true })).toEqual(['central']);
});

test('nobody decides twice, or about themselves', () => {
	const matter = { organisation: 'n', centralToo: true, notBy: ['me'] };
	expect(everyoneWho('safety.settle-at-desk', matter)).toEqual([]);
	const colleague = { ...officerOf('moderator'), person: 'somebody else' };
	expect(may(colleague, 'safety.settle-at-desk', matter)).toBe(true);
});
