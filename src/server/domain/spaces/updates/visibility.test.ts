import { expect, test } from 'vitest';
import type { MemberRole } from '#domain/spaces';
import type { PostState } from './post.ts';
import { deedsFor, seesPost, seesWords } from './visibility.ts';

const roles: readonly MemberRole[] = [
	...(['founder', 'teacher-administrator', 'teacher', 'expert', 'observer'] as const),
	...(['pupil-administrator', 'pupil'] as const),
];
const states: readonly PostState[] = ['shown', 'waiting', 'hidden', 'removed'];
const as = (role: MemberRole) => ({
	kind: 'twinspace' as const,
	archivedAt: null,
	me: { id: 'me', role, school: null, person: null, pupil: null },
});
const post = (state: PostState, authorRole: MemberRole, madeBy = 'other', isOnWall = true) => ({
	madeBy,
	authorRole,
	place: isOnWall ? ('wall' as const) : ('updates' as const),
	state,
});

test('whoever answers for the space sees every post, its author sees it too, the others what is shown', () => {
	for (const state of states) {
		const seen = roles.map((role) => seesPost(as(role), post(state, 'pupil')));
		const all = state === 'shown';
		expect(seen, state).toEqual([true, true, true, all, all, all, all]);
		for (const role of roles) expect(seesPost(as(role), post(state, role, 'me'))).toBe(true);
	}
});

test('the words of a removed post are for those who answer for the space', () => {
	expect(roles.map((role) => seesWords(as(role), post('removed', 'pupil', 'me')))).toEqual([
		...[true, true, true, false, false, false, false],
	]);
});

// founder, teacher administrator, teacher, expert, observer, pupil administrator, pupil
test.each([
	[
		"another pupil's, shown",
		post('shown', 'pupil'),
		[
			'answer like report hide remove',
			'answer like report hide remove',
			'answer like report hide remove',
			'report',
			'report',
			'answer like report',
			'answer like report',
		],
	],
	[
		"another pupil's, reported",
		post('waiting', 'pupil'),
		['hide remove', 'hide remove', 'hide remove', '', '', '', ''],
	],
	[
		"another pupil's, hidden",
		post('hidden', 'pupil'),
		['show remove', 'show remove', 'show remove', '', '', '', ''],
	],
	["another pupil's, removed", post('removed', 'pupil'), ['', '', '', '', '', '', '']],
	[
		"a teacher's update, shown",
		post('shown', 'teacher', 'other', false),
		[
			'answer like pin report hide remove',
			'answer like pin report hide remove',
			'answer like report',
			'report',
			'report',
			'answer like report',
			'answer like report',
		],
	],
	[
		'my own, shown',
		post('shown', 'teacher', 'me', false),
		[
			'answer pin mend take-back',
			'answer pin mend take-back',
			'answer mend take-back',
			'take-back',
			'take-back',
			'answer mend take-back',
			'answer mend take-back',
		],
	],
	['my own, removed', post('removed', 'teacher', 'me', false), ['', '', '', '', '', '', '']],
] as const)('what each role may do with a post: %s', (_name, subject, expected) => {
	expect(roles.map((role) => [...deedsFor(as(role), subject)].join(' '))).toEqual(expected);
});

test('experts put the forum in order, and teachers in it what pupils wrote; the bulletin is for those who lead', () => {
	const inForum = { ...post('shown', 'teacher'), place: 'forum' as const };
	const hides = (subject: typeof inForum | (typeof inForum & { place: 'bulletin' })) =>
		roles.map((role) => deedsFor(as(role), subject).has('remove'));
	expect(hides(inForum)).toEqual([true, true, false, true, false, false, false]);
	expect(hides({ ...inForum, authorRole: 'pupil' })).toEqual([true, true, true, true, false, false, false]);
	expect(hides({ ...inForum, place: 'bulletin' } as never)).toEqual([
		...[true, true, false, false, false, false, false],
	]);
	expect(roles.map((role) => deedsFor(as(role), inForum).has('answer'))).toEqual(roles.map(() => false));
});
