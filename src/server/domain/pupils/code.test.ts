import { expect, test } from 'vitest';
import { codeTyped, hashOfCode, inGroups, newCode } from './code.ts';

test('a code has twelve symbols without look-alikes and is printed in three groups', () => {
	for (let round = 0; round < 200; round++) {
		const code = newCode();
		expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
		expect(inGroups(code)).toMatch(/^.{4}-.{4}-.{4}$/);
		expect(codeTyped(inGroups(code))).toBe(code);
	}
});

test('what a child types is read as meant', () => {
	expect(codeTyped('7k3m 9qxa 2btr')).toBe('7K3M9QXA2BTR');
	expect(codeTyped('7K3M–9QXA–2BTR')).toBe('7K3M9QXA2BTR');
	expect(codeTyped('oIl1-UUUU-0000')).toBe('0111VVVV0000');
	expect(codeTyped('７Ｋ３Ｍ9QXA2BTR')).toBe('7K3M9QXA2BTR');
	expect(codeTyped(' 7k3m_9qxa.2btr\u200f\u00a0')).toBe('7K3M9QXA2BTR');
	expect(codeTyped('https://school.example/da/pupil#7K3M9QXA2BTR')).toBe('7K3M9QXA2BTR');
});

test('keyboards of other scripts have signs that look the same', () => {
	expect(codeTyped('АВЕК МНРС ТХУО')).toBe('ABEKMHPCTXY0');
	expect(codeTyped('авек мнрс тхуо')).toBe('ABEKMHPCTXY0');
	expect(codeTyped('ΑΒΕΖ ΗΚΜΝ ΡΤΥΧ')).toBe('ABEZHKMNPTYX');
	expect(codeTyped('٧K٣M-٩QXA-۲BTR')).toBe('7K3M9QXA2BTR');
	expect(codeTyped('7k3m-9qxa-ıBTİ')).toBe('7K3M9QXA1BT1');
});

test('what cannot be a code is none', () => {
	for (const text of ['', '7K3M-9QXA-2BT', '7K3M-9QXA-2BTRX', "7K3M-9QXA-2BT'", '7K3M-9QXA-2BT\u0000']) {
		expect(codeTyped(text)).toBeUndefined();
	}
});

test('the kept hash depends on the secret', () => {
	expect(hashOfCode('one', '7K3M9QXA2BTR')).not.toEqual(hashOfCode('other', '7K3M9QXA2BTR'));
});
