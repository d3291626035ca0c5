import { expect, test } from 'vitest';
import type { MemberRole } from '#domain/spaces';
import { deedsWith, seesMaterial } from './material.ts';

const roles: readonly MemberRole[] = [
	...(['founder', 'teacher-administrator', 'teacher', 'expert', 'observer'] as const),
	...(['pupil-administrator', 'pupil'] as const),
];
const as = (role: MemberRole, archivedAt: Date | null = null) => ({
	kind: 'twinspace' as const,
	archivedAt,
	me: { id: 'me', role, school: null, person: null, pupil: null },
});
const by = (role: MemberRole, id = 'other') => ({ id, role });
const shown = { hiding: null, isWithheld: false, lacksConsent: false, binnedAt: null };
const deeds = (material: Parameters<typeof deedsWith>[1]) =>
	roles.map((role) => [...deedsWith(as(role), material)].join(' '));

// founder, teacher administrator, teacher, expert, observer, pupil administrator, pupil
test.each([
	[
		"a pupil's",
		{ by: by('pupil'), ...shown },
		[
			'change bin hide report',
			'change bin hide report',
			'bin hide report',
			'change bin report',
			'report',
			'report',
			'report',
		],
	],
	[
		"another teacher's",
		{ by: by('teacher'), ...shown },
		[
			'change bin hide report',
			'change bin hide report',
			'report',
			'change bin report',
			'report',
			'report',
			'report',
		],
	],
	[
		"a pupil's, hidden",
		{ by: by('pupil'), hiding: {}, isWithheld: false, lacksConsent: false, binnedAt: null },
		['change bin show', 'change bin show', 'bin show', 'change bin', '', '', ''],
	],
	[
		"a pupil's, in the bin",
		{ by: by('pupil'), hiding: null, isWithheld: false, lacksConsent: false, binnedAt: new Date() },
		['report', 'report', 'report', 'report', 'report', 'report', 'report'],
	],
] as const)('what each role may do with a material of another: %s', (_name, material, expected) => {
	expect(deeds(material)).toEqual(expected);
});

test('everybody changes and throws away the own, and nobody hides it', () => {
	for (const role of roles)
		expect([...deedsWith(as(role), { by: by(role, 'me'), ...shown })]).toEqual(['change', 'bin']);
});

test('hidden material is there for its author and the teachers', () => {
	const hidden = (id: string) => ({
		by: by('pupil', id),
		hiding: {},
		isWithheld: false,
		lacksConsent: false,
	});
	expect(roles.map((role) => seesMaterial(as(role), hidden('other')))).toEqual([
		...[true, true, true, false, false, false, false],
	]);
	for (const role of roles) expect(seesMaterial(as(role), hidden('me'))).toBe(true);
});

test('reported material waits out of sight of pupils and guests', () => {
	const waiting = { by: by('pupil'), ...shown, isWithheld: true };
	expect(roles.map((role) => seesMaterial(as(role), waiting))).toEqual([
		...[true, true, true, false, false, false, false],
	]);
	expect([...deedsWith(as('founder'), waiting)]).toEqual(['change', 'bin', 'hide']);
});

test('in an archived space material is looked after and not changed', () => {
	const archived = as('founder', new Date());
	expect([...deedsWith(archived, { by: by('pupil'), ...shown })]).toEqual(['bin', 'hide', 'report']);
	expect([...deedsWith(archived, { by: by('founder', 'me'), ...shown })]).toEqual([]);
});
