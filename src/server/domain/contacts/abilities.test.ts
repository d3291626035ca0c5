import { expect, test } from 'vitest';
import { actorKinds, type ActorKind } from '#shared/actor';
import { oneOfEach } from '../../../../tests/world/everyone.ts';
import { may, type table } from './abilities.ts';
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

const matrix: Record<keyof typeof table, readonly ActorKind[]> = {
	'contacts.see-own': ['teacher'],
	'contacts.ask': ['teacher'],
	'contacts.answer': ['teacher'],
	'contacts.write': ['teacher'],
	'contacts.block': ['teacher'],
};

test.each(Object.entries(matrix))('%s: %j', (name, kinds) => {
	const ability = name as keyof typeof table;
	expect(actorKinds.filter((kind) => may(oneOfEach[kind], ability, toMe as never))).toEqual(kinds);
});

test('a request is answered by the one who was asked, once', () => {
	expect(may(oneOfEach.teacher, 'contacts.answer', toMe)).toBe(true);
	expect(may(oneOfEach.teacher, 'contacts.answer', { ...toMe, to: 'her', from: 'me' })).toBe(false);
	expect(
		may(oneOfEach.teacher, 'contacts.answer', { ...toMe, answer: { accepted: true, at: new Date(0) } }),
	).toBe(false);
});
