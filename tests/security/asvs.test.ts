import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newToken } from '#platform/ids';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const files = (pattern: string) =>
	globSync(pattern, { cwd: root }).filter((path) => !path.includes('.test.'));

/** ASVS 5.0, levels 1 and 2 of V6, V7 and V8: how many requirements each section has at these levels. */
const wanted = [
	...['6.1.1', '6.1.2', '6.1.3'],
	...Array.from({ length: 12 }, (_, at) => `6.2.${at + 1}`),
	...['6.3.1', '6.3.2', '6.3.3', '6.3.4'],
	...['6.4.1', '6.4.2', '6.4.3', '6.4.4'],
	...['6.5.1', '6.5.2', '6.5.3', '6.5.4', '6.5.5'],
	...['6.6.1', '6.6.2', '6.6.3'],
	...['6.8.1', '6.8.2', '6.8.3', '6.8.4'],
	...['7.1.1', '7.1.2', '7.1.3', '7.2.1', '7.2.2', '7.2.3', '7.2.4', '7.3.1', '7.3.2'],
	...['7.4.1', '7.4.2', '7.4.3', '7.4.4', '7.4.5', '7.5.1', '7.5.2', '7.6.1', '7.6.2'],
	...['8.1.1', '8.1.2', '8.2.1', '8.2.2', '8.2.3', '8.3.1', '8.4.1'],
];

const lines = read('docs/asvs.md')
	.split('\n')
	.flatMap((line) => {
		const found = /^\| (\d+\.\d+\.\d+)\s+\| ([12])\s+\| (.+?)\s+\| (.+?)\s+\|$/.exec(line);
		return found ? [{ id: found[1] ?? '', says: found[3] ?? '', proof: found[4] ?? '' }] : [];
	});

test('every requirement of levels 1 and 2 on accounts, sessions and rights has its test, or a reason why it has none', () => {
	expect(lines.map(({ id }) => id)).toEqual(wanted);
	const lost = lines.filter(({ says, proof }) => {
		const [, file, title] = /^`(.+?)`: (.+)$/.exec(proof) ?? [];
		if (file === undefined || title === undefined) return !says.startsWith('Not applicable because ');
		return !read(file).includes(`'${title}'`);
	});
	expect(lost).toEqual([]);
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
