import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NoValues } from '#shared/message-types';
import type * as Messages from './messages.ts';
import { currentLocale, forgetMessages, inLocale, messagesOf } from './messages.ts';

type Arguments = {
	'garden.refusal.full': NoValues;
	'garden.refusal.late': { day: string | number };
	'garden.beds': { count: number };
};
const t = messagesOf<Arguments>('garden');
const root = mkdtempSync(join(tmpdir(), 'messages-'));

beforeAll(() => {
	write('en', {
		'garden.refusal.full': 'The garden is full.',
		'garden.refusal.late': 'It closed on {day}.',
		'garden.beds': '{count, plural, one {# bed} other {# beds}}',
	});
	write('fr', { 'garden.refusal.full': 'Le jardin est complet.' });
	process.env['OPENTWINNING_ROOT'] = root;
	forgetMessages();
});

afterAll(() => {
	delete process.env['OPENTWINNING_ROOT'];
	rmSync(root, { recursive: true });
	forgetMessages();
});

function write(locale: string, texts: Readonly<Record<string, string>>): void {
	mkdirSync(join(root, 'messages', locale), { recursive: true });
	writeFileSync(join(root, 'messages', locale, 'garden.json'), JSON.stringify(texts));
}

test('texts come in the language of the work at hand, English outside of it', () => {
	expect(t('garden.refusal.full')).toBe('The garden is full.');
	expect(inLocale('fr', () => t('garden.refusal.full'))).toBe('Le jardin est complet.');
	expect(currentLocale()).toBe('en');
});

test('the language stays with work that waits', async () => {
	const text = await inLocale('fr', async () => {
		await new Promise((done) => setTimeout(done, 1));
		return t('garden.refusal.full');
	});
	expect(text).toBe('Le jardin est complet.');
});

test('a missing text or a missing file falls back to English', () => {
	expect(inLocale('fr', () => t('garden.beds', { count: 2 }))).toBe('2 beds');
	expect(inLocale('da', () => t('garden.refusal.full'))).toBe('The garden is full.');
});

test('a family asks for the values of all its members', () => {
	const reason = ['full', 'late'].at(1) as 'full' | 'late';
	expect(t(`garden.refusal.${reason}`, { day: '3 May' })).toBe('It closed on 3 May.');
	// @ts-expect-error the day is missing
	t(`garden.refusal.${reason}`);
	// @ts-expect-error a message without arguments takes no values
	t('garden.refusal.full', {});
	// @ts-expect-error a count is a number
	t('garden.beds', { count: '2' });
});

test('a second copy of the module shares the language of the request', async () => {
	const address = './messages.ts?copy';
	const copy = (await import(address)) as typeof Messages;
	expect(copy.inLocale).not.toBe(inLocale);
	expect(copy.inLocale('da', () => currentLocale())).toBe('da');
});
