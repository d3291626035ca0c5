// The drill of a breach: within the hour it is known whom to tell, and the lists hold nothing that would do more harm.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CommandError, parts } from '#platform/part';
import { system } from '#shared/actor';
import { aRoom } from '../world/a-space.ts';
import { testDatabase } from '../world/database.ts';
import { withLogin } from '../world/signing-in.ts';

const world = testDatabase();
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'breach-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function drill(name: string, ...args: string[]): Promise<string> {
	const command = parts().flatMap(({ commands }) => commands?.[name] ?? [])[0];
	const said: string[] = [];
	await command?.run(world.as(system), args, (line) => said.push(line));
	return said.join('\n');
}
const linesOf = (file: string) =>
	parse(readFileSync(file, 'utf8'), { columns: true, bom: true }) as Record<string, string>[];

test('R-BRE: the drill lists everybody to be told with address, language and country, and whom to call there', async () => {
	for (const name of ['ines', 'freja', 'mette'] as const) await withLogin(world.as(system), name);
	const file = join(folder, 'accounts.csv');
	const said = await drill('accounts affected', file);
	const signedIn = await world.db
		.selectFrom('people.person')
		.select('email')
		.where('email', 'is not', null)
		.execute();
	expect(signedIn.length).toBeGreaterThan(2);
	expect(
		linesOf(file)
			.map(({ address }) => address)
			.sort(),
	).toEqual(signedIn.map(({ email }) => email).sort());
	expect(linesOf(file).every(({ language, country }) => language !== '' && country !== '')).toBe(true);
	expect(said).toMatch(/^PT {2}\d+ accounts/m);
	expect(statSync(file).mode & 0o777).toBe(0o600);
	const portugal = join(folder, 'portugal.csv');
	await drill('accounts affected', portugal, 'PT');
	expect(new Set(linesOf(portugal).map(({ country }) => country))).toEqual(new Set(['PT']));
	// a list that lies there is not written over, and a half order is none
	await expect(drill('accounts affected', file)).rejects.toThrow('EEXIST');
	await expect(drill('accounts affected')).rejects.toThrow(CommandError);
});

test('R-BRE: of pupils the drill tells classes, teachers and numbers, and no alias', async () => {
	await aRoom(world);
	const file = join(folder, 'classes.csv');
	const said = await drill('classes affected', file);
	expect(said).toContain('2 classes with 3 pupils');
	expect(
		linesOf(file)
			.map(({ pupils }) => pupils)
			.sort(),
	).toEqual(['1', '2']);
	expect(readFileSync(file, 'utf8')).not.toMatch(/Heron|Otter|Lynx/);
});

test('R-BRE: the page for that day names the clock, both commands and the register', () => {
	const page = readFileSync('docs/operations/breach.md', 'utf8');
	for (const said of [
		'72 hours',
		'accounts affected',
		'classes affected',
		'/privacy/register',
		'audit verify',
	])
		expect(page).toContain(said);
	for (const name of page.matchAll(/npm run cli -- (\w+ \w+)/g))
		expect([name[1], parts().some(({ commands }) => commands?.[name[1] ?? ''])]).toEqual([name[1], true]);
});
