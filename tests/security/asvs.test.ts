import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newToken } from '#platform/ids';
import { newRecoveryCodes } from '../../src/server/domain/people/sign-in/codes.ts';
import { commonWords } from '../../src/server/domain/people/sign-in/common-words.ts';
import {
	codesOfLogin,
	deskAtMost,
	guessesAtAddress,
	guessesFromNetwork,
	lettersFromNetwork,
	lettersToAddress,
	linksFromNetwork,
	mostSessions,
	proofLife,
	sessionIdle,
} from '../../src/server/domain/people/sign-in/limits.ts';
import { longestDays } from '../../src/server/domain/people/sign-in/session-cookie.ts';
import { idleSeconds } from '../../src/server/domain/pupils/limits.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const files = (pattern: string) =>
	globSync(pattern, { cwd: root }).filter((path) => !path.includes('.test.'));

/** The numbers of ASVS 5.0 in V6, V7 and V8 at each level, as its text has them. */
const wanted = {
	1: '6.1.1 6.2.1 6.2.2 6.2.3 6.2.4 6.2.5 6.2.6 6.2.7 6.2.8 6.3.1 6.3.2 6.4.1 6.4.2 7.2.1 7.2.2 7.2.3 7.2.4 7.4.1 7.4.2 8.1.1 8.2.1 8.2.2 8.3.1',
	2: '6.1.2 6.1.3 6.2.9 6.2.10 6.2.11 6.2.12 6.3.3 6.3.4 6.4.3 6.4.4 6.5.1 6.5.2 6.5.3 6.5.4 6.5.5 6.6.1 6.6.2 6.6.3 6.8.1 6.8.2 6.8.3 6.8.4 7.1.1 7.1.2 7.1.3 7.3.1 7.3.2 7.4.3 7.4.4 7.4.5 7.5.1 7.5.2 7.6.1 7.6.2 8.1.2 8.2.3 8.4.1',
} as const;

const lines = read('docs/asvs.md')
	.split('\n')
	.flatMap((line) => {
		const found = /^\| (\d+\.\d+\.\d+)\s+\| ([12])\s+\| (.+?)\s+\| (.+?)\s+\|$/.exec(line);
		return found ? [{ id: found[1], level: found[2], says: found[3] ?? '', proof: found[4] ?? '' }] : [];
	});

function paragraph(name: string): string {
	const found = read('docs/asvs.md')
		.split('\n\n')
		.find((text) => text.startsWith(`**${name}.**`));
	return (found ?? '').replaceAll('\n', ' ');
}

test('every requirement of levels 1 and 2 on accounts, sessions and rights has its test, or a reason why it has none', () => {
	for (const level of [1, 2] as const)
		expect(
			lines.filter((line) => line.level === String(level)).map(({ id }) => id),
			`level ${level}`,
		).toEqual(wanted[level].split(' '));
	const lost = lines.filter(({ says, proof }) => {
		const [, file, title] = /^`(.+?)`: (.+)$/.exec(proof) ?? [];
		if (file === undefined || title === undefined) return !says.startsWith('Not applicable because ');
		return !read(file).includes(`'${title}'`);
	});
	expect(lost).toEqual([]);
});

test('V6: the page says how guessing is slowed, in the numbers that hold', () => {
	const said = paragraph('Guessing');
	const limits = {
		'ADDRESS wrong passwords an hour': guessesAtAddress,
		'ADDRESS wrong codes an hour': codesOfLogin,
		'ADDRESS wrong passwords an hour, since': guessesFromNetwork,
		'ADDRESS letters an hour': lettersToAddress,
		'ADDRESS letters and': lettersFromNetwork,
		'ADDRESS links an hour': linksFromNetwork,
	};
	for (const [words, { most, seconds }] of Object.entries(limits)) {
		expect(seconds).toBe(3600);
		expect(said).toContain(words.replace('ADDRESS', String(most)));
	}
});

test('V7: the page says how long sessions live, in the numbers that hold', () => {
	const said = paragraph('Sessions');
	for (const words of [
		`Adults: ${sessionIdle.person / 3600} idle hours`,
		`${longestDays} days in all`,
		`Desks of officers: ${sessionIdle.desk / 60} idle minutes and ${deskAtMost / 3600} hours`,
		`Pupils: ${idleSeconds / 60} idle minutes, and the school day`,
		`not older than ${proofLife / 60} minutes`,
		`${mostSessions} sessions at a time`,
	])
		expect(said).toContain(words);
});

test('V6: the words of this place that are no passwords are written down', () => {
	expect(commonWords.length).toBeGreaterThan(50);
	expect(commonWords).toEqual(
		expect.arrayContaining(['opentwinning', 'etwinning', 'twinspace', 'erasmus', 'school']),
	);
});

test('V6: codes and links are longer than anybody guesses', () => {
	const codes = newRecoveryCodes();
	// ten signs of an alphabet of 32, five bits each
	for (const code of codes) expect(code).toMatch(/^[a-z0-9]{5}-[a-z0-9]{5}$/);
	expect(Buffer.from(newToken(), 'base64url')).toHaveLength(32);
});

test('V6: every way in stands on the page of ways', () => {
	const opening = files('src/server/domain/people/**/*.ts').filter((path) =>
		/\bopenSession\(/.test(read(path)),
	);
	expect(opening.map((path) => path.replace('src/server/domain/people/sign-in/', '')).sort()).toEqual([
		'confirm-address.ts',
		'enter-by-passkey.ts',
		'join-invited.ts',
		'open-session.ts',
		'providers/enter-by-provider.ts',
		'second-step.ts',
		'sign-in.ts',
	]);
	expect(read('docs/asvs.md')).toMatch(
		/\*\*Ways in\.\*\* Password.+code.+\n?.*passkey[^]*provider[^]*letter/,
	);
});

test('V6: every field of a password hides it, is filled by a manager and pasted into', () => {
	const pages = files('src/**/*.svelte').map(read);
	const fields = pages.flatMap((page) => [
		...page.matchAll(/<TextField[^>]*name="[^"]*password[^"]*"[^>]*>/g),
	]);
	expect(fields.length).toBeGreaterThan(8);
	const wrong = fields.filter(
		([field]) => !/type="password"[^]*autocomplete="(current|new)-password"/.test(field),
	);
	expect(wrong.map(([field]) => field)).toEqual([]);
	expect(pages.filter((page) => /onpaste|on:paste/.test(page))).toEqual([]);
});

test('V6: no password grows old', () => {
	expect(read('src/server/platform/schema.ts')).not.toMatch(/password_?(expires|changed|set|renew)/i);
});

test('V6: there are no hints and no secret questions', () => {
	expect(read('src/server/platform/schema.ts')).not.toMatch(/password_?hint|secret_?(question|answer)/i);
});

test('V6: chance that guards anything comes from the system', () => {
	expect(Buffer.from(newToken(), 'base64url')).toHaveLength(32);
	expect(files('src/server/**/*.ts').filter((path) => read(path).includes('Math.random'))).toEqual([]);
});

test('V7: whoever is signed in finds the way out on every page', () => {
	expect(read('src/ui/MeMenu.svelte')).toContain('<form method="post" action={me.signOut.action}>');
	expect(read('src/ui/Shell.svelte')).toContain('<MeMenu {me} />');
	// every page but the pupils' stands inside this frame, and theirs has its own
	expect(read('src/routes/[lang]/+layout.svelte')).toMatch(
		/\{#if ownShell\}[^]*\{:else\}\s*<Shell[^]*\{me\}/,
	);
	expect(read('src/ui/PupilShell.svelte')).toContain('<form method="post" action={signOut.action}>');
});
