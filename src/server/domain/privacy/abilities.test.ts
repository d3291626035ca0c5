import { expect, test } from 'vitest';
import { actorKinds, type Actor, type ActorKind } from '#shared/actor';
import { may, type table } from './abilities.ts';

const actors: Readonly<Record<ActorKind, Actor>> = {
	visitor: { kind: 'visitor' },
	member: { kind: 'member', person: 'me', session: 's' },
	teacher: { kind: 'teacher', person: 'me', session: 's' },
	guest: { kind: 'guest', person: 'me', session: 's' },
	officer: {
		kind: 'officer',
		person: 'me',
		session: 's',
		office: 'o',
		officeKind: 'central',
		organisation: 'n',
	},
	operator: { kind: 'operator', person: 'me', session: 's' },
	pupil: { kind: 'pupil', pupil: 'me', session: 's' },
	bearer: { kind: 'bearer', purpose: 'set-up', subject: 'me' },
	system: { kind: 'system' },
};
const whoMay = (name: keyof typeof table, whom: string) =>
	actorKinds.filter((kind) => may(actors[kind], name as 'privacy.erase', whom));

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
	expect(whoMay('privacy.erase', 'me')).toEqual(['system']);
});

test('who may do what with what is kept of somebody else', () => {
	expect(whoMay('privacy.export', 'her')).toEqual(['system']);
	expect(whoMay('privacy.erase', 'her')).toEqual(['system']);
});
