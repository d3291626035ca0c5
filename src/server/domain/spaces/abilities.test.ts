import { expect, test } from 'vitest';
import type { Actor } from '#shared/actor';
import { may } from './abilities.ts';
import type { MemberRole, SpaceKind } from './rights.ts';

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
	{ kind: 'bearer', purpose: 'invitation', subject: 'x' },
	{ kind: 'system' },
];

function enters(
	ability: 'spaces.enter' | 'spaces.leave',
	role: MemberRole,
	kind: SpaceKind = 'twinspace',
): string {
	const isPupil = role === 'pupil';
	const me = {
		id: 'm',
		role,
		school: null,
		person: isPupil ? null : 'ines',
		pupil: isPupil ? 'heron' : null,
	};
	return actors.map((actor) => (may(actor, ability, { kind, archivedAt: null, me }) ? 'Y' : '-')).join(' ');
}

// visitor, member, teacher, guest, officer, operator, pupil, bearer, system
test.each([
	['spaces.enter', 'founder', '- - Y - - - - - -'],
	['spaces.enter', 'teacher', '- - Y - - - - - -'],
	['spaces.enter', 'expert', '- - Y Y - - - - -'],
	['spaces.enter', 'observer', '- - Y Y - - - - -'],
	['spaces.enter', 'pupil', '- - - - - - Y - -'],
	['spaces.leave', 'teacher', '- - Y Y - - - - -'],
	['spaces.leave', 'pupil', '- - - - - - - - -'],
] as const)('%s as %s: each kind of actor as the table says', (ability, role, expected) => {
	expect(enters(ability, role)).toBe(expected);
});

test('a pupil does not enter a group of teachers', () => {
	expect(enters('spaces.enter', 'pupil', 'group')).toBe('- - - - - - - - -');
});

test('the membership of another person opens nothing', () => {
	const me = { id: 'm', role: 'founder', school: null, person: 'freja', pupil: null } as const;
	for (const actor of actors)
		expect(may(actor, 'spaces.enter', { kind: 'twinspace', archivedAt: null, me })).toBe(false);
});
