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
	'people.state-affiliation': '- Y Y - - - - - -',
	'people.change-profile': '- Y Y Y - - - - -',
	'people.change-photo': '- - Y - - - - - -',
	'people.see-profile': '- Y Y Y - - - - -',
	'people.enter-desk': '- Y Y Y - - - - -',
	'people.leave-desk': '- - - - Y - - - -',
	'people.find-at-desk': '- - - - Y - - - -',
} as const satisfies Record<keyof typeof table, string>;

test.each(Object.entries(expected))('%s: each kind of actor as the table says', (ability, row) => {
	const found = actors.map((actor) => (may(actor, ability as keyof typeof table) ? 'Y' : '-'));
	expect(found.join(' ')).toBe(row);
});
