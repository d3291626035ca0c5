// About a minute: loads real national registers from a folder, each into a database of its own, and prints what came of them;
// what an officer would choose for them in the browser must read them alike.
// The folder is given as an argument or as OPENTWINNING_REGISTERS. It holds the files named below; none is part of the project.
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadFile, profiles, type EditionReport, type Profile } from '#domain/schools/register';
import { findSchools } from '#domain/schools';
import type { Context } from '#platform/context';
import { createDatabase } from '#platform/database';
import { createLogger } from '#platform/log';
import { compose } from '#platform/part';
import { system, type System } from '#shared/actor';
import { takenOtherwise } from '../../src/server/domain/schools/register/profiles/officers-choices.ts';
import { readRegister } from '../../src/server/domain/schools/register/reading/read-register.ts';
import { rowTaker } from '../../src/server/domain/schools/register/taking/take-row.ts';
import { allParts } from '../../src/server/parts.ts';
import { cloneDatabase, dropDatabase, startTestServer } from '../../tests/world/test-server.ts';

/** What the publisher's file holds, counted by other means: rows, ids that repeat, rows that cannot be taken. */
type Expected = { readonly rows: number; readonly note?: string } & Partial<
	Pick<EditionReport, 'merged' | 'refused' | 'added' | 'differing' | 'missing'>
>;
type Run = { readonly profile: string; readonly file: string; readonly expected: Expected };

const runs: readonly (readonly Run[])[] = [
	[
		{
			profile: 'it-paritarie',
			file: 'it-paritarie-2022-23.csv.gz',
			expected: { rows: 11_992, refused: 0, added: 11_992 },
		},
		{
			profile: 'it-paritarie',
			file: 'it-paritarie-2023-24.csv.gz',
			expected: { rows: 11_870, refused: 0, added: 20, missing: 142, differing: 365 },
		},
		{
			profile: 'it-statali-province-autonome',
			file: 'it-province-autonome-statali-2023-24.csv',
			expected: { rows: 1182, refused: 0 },
		},
	],
	[{ profile: 'cz-rejstrik', file: 'cz-rejstrik-2023.csv.gz', expected: { rows: 26_812, refused: 0 } }],
	[
		{
			profile: 'nl-duo',
			file: 'nl-scholen-2024-11-22.geojson.zip',
			expected: { rows: 8717, merged: 95, added: 8622 },
		},
	],
	[
		{
			profile: 'fr-colleges',
			file: 'fr-colleges-seed.csv',
			expected: { rows: 1194, refused: 4, note: '4 codes with a letter too many, too few or small' },
		},
	],
	[
		{
			profile: 'lv-iestades',
			file: 'lv-izglitibas-iestades-2020.csv.gz',
			expected: { rows: 2713, refused: 0 },
		},
		{
			profile: 'lv-pirmsskolas',
			file: 'lv-pirmsskolas-2020.csv',
			expected: { rows: 640, refused: 0, missing: 0 },
		},
		{
			profile: 'lv-visparizglitojosas',
			file: 'lv-visparizglitojosas-2020.csv',
			expected: { rows: 688, refused: 0, missing: 0 },
		},
	],
	[{ profile: 'pt-aml', file: 'pt-lisboa-aml-2024.csv', expected: { rows: 2097 } }],
	[
		{
			profile: 'de-sachsen',
			file: 'de-sachsen.json',
			expected: {
				rows: 1467,
				refused: 0,
				note: '1,421 schools with 1,467 buildings; 2 schools stand there twice',
			},
		},
	],
	[
		{
			profile: 'uk-gias',
			file: 'uk-gias-sample.csv',
			expected: { rows: 19, refused: 10, note: '10 rows with 135 cells under 120 columns' },
		},
	],
	[
		{
			profile: 'uk-ni-primary',
			file: 'uk-ni-primary-2023-24.xlsx',
			expected: {
				rows: 787,
				refused: 0,
				note: '790 rows below the first: two blank, the heading, 787 schools',
			},
		},
	],
	[
		{
			profile: 'se-stockholm',
			file: 'se-stockholm-grade9-2026-04.json',
			expected: { rows: 373, refused: 0, added: 373 },
		},
	],
];

