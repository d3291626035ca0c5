import { expect, test } from 'vitest';
import { hindrance, type ContactRequest, type Standing } from './contact.ts';

const now = new Date('2026-10-05T09:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3600 * 1000);
const strangers: Standing = { areContacts: false, newest: undefined, blockedByMe: false, blockedMe: false };

function asked(from: string, answer?: ContactRequest['answer']): Standing {
	const to = from === 'me' ? 'them' : 'me';
	const newest = { id: '1', from, to, message: 'Hi', messageLocale: 'en', sentAt: daysAgo(60), answer };
	return { ...strangers, newest };
}

test.each<[string, Standing, boolean, ReturnType<typeof hindrance>]>([
	['strangers may ask', strangers, true, undefined],
	['nobody asks whoever is not available', strangers, false, 'not-available'],
	['contacts need not ask', { ...strangers, areContacts: true }, true, 'already-contacts'],
	['a waiting request is enough', asked('me'), true, 'already-asked'],
	['who was asked answers instead', asked('them'), true, 'asked-by-them'],
	['a block of mine must be lifted first', { ...strangers, blockedByMe: true }, true, 'blocked-by-me'],
	['a block by the other looks like not available', { ...strangers, blockedMe: true }, true, 'not-available'],
	['declined lately', asked('me', { accepted: false, at: daysAgo(29) }), true, 'asked-lately'],
	['declined long ago', asked('me', { accepted: false, at: daysAgo(31) }), true, undefined],
	['I declined and change my mind', asked('them', { accepted: false, at: daysAgo(1) }), true, undefined],
	['a former contact may be asked', asked('me', { accepted: true, at: daysAgo(1) }), true, undefined],
])('%s', (_sentence, standing, available, expected) => {
	expect(hindrance(standing, available, 'me', now)).toBe(expected);
});
