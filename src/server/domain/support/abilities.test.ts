import { expect, test } from 'vitest';
import { may, table } from './abilities.ts';
import { actorKinds, visitor, system, type Actor, type Officer } from '#shared/actor';

const person = 'ines';
const session = 's';
const lisbon = 'organisation of Portugal';
const central = 'central desk';
const officer = (officeKind: Officer['officeKind'], organisation: string): Officer => ({
	kind: 'officer',
	person,
	session,
	office: 'o',
	officeKind,
	organisation,
});

const actors = {
	visitor,
	member: { kind: 'member', person, session },
	teacher: { kind: 'teacher', person, session },
	guest: { kind: 'guest', person, session },
	'validator here': officer('validator', lisbon),
	'assessor here': officer('assessor', lisbon),
	'moderator here': officer('moderator', lisbon),
	'editor here': officer('editor', lisbon),
	'validator elsewhere': officer('validator', 'organisation of Denmark'),
	'central officer': officer('central', central),
	operator: { kind: 'operator', person, session },
	pupil: { kind: 'pupil', pupil: person, session },
	bearer: { kind: 'bearer', purpose: 'p', subject: person },
	system,
} as const satisfies Record<string, Actor>;

type Name = keyof typeof actors;
const whoMay = (question: (actor: Actor) => boolean): Name[] =>
	(Object.keys(actors) as Name[]).filter((name) => question(actors[name]));

const step = (more: object = {}) => ({ desks: [lisbon], conflict: undefined, ...more });

test('every kind of actor has its column', () => {
	for (const ability of Object.values(table))
		expect(Object.keys(ability).sort()).toEqual([...actorKinds].sort());
	expect(new Set(Object.values(actors).map((actor) => actor.kind))).toEqual(new Set(actorKinds));
});

test('a step is seen and decided by the validators of its organisation, and by the central desk where it went up', () => {
	for (const ability of ['support.see-case', 'support.decide', 'support.ask', 'support.open-look'] as const) {
		expect(whoMay((actor) => may(actor, ability, step()))).toEqual(['validator here']);
		expect(whoMay((actor) => may(actor, ability, step({ desks: [lisbon, central] })))).toEqual([
			'validator here',
			'central officer',
		]);
	}
});

test('a party or colleague sees that the case is there, and no more', () => {
	for (const conflict of ['party', 'colleague'] as const) {
		expect(whoMay((actor) => may(actor, 'support.see-case', step({ conflict })))).toEqual(['validator here']);
		for (const ability of ['support.decide', 'support.ask', 'support.open-look'] as const) {
			expect(whoMay((actor) => may(actor, ability, step({ conflict })))).toEqual([]);
		}
	}
});

test('a party answers, in their own capacity; an officer or a pupil never does', () => {
	expect(whoMay((actor) => may(actor, 'support.answer', { parties: [person] }))).toEqual([
		'member',
		'teacher',
		'guest',
	]);
	expect(whoMay((actor) => may(actor, 'support.answer', { parties: ['freja'] }))).toEqual([]);
});

test('the queue is for validators and the central desk, offices are given by the central desk and the machine', () => {
	expect(whoMay((actor) => may(actor, 'support.see-queue'))).toEqual([
		'validator here',
		'validator elsewhere',
		'central officer',
	]);
	expect(whoMay((actor) => may(actor, 'support.keep-holidays'))).toEqual([
		'validator here',
		'validator elsewhere',
		'central officer',
	]);
	for (const ability of [
		'support.see-all-figures',
		'support.keep-organisations',
		'support.keep-settings',
		'support.review-looks',
	] as const)
		expect(whoMay((actor) => may(actor, ability))).toEqual(['central officer']);
	expect(whoMay((actor) => may(actor, 'support.give-office'))).toEqual(['central officer', 'system']);
});