/** The same registers in odd letters, where the folder beside holds them. */
const odd: readonly (readonly Run[])[] = [
	[
		{
			profile: 'cz-rejstrik',
			file: '../naughty/csv-encodings/cz-300-windows1250-crlf-semicolon.csv',
			expected: { rows: 300, refused: 0 },
		},
	],
	[
		{
			profile: 'it-statali-province-autonome',
			file: '../naughty/csv-encodings/it-120-utf8-bom-cr-only.csv',
			expected: { rows: 120, refused: 0 },
		},
	],
	[
		{
			profile: 'lv-pirmsskolas',
			file: '../naughty/csv-encodings/lv-200-utf16le-bom.csv',
			expected: { rows: 200, refused: 0 },
		},
	],
];

const folder = process.argv[3] ?? process.env['OPENTWINNING_REGISTERS'] ?? '';
const missing = runs.flat().filter(({ file }) => !existsSync(join(folder, file)));
if (folder === '' || missing.length > 0) {
	const lacking =
		folder === '' ? 'No folder was named' : `${folder} lacks ${missing.map(({ file }) => file).join(', ')}`;
	console.error(`${lacking}. Say where the registers lie: npm run long -- registers FOLDER`);
	process.exit(1);
}

compose(allParts);
const log = createLogger('test');
const failures: string[] = [];
const rows: string[][] = [];
const server = await startTestServer();
try {
	const here = [...runs, ...odd.filter(([run]) => existsSync(join(folder, run?.file ?? '')))];
	for (const [number, country] of here.entries()) {
		const name = `clone_registers_${process.pid}_${number}`;
		const db = createDatabase({ connection: await cloneDatabase(server, name), log, connections: 3 });
		const ctx: Context<System> = { db, actor: system, now: new Date(), locale: 'en', log };
		await admitCountries(ctx);
		for (const run of country) await load({ ...ctx, now: new Date() }, run);
		await db.destroy();
		await dropDatabase(server, name);
	}
} finally {
	await server.stop();
}
print();
console.log(JSON.stringify({ long: 'registers', files: rows.length, failures }));
process.exitCode = failures.length === 0 ? 0 : 1;

/** Registers of a country that does not take part load as well, once an installation knows the country. */
async function admitCountries(ctx: Context): Promise<void> {
	await ctx.db
		.insertInto('places.country')
		.values({
			code: 'GB',
			country_group: 'associated',
			time_zone: 'Europe/London',
			official_languages: ['en'],
			left_on: '2021-01-01',
		})
		.execute();
}

async function load(ctx: Context<System>, { profile: name, file, expected }: Run): Promise<void> {
	const profile = profiles.find((one) => one.name === name);
	if (!profile) throw new Error(name);
	const from = performance.now();
	const order = { profile, file: join(folder, file) };
	const { report } = await loadFile(ctx, { ...order, apply: true });
	const seconds = (performance.now() - from) / 1000;
	const again = await loadFile({ ...ctx, now: new Date() }, { ...order, apply: false });
	const leftOut = report.leftOut.reduce((sum, kind) => sum + kind.count, 0);
	const unknown = report.leftOut.filter((kind) => !kind.known).reduce((sum, kind) => sum + kind.count, 0);
	const found = await findable(ctx, profile.country);
	rows.push([
		basename(file),
		...[report.read, leftOut, unknown, report.refused, report.merged, report.added, report.changed].map(
			String,
		),
		...[report.differing, report.missing, report.doubles].map(String),
		found,
		seconds.toFixed(1),
		expected.note ?? '',
	]);
	const { rows: read, note: _, ...others } = expected;
	for (const [what, wanted] of Object.entries({ read, ...others })) {
		const got = report[what as keyof EditionReport];
		if (got !== wanted) failures.push(`${file}: ${what} is ${String(got)}, not ${wanted}`);
	}
	if (again.report.added + again.report.changed > 0)
		failures.push(`${file}: the same file again would change something`);
	if (
		report.refused + leftOut + report.merged + report.added + report.changed + report.unchanged !==
		report.read
	)
		failures.push(`${file}: the counts do not add up to the rows read`);
	const otherwise = await takenOtherwise(profile, order.file);
	if (otherwise.length > 0)
		failures.push(`${file}: chosen in the browser, ${otherwise.length} rows read otherwise`);
	failures.push(...(await personalData(ctx)).map((what) => `${file}: ${what}`));
	const whole = runs.flat().find((run) => run.profile === name && run.file !== file);
	if (odd.flat().some((run) => run.file === file) && whole) {
		const damaged = await damagedRows(profile, order.file, join(folder, whole.file));
		if (damaged.length > 0)
			failures.push(`${file}: rows ${damaged.join(', ')} read other than in ${whole.file}`);
	}
}

