import { expect, test } from 'vitest';
import { actorKinds } from '#shared/actor';
import { oneOfEach } from '../../../../tests/world/everyone.ts';
import { may, table } from './abilities.ts';
import type { ContactRequest } from './contact.ts';

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
		const allowed = actorKinds.filter((kind) => may(oneOfEach[kind], name, toMe as never));
		expect([name, ...allowed]).toEqual([name, 'teacher']);
	}
});

test('a request is answered by the one who was asked, once', () => {
	expect(may(oneOfEach.teacher, 'contacts.answer', toMe)).toBe(true);
	expect(may(oneOfEach.teacher, 'contacts.answer', { ...toMe, to: 'her', from: 'me' })).toBe(false);
	expect(
		may(oneOfEach.teacher, 'contacts.answer', { ...toMe, answer: { accepted: true, at: new Date(0) } }),
	).toBe(false);
});
