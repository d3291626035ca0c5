/** Walks the whole table of rights: every kind x right x role, with the expected answer written out. */
import { describe, expect, test } from 'vitest';
import { mayInSpace, rightsIn } from './abilities.ts';
import {
	grantOf,
	memberRoles,
	rights,
	rightsByTool,
	type MemberRole,
	type Right,
	type RightsColumn,
} from './rights.ts';

// founder, teacher administrator, teacher, expert, observer, pupil administrator, pupil, public
const expected: Readonly<Record<Right, string>> = {
	'space.see': 'Y Y Y Y Y Y Y -',
	'space.change': 'Y Y - - - - - -',
	'space.archive': 'Y - - - - - - -',
	'space.take-along': 'Y Y - - - - - -',
	'members.see': 'Y Y Y Y Y Y Y -',
	'members.invite': 'Y Y Y Y - - - -',
	'members.change-role': 'Y Y - Y - - - -',
	'members.remove': 'Y Y - Y - - - -',
	'pupils.invite': 'Y Y Y - - - - -',
	'pages.read': 'Y Y Y Y Y Y Y -',
	'pages.read-drafts': 'Y Y Y Y - Y - -',
	'pages.make': 'Y Y Y Y - Y - -',
	'pages.write': 'Y Y own Y - Y - -',
	'pages.order': 'Y Y - Y - - - -',
	'pages.bin': 'Y Y own own - own - -',
	'pages.publish': 'Y Y own - - - - -',
	'pages.withdraw': 'Y Y own - - - - -',
	'pages.read-public': 'Y Y Y Y Y Y Y Y',
	'updates.read': 'Y Y Y Y Y Y Y -',
	'updates.post': 'Y Y Y - - Y - -',
	'updates.answer': 'Y Y Y - - Y Y -',
	'updates.like': 'Y Y Y - - Y Y -',
	'updates.pin': 'Y Y - - - - - -',
	'walls.read': 'Y Y Y Y Y Y Y -',
	'walls.begin': '- - - - - own own -',
	'walls.answer': 'Y Y Y - - Y Y -',
	'posts.remove': 'Y Y own own own own own -',
	'posts.moderate-pupils': 'Y Y Y - - - - -',
	'posts.report': 'Y Y Y Y Y Y Y -',
	'reports.settle': 'Y Y Y - - - - -',
	'bulletin.read': 'Y Y Y - - - - -',
	'bulletin.write': 'Y Y Y - - - - -',
	'bulletin.tidy': 'Y Y own - - - - -',
	'materials.see': 'Y Y Y Y Y Y Y -',
	'materials.upload': 'Y Y Y Y Y Y Y -',
	'materials.sort': 'Y Y Y Y - - - -',
	'materials.tidy': 'Y Y own Y own own own -',
	'materials.moderate-pupils': 'Y Y Y - - - - -',
	'board.write': 'Y Y Y Y - Y Y -',
	'board.tidy': 'Y Y own Y - own own -',
	'forum.see': 'Y Y Y Y Y Y Y -',
	'forum.open': 'Y Y - Y - - - -',
	'forum.begin': 'Y Y Y Y - Y - -',
	'forum.reply': 'Y Y Y Y Y Y Y -',
	'forum.tidy': 'Y Y own Y own own own -',
	'forum.steer': 'Y Y Y Y - - - -',
	'meetings.make': 'Y Y - Y - - - -',
	'meetings.join': 'Y Y Y Y Y - - -',
	'chat.join': 'Y Y Y Y - - - -',
};
const columns: readonly RightsColumn[] = [...memberRoles, 'public'];

describe('a TwinSpace', () => {
	test.each(rights)('%s is granted as the table says, column by column', (right) => {
		expect(columns.map((column) => grantOf('twinspace', right, column)).join(' ')).toBe(expected[right]);
	});

	test('nothing is expected that the table does not name', () => {
		expect(Object.keys(expected)).toEqual([...rights]);
	});
});

describe('a group', () => {
	test.each(rights)('%s is as in a TwinSpace, but pupils have nothing', (right) => {
		const [founder, administrator, teacher, expert, observer, , , everyone] = expected[right].split(' ');
		const row = [founder, administrator, teacher, expert, observer, '-', '-', everyone];
		expect(columns.map((column) => grantOf('group', right, column))).toEqual(row);
	});
});

const space = (role: MemberRole, archivedAt: Date | null = null) => ({
	kind: 'twinspace' as const,
	archivedAt,
	me: { id: 'mine', role, school: null, person: null, pupil: null },
});

test.each(rights)('%s: "own" holds for what the member made and for nothing else', (right) => {
	for (const role of memberRoles) {
		const grant = grantOf('twinspace', right, role);
		expect(mayInSpace(space(role), right, { madeBy: 'mine' })).toBe(grant !== '-');
		expect(mayInSpace(space(role), right, { madeBy: 'another' })).toBe(grant === 'Y');
		expect(mayInSpace(space(role), right)).toBe(grant === 'Y');
	}
});

test('an archived space is read and kept safe, and not written', () => {
	const left = [...rightsIn(space('founder', new Date()))].sort();
	expect(left).toEqual([
		...['bulletin.read', 'forum.see', 'materials.moderate-pupils', 'materials.see'],
		...['members.remove', 'members.see', 'pages.read', 'pages.read-drafts', 'pages.read-public'],
		...['pages.withdraw', 'posts.moderate-pupils', 'posts.remove', 'posts.report', 'reports.settle'],
		...['space.archive', 'space.see', 'space.take-along', 'updates.read', 'walls.read'],
	]);
});

test('every right that members read of is shown once', () => {
	const shown = Object.values(rightsByTool).flat();
	expect(new Set(shown).size).toBe(shown.length);
});
