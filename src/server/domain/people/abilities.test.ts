import { expect, test } from 'vitest';
import type { Actor } from '#shared/actor';
import { may, type table } from './abilities.ts';

const person = 'ines';
const session = 's';
const office = { office: 'o', officeKind: 'validator', organisation: 'pt' } as const;
const actors: readonly Actor[] = [
	{ kind: 'visitor' },
	{ kind: 'member', person, session },
	{ kind: 'teacher', person, session },
	{ kind: 'guest', person, session },
	{ kind: 'officer', person, session, ...office },
	{ kind: 'operator', person, session },
	{ kind: 'pupil', pupil: 'heron', session },
	{ kind: 'bearer', purpose: 'set-up', subject: 'x' },
	{ kind: 'system' },
];

// visitor, member, teacher, guest, officer, operator, pupil, bearer, system
const expected = {
	'people.join': 'Y Y Y Y Y Y - - -',
	'people.sign-in': 'Y Y Y Y Y Y - - -',
	'people.sign-out': '- Y Y Y Y Y - - -',
	'people.see-own': '- Y Y Y Y Y - - -',
	'people.secure-account': '- Y Y Y - - - - -',
	'people.unite-others': '- - - - Y - - - -',
	'people.state-affiliation': '- Y Y - - - - - -',
	'people.vouch': '- - Y - - - - - -',
	// only with the purpose of the letter, and only with the case open
	'people.answer-as-head': '- - - - - - - - -',
	'people.write-to-school': '- - - - Y - - - -',
	'people.change-profile': '- Y Y Y - - - - -',
	'people.change-photo': '- - Y - - - - - -',
	'people.see-profile': '- Y Y Y - - - - -',
	'people.enter-desk': '- Y Y Y - - - - -',
	'people.leave-desk': '- - - - Y - - - -',
	// of a validator; a central officer may
	'people.keep-offices': '- - - - - - - - -',
	'people.keep-evidence-rules': '- - - - - - - - -',
	'people.find-at-desk': '- - - - Y - - - -',
} as const satisfies Record<keyof typeof table, string>;

const opened = { lookIsOpen: true, conflict: undefined };

test.each(Object.entries(expected))('V8: %s: each kind of actor as the table says', (ability, row) => {
	const found = actors.map((actor) => (may(actor, ability as 'people.write-to-school', opened) ? 'Y' : '-'));
	expect(found.join(' ')).toBe(row);
});

test('an officer who has not opened the case, or may not decide it, writes to no school', () => {
	const [officer] = actors.filter(({ kind }) => kind === 'officer');
	if (!officer) throw new Error('no officer');
	expect(may(officer, 'people.write-to-school', { ...opened, lookIsOpen: false })).toBe(false);
	expect(may(officer, 'people.write-to-school', { ...opened, conflict: 'colleague' })).toBe(false);
});

test('the bearer of the letter to a school answers it, and bearers of other links do not', () => {
	expect(may({ kind: 'bearer', purpose: 'answer-as-head', subject: 'x' }, 'people.answer-as-head')).toBe(
		true,
	);
	expect(may({ kind: 'bearer', purpose: 'set-up', subject: 'x' }, 'people.answer-as-head')).toBe(false);
});

test('offices and the rules of evidence are kept by the central desk', () => {
	const anna: Actor = { kind: 'officer', person, session, ...office, officeKind: 'central' };
	expect(may(anna, 'people.keep-offices')).toBe(true);
	expect(may(anna, 'people.keep-evidence-rules')).toBe(true);
});
