import { expect, test } from 'vitest';
import { z } from 'zod';
import { choices, text } from '#shared/form-fields';
import { Invalid } from './errors.ts';
import { readForm } from './sent-form.ts';

const schema = z.object({
	title: text(20),
	subjects: choices(['music', 'art', 'physics']),
	rows: z.array(z.string()).max(3).prefault([]),
});

function sent(...fields: readonly (readonly [string, string])[]): Request {
	const body = new FormData();
	for (const [name, value] of [['form-key', 'abcdefgh-1'] as const, ...fields]) body.append(name, value);
	return new Request('http://here.example/', { method: 'POST', body });
}

test('one box that is ticked is a list of one, none a list of none', async () => {
	const one = await readForm(sent(['title', 'Rivers'], ['subjects', 'music'], ['rows', 'a']), 'x', schema);
	expect(one.ok && one.input).toEqual({ title: 'Rivers', subjects: ['music'], rows: ['a'] });
	const none = await readForm(sent(['title', 'Rivers']), 'x', schema);
	expect(none.ok && none.input).toEqual({ title: 'Rivers', subjects: [], rows: [] });
});

test('what a text holds that nobody sees is left out, and its letters are composed', async () => {
	const form = await readForm(sent(['title', 'Caf\0e\u0301\r\nau\u001b lait']), 'x', schema);
	expect(form.ok && form.input.title).toBe('Caf\u00e9\nau lait');
});

test('a list that needs a choice is not complete without one, and not with too many', async () => {
	const languages = z.object({ languages: choices(['en', 'fr', 'de'], 2, 1) });
	for (const chosen of [[], ['en', 'fr', 'de']]) {
		const fields = chosen.map((language) => ['languages', language] as const);
		const form = await readForm(sent(...fields), 'x', languages);
		expect(!form.ok && Object.keys(form.reply.errors)).toEqual(['languages']);
	}
});

test('what a person can mend comes back with what was typed', async () => {
	const form = await readForm(sent(['title', '  '], ['subjects', 'art']), 'x', schema);
	expect(!form.ok && form.reply).toMatchObject({
		form: 'x',
		values: { subjects: ['art'] },
		errors: { title: expect.any(String) as string },
	});
});

test.each([
	'role',
	'school_id',
	'verified',
	'country',
	'id',
	'createdAt',
	'__proto__',
	'constructor',
	'toString',
])('a field %s that the form does not have refuses the whole form', async (name) => {
	await expect(readForm(sent(['title', 'Rivers'], [name, 'x']), 'x', schema)).rejects.toThrow(Invalid);
});

test('a field sent twice that is no list refuses the whole form', async () => {
	await expect(readForm(sent(['title', 'Rivers'], ['title', 'Lakes']), 'x', schema)).rejects.toThrow(Invalid);
});

test('a form without its key, or with two, is none of ours', async () => {
	const body = new FormData();
	body.append('title', 'Rivers');
	await expect(
		readForm(new Request('http://here.example/', { method: 'POST', body }), 'x', schema),
	).rejects.toThrow(Invalid);
	await expect(readForm(sent(['form-key', 'abcdefgh-2']), 'x', schema)).rejects.toThrow(Invalid);
});

test('a body that is no form is none of ours', async () => {
	const headers = { 'content-type': 'multipart/form-data; boundary=x' };
	for (const init of [{ body: '--x\r\ncontent-disp', headers }, { body: '{}' }, {}]) {
		const request = new Request('http://here.example/', { method: 'POST', ...init });
		await expect(readForm(request, 'x', schema)).rejects.toThrow(Invalid);
	}
});
