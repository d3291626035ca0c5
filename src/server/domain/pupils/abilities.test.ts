import { expect, test } from 'vitest';
import { actorKinds, type ActorKind } from '#shared/actor';
import { oneOfEach } from '../../../../tests/world/everyone.ts';
import { may, type table } from './abilities.ts';
import type { Class } from './class.ts';

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
	'pupils.withdraw-consent': [mine, 'teacher'],
	'pupils.answer-family': [mine, 'teacher'],
	'pupils.bring-class-back': [{ ...mine, endedAt: new Date(0) }, 'teacher'],
	'pupils.sign-in': [undefined, 'visitor', 'member', 'teacher', 'guest', 'pupil'],
	'pupils.sign-out': [undefined, 'pupil'],
	'pupils.keep-consent-ages': [undefined, 'officer'],
	'pupils.see-own-end': [undefined, 'pupil'],
	'pupils.replace-secret': [undefined, 'pupil'],
};

test.each(Object.entries(expected))('who may %s', (name, [thing, ...kinds]) => {
	const ability = name as keyof typeof table;
	expect(actorKinds.filter((kind) => may(oneOfEach[kind], ability, thing as never))).toEqual(kinds);
});

test('nobody looks after a class of another school or one that has ended', () => {
	expect(may(oneOfEach.teacher, 'pupils.look-after-class', { ...mine, ofMySchool: false })).toBe(false);
	expect(may(oneOfEach.teacher, 'pupils.look-after-class', { ...mine, endedAt: new Date(0) })).toBe(false);
	const ended = { ...mine, endedAt: new Date(0), ofMySchool: false };
	expect(may(oneOfEach.teacher, 'pupils.see-class', ended)).toBe(false);
	expect(may(oneOfEach.teacher, 'pupils.withdraw-consent', ended)).toBe(false);
	expect(may(oneOfEach.teacher, 'pupils.answer-family', ended)).toBe(false);
	expect(may(oneOfEach.teacher, 'pupils.withdraw-consent', { ...mine, endedAt: new Date(0) })).toBe(true);
	expect(may(oneOfEach.teacher, 'pupils.bring-class-back', ended)).toBe(false);
	expect(may(oneOfEach.teacher, 'pupils.bring-class-back', mine)).toBe(false);
	expect(may(oneOfEach.teacher, 'pupils.make-class', { school: 'other', mine: new Set(['s']) })).toBe(false);
});
