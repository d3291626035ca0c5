import { expect, test } from 'vitest';
import { weaknessOf } from './password-rules.ts';

const owner = { name: 'Inês Carvalho', email: 'ines.carvalho@escola.example' };

test.each(['eleven sign', 'kürzer'])('"%s" is too short', (password) => {
	expect(weaknessOf(password, owner)).toBe('password-too-short');
});

test('a pass phrase of 128 signs is fine, one more is not', () => {
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

test.each(['Carvalho-Ines-1', 'inescarvalho1987', 'carvalho!carvalho'])(
	'"%s" is made of the person',
	(password) => {
		expect(weaknessOf(password, owner)).toBe('password-about-you');
	},
);

test.each(['plum trees and seven goats', 'v8Kq!tz3Rw#m', 'Ponte sobre o rio frio', 'حديقة فيها سبع عنزات'])(
	'"%s" is good',
	(password) => {
		expect(weaknessOf(password, owner)).toBeUndefined();
	},
);
