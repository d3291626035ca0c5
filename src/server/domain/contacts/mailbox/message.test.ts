import { expect, test } from 'vitest';
import type { ContactRequest, Standing } from '../contact.ts';
import { isShortAnswer, writingHindrance } from './message.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 9, 5, hour));
const strangers: Standing = { areContacts: false, newest: undefined, blockedByMe: false, blockedMe: false };
const contacts: Standing = { ...strangers, areContacts: true };

function asked(from: 'me' | 'them', answer?: ContactRequest['answer']): Standing {
	const to = from === 'me' ? 'them' : 'me';
	const newest = { id: '1', from, to, message: 'Hi', messageLocale: 'en', sentAt: at(9), answer };
	return { ...strangers, newest };
}

test.each<[string, Standing, Date | undefined, ReturnType<typeof writingHindrance>]>([
	['contacts write', contacts, undefined, undefined],
	['strangers ask for contact first', strangers, undefined, 'no-contact'],
	['who asked waits', asked('me'), undefined, 'wait-for-answer'],
	['words from before the request are no answer to it', asked('me'), at(8), 'wait-for-answer'],
	['who asked and heard a word goes on', asked('me'), at(10), undefined],
	['who was asked may ask back', asked('them'), at(9), undefined],
	['after a no everything ends', asked('me', { accepted: false, at: at(11) }), at(10), 'no-contact'],
	['former contacts ask again', asked('me', { accepted: true, at: at(11) }), at(10), 'no-contact'],
	['a block of mine is lifted first', { ...contacts, blockedByMe: true }, at(9), 'blocked-by-me'],
	['a block by them looks like not available', { ...asked('them'), blockedMe: true }, at(9), 'not-available'],
])('%s', (_sentence, standing, heardAt, expected) => {
	expect(writingHindrance(standing, heardAt, 'me')).toBe(expected);
});

test('thanking six people is no mass message; praising a project to six is', () => {
	expect(isShortAnswer('Thank you!', at(10), at(9))).toBe(true);
	expect(isShortAnswer('Thank you!', at(9), at(10))).toBe(false);
	expect(isShortAnswer('Thank you!', undefined, undefined)).toBe(false);
	expect(isShortAnswer('Join my project about rivers, it will be great', at(10), at(9))).toBe(false);
});