/** Rows of a file in odd letters that say something else than the whole register in its own letters, by their lines. */
async function damagedRows(profile: Profile, file: string, whole: string): Promise<number[]> {
	const said = async (path: string) => {
		const take = rowTaker(profile);
		const taken: { line: number; text: string }[] = [];
		for await (const source of readRegister(path, profile, profile.language ? [profile.language] : []).rows) {
			const { row, ...rest } = take(source);
			const { line: _, row_hash: hash, ...cells } = row ?? {};
			taken.push({ line: source.line, text: JSON.stringify([cells, hash?.toString('hex'), rest]) });
		}
		return taken;
	};
	const sound = new Set((await said(whole)).map(({ text }) => text));
	return (await said(file)).flatMap(({ line, text }) => (sound.has(text) ? [] : [line]));
}

/** A school from the middle of the register is found by its name with a letter wrong. */
async function findable(ctx: Context, country: string): Promise<string> {
	const schools = await ctx.db
		.selectFrom('schools.school')
		.innerJoin('schools.register_key as key', 'key.school_id', 'schools.school.id')
		.select(['schools.school.id', 'name', 'town'])
		.where('schools.school.country', '=', country)
		.where('scheme', '<>', 'world')
		.orderBy('schools.school.folded')
		.execute();
	const tried = schools.filter((_, place) => place % Math.ceil(schools.length / 100) === 0);
	let first = 0;
	for (const { id, name, town } of tried) {
		const text = `${name.slice(0, 5)}${name.slice(6)} ${town}`;
		const hits = await findSchools(ctx, { country, text });
		if (hits.some((hit) => hit.id === id)) first++;
	}
	return `${first}/${tried.length}`;
}

/** Whether a mail address came into any column. */
async function personalData(ctx: Context): Promise<string[]> {
	const found = await ctx.db
		.selectFrom('schools.school')
		.select(['id', 'name', 'address', 'website'])
		.where((eb) =>
			eb.or(
				(['original_name', 'address', 'town', 'region', 'website'] as const).map((column) =>
					eb(column, '~', '@[a-z0-9-]+[.][a-z]'),
				),
			),
		)
		.execute();
	return found.map((row) => `a mail address came in: ${JSON.stringify(row)}`);
}

function print(): void {
	const heads = [
		'file',
		'rows',
		'no school',
		'new kind',
		'refused',
		'merged',
		'added',
		'changed',
		'differing',
		'missing',
		'doubles',
		'found',
		's',
		'',
	];
	const table = [heads, ...rows];
	const widths = heads.map((_, place) => Math.max(...table.map((row) => (row[place] ?? '').length)));
	for (const row of table) {
		console.log(
			row
				.map((cell, place) =>
					place === 0 || place === 13 ? cell.padEnd(widths[place] ?? 0) : cell.padStart(widths[place] ?? 0),
				)
				.join('  '),
		);
	}
}
