import { expect, test } from 'vitest';
import { actorKinds, type Actor, type ActorKind } from '#shared/actor';
import { may, type table } from './abilities.ts';
import type { Class } from './class.ts';

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
	pupil: { kind: 'pupil', pupil: 'p', session: 's' },
	bearer: { kind: 'bearer', purpose: 'set-up', subject: 'x' },
	system: { kind: 'system' },
};
const mine: Class = {
	id: 'c',
	school: 's',
	name: '4.B',
	locale: 'en',
	endsOn: '2027-08-31',
	homeClosedAt: undefined,
	endedAt: undefined,
	ofMySchool: true,
};

const expected: Readonly<Record<keyof typeof table, readonly [thing: unknown, ...kinds: ActorKind[]]>> = {
	'pupils.make-class': [{ school: 's', mine: new Set(['s']) }, 'teacher'],
	'pupils.see-classes': [undefined, 'teacher'],
	'pupils.see-class': [mine, 'teacher'],
	'pupils.look-after-class': [mine, 'teacher'],
	'pupils.bring-class-back': [{ ...mine, endedAt: new Date(0) }, 'teacher'],
	'pupils.sign-in': [undefined, 'visitor', 'member', 'teacher', 'guest', 'pupil'],
	'pupils.sign-out': [undefined, 'pupil'],
	'pupils.replace-secret': [undefined, 'pupil'],
};

test.each(Object.entries(expected))('who may %s', (name, [thing, ...kinds]) => {
	const ability = name as keyof typeof table;
	expect(actorKinds.filter((kind) => may(actors[kind], ability, thing as never))).toEqual(kinds);
});

test('nobody looks after a class of another school or one that has ended', () => {
	expect(may(actors.teacher, 'pupils.look-after-class', { ...mine, ofMySchool: false })).toBe(false);
	expect(may(actors.teacher, 'pupils.look-after-class', { ...mine, endedAt: new Date(0) })).toBe(false);
	const ended = { ...mine, endedAt: new Date(0), ofMySchool: false };
	expect(may(actors.teacher, 'pupils.see-class', ended)).toBe(false);
	expect(may(actors.teacher, 'pupils.bring-class-back', ended)).toBe(false);
	expect(may(actors.teacher, 'pupils.bring-class-back', mine)).toBe(false);
	expect(may(actors.teacher, 'pupils.make-class', { school: 'other', mine: new Set(['s']) })).toBe(false);
});
