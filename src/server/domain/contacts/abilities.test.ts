import { expect, test } from 'vitest';
import { actorKinds, type Actor, type ActorKind } from '#shared/actor';
import { may, table } from './abilities.ts';
import type { ContactRequest } from './contact.ts';

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
		officeKind: 'validator',
		organisation: 'n',
	},
	operator: { kind: 'operator', person: 'me', session: 's' },
	pupil: { kind: 'pupil', pupil: 'p', session: 's' },
	bearer: { kind: 'bearer', purpose: 'set-up', subject: 'x' },
	system: { kind: 'system' },
};
const toMe: ContactRequest = {
	id: '1',
	from: 'her',
	to: 'me',
	message: 'Hi',
	messageLocale: 'en',
	sentAt: new Date(0),
	answer: undefined,
};

test('only teachers have contacts, each their own', () => {
	for (const name of Object.keys(table) as (keyof typeof table)[]) {
		const allowed = actorKinds.filter((kind) => may(actors[kind], name, toMe as never));
		expect([name, ...allowed]).toEqual([name, 'teacher']);
	}
});

test('a request is answered by the one who was asked, once', () => {
	expect(may(actors.teacher, 'contacts.answer', toMe)).toBe(true);
	expect(may(actors.teacher, 'contacts.answer', { ...toMe, to: 'her', from: 'me' })).toBe(false);
	expect(
		may(actors.teacher, 'contacts.answer', { ...toMe, answer: { accepted: true, at: new Date(0) } }),
	).toBe(false);
});
