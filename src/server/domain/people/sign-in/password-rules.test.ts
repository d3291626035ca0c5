import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dictionary } from '@zxcvbn-ts/language-common';
import { expect, test } from 'vitest';
import { weaknessOf } from './password-rules.ts';

const owner = { name: 'Inês Carvalho', email: 'ines.carvalho@escola.example' };

test.each(['eleven sign', 'kürzer'])('V6: "%s" is too short', (password) => {
	expect(weaknessOf(password, owner)).toBe('password-too-short');
});

test('V6: a pass phrase of 128 signs is fine, one more is not', () => {
	const phrase = 'a herd of goats waits under seven plum trees, '.repeat(3).slice(0, 128);
	expect(weaknessOf(`${phrase}!`, owner)).toBe('password-too-long');
	expect(weaknessOf('a herd of goats waits under seven plum trees', owner)).toBeUndefined();
});

test.each([
	'password1234',
	'P@ssw0rd2026!',
	'123456789012',
	'aaaaaaaaaaaa',
	'abcabcabcabc',
	'qwertyuiop12',
	'azertyuiop2026',
	'eTwinning2026!',
	'Opentwinning!1',
	'SchoolTeacher1',
	'iloveyou2026!!',
	'MotDePasse2026',
	'Schule12345678',
	'xyz1xyz1xyz1xyz1',
])('"%s" is what guessers try first', (password) => {
	expect(weaknessOf(password, owner)).toBe('password-common');
});

test('V6: every password of the list of leaked ones is refused, also with a year or two figures behind it', () => {
	// all that are long enough as they stand, and of the others so many
	const list = dictionary['passwords-common'].filter(
		(password, row) => password.length >= 12 || (password.length >= 8 && row % 40 === 0),
	);
	expect(list.length).toBeGreaterThan(500);
	const passed = list
		.flatMap((password) => [password, `${password}2024`, `${password}!7`])
		.filter((password) => weaknessOf(password, owner) === undefined);
	expect(passed).toEqual([]);
});

test.each(['dragonmonkey12', 'JustinBieber1!', 'Transformers#9', 'iseedeadpeople'])(
	'"%s" is made of leaked passwords',
	(password) => {
		expect(weaknessOf(password, owner)).toBe('password-common');
	},
);

test.each(['Carvalho-Ines-1', 'inescarvalho1987', 'Ines.Carvalho.9'])(
	'"%s" is made of the person',
	(password) => {
		expect(weaknessOf(password, owner)).toBe('password-about-you');
	},
);

test.each([
	'plum trees and seven goats',
	'v8Kq!tz3Rw#m',
	'Ponte sobre o rio frio',
	'correct horse battery staple',
	'حديقة فيها سبع عنزات',
])('"%s" is good', (password) => {
	expect(weaknessOf(password, owner)).toBeUndefined();
});

test('V6: wherever somebody chooses a password its strength is asked', () => {
	const part = fileURLToPath(new URL('..', import.meta.url));
	const files = readdirSync(part, { recursive: true, encoding: 'utf8' }).filter(
		// the demo world makes up passwords nobody chose
		(file) => /\.ts$/.test(file) && !/\.test\.ts$|passwords\.ts$|make-login\.ts$/.test(file),
	);
	const choosing = files.filter((file) =>
		/\b(hashOf|makeLogin)\(/.test(readFileSync(join(part, file), 'utf8')),
	);
	expect(choosing.length).toBeGreaterThanOrEqual(5);
	const asking = choosing.filter((file) => readFileSync(join(part, file), 'utf8').includes('weaknessOf('));
	expect(asking).toEqual(choosing);
});
