import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { compose } from '#platform/part';
import { system } from '#shared/actor';
import { testDatabase } from '../../../../../tests/world/database.ts';
import { officer, teacher } from '../../../../../tests/world/index.ts';
import { applyImport, findSchools, previewImport } from '../index.ts';
import { itParitarie } from '../profiles/it-paritarie.ts';
import { nlDuo } from '../profiles/nl-duo.ts';
import { zipOf } from './zip-of.ts';

const world = testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'register-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fixture = (name: string) => join(import.meta.dirname, 'fixtures', name);
const first = { profile: itParitarie, file: fixture('paritarie-2031.csv'), by: 'operator' };
const second = { ...first, file: fixture('paritarie-2032.csv') };
const heard: string[][] = [];

beforeEach(() => {
	heard.length = 0;
	compose([
		{
			name: 'listener',
			schemas: [],
			privacy: { columns: {} },
			within: { 'school.changed': async (_, { schools }) => void heard.push([...schools]) },
		},
	]);
});

function registered() {
	return world.db
		.selectFrom('schools.school as school')
		.innerJoin('schools.register_key as key', 'key.school_id', 'school.id')
		.select([
			'key.code',
			'school.name',
			'school.town',
			'school.region',
			'school.address',
			'school.website',
			'school.levels',
		])
		.where('key.scheme', '=', 'it-paritarie')
		.orderBy('key.code')
		.execute();
}

describe('an edition of a register', () => {
	test('is only shown in a preview', async () => {
		const report = await previewImport(world.as(system), first);
		expect(report).toMatchObject({
			added: 4,
			changed: 0,
			missing: 0,
			unchanged: 0,
			skipped: 0,
			edition: '203132',
		});
		expect(await registered()).toEqual([]);
		expect(await world.db.selectFrom('schools.incoming_row').select('line').execute()).toEqual([]);
	});

	test('is taken over with readable names and without anybody’s mail address', async () => {
		await applyImport(world.as(system), first);
		const schools = await registered();
		expect(schools[0]).toEqual({
			code: 'BO1A000001',
			name: 'Scuola paritaria "Santa Luce"',
			town: 'Bologna',
			region: 'Emilia-Romagna',
			address: 'Via dei Tigli 12',
			website: null,
			levels: ['early-childhood'],
		});
		expect(schools[1]).toMatchObject({
			name: 'Istituto "Il Faro"',
			town: 'Forlì',
			address: 'Piazza della Città 3',
			website: 'http://www.ilfaro.example.org/',
		});
		const all = await world.db.selectFrom('schools.school').selectAll().execute();
		expect(JSON.stringify(all)).not.toMatch(/@|pec\.example/i);
	});

	test('shows what the next one adds, changes and lacks, and deletes nothing', async () => {
		await applyImport(world.as(system), first);
		const report = await previewImport(world.as(system), second);
		expect(report).toMatchObject({ added: 1, changed: 2, missing: 1, unchanged: 1, read: 7, skipped: 3 });
		expect(report.problems).toEqual([
			{ line: 4, problem: 'no-code' },
			{ line: 6, problem: 'unreadable' },
			{ line: 7, problem: 'no-name' },
			{ line: 8, problem: 'unknown-kind' },
		]);
		await applyImport(world.as(system), second);
		expect((await registered()).map((school) => school.name)).toEqual([
			'Scuola paritaria "Santa Luce"',
			'Istituto "Il Faro Grande"',
			'Giardino dei Gelsi',
			'Scuola media Mare Nostro',
			'Liceo scientifico Vesuvio',
		]);
		const missing = await world.db.selectFrom('schools.missing').select('school_id').execute();
		expect(missing).toHaveLength(1);
		expect(heard.flat()).toHaveLength(2);
	});

	test('taken over twice changes nothing; a school that comes back is no question any more', async () => {
		await applyImport(world.as(system), first);
		await applyImport(world.as(system), second);
		expect(await applyImport(world.as(system), second)).toMatchObject({ added: 0, changed: 0, missing: 1 });
		await applyImport(world.as(system), first);
		expect((await world.db.selectFrom('schools.missing').selectAll().execute()).length).toBe(1);
		const names = await world.db
			.selectFrom('schools.missing as missing')
			.innerJoin('schools.school as school', 'school.id', 'missing.school_id')
			.select('school.name')
			.execute();
		expect(names).toEqual([{ name: 'Giardino dei Gelsi' }]);
	});

	test('is read compressed and found by its words at once', async () => {
		const file = join(folder, 'register.csv.gz');
		writeFileSync(file, gzipSync(readFileSync(first.file)));
		await applyImport(world.as(system), { ...first, file });
		const hits = await findSchools(world.as(teacher('ines')), { country: 'IT', text: 'SANTA LUSE bologn' });
		expect(hits.map((hit) => [hit.name, hit.town, hit.country])).toEqual([
			['Scuola paritaria "Santa Luce"', 'Bologna', 'IT'],
		]);
	});

	test('is loaded by the operator alone', async () => {
		for (const actor of [teacher('ines'), await officer(world.as(system), 'anna')]) {
			await expect(previewImport(world.as(actor), first)).rejects.toThrow('school.import');
			await expect(applyImport(world.as(actor), first)).rejects.toThrow('school.import');
		}
	});

	test('of another register is refused before anything is read', async () => {
		const file = join(folder, 'other.csv');
		writeFileSync(file, 'id,name\n1,Somewhere\n');
		await expect(previewImport(world.as(system), { ...first, file })).rejects.toThrow('columns-missing');
	});
});

describe('a register in an archive', () => {
	const feature = (properties: object, coordinates = [4.9, 52.4]) => ({
		type: 'Feature',
		properties: { ...blank, ...properties },
		geometry: { type: 'Point', coordinates },
	});
	const blank = {
		naam: 'De Zwaluw',
		type: 'basisschool',
		internetadres: ' ',
		straat: 'Kade',
		huisnummer: 7,
		huisletter: 'a',
		huisnummertoevoeging: null,
		postcode: '1000AA',
		plaats: "'s-Hertogenwoud",
		provincie: 'Zuidland',
		vestigingscode: '99ZZ00',
	};

	function archive(entry: string, features: readonly object[]): string {
		const file = join(folder, 'register.zip');
		writeFileSync(file, zipOf(entry, JSON.stringify({ type: 'FeatureCollection', features })));
		return file;
	}

	test('makes one school of rows with one id, with the levels of all', async () => {
		const file = archive('scholen.geo.json', [
			feature({}),
			feature({ type: 'MAVO', naam: 'De Zwaluw mavo', internetadres: 'www.zwaluw.example.org' }),
			feature({ vestigingscode: '99ZZ01', naam: 'De Wiek', internetadres: 'www.wiek.example.org' }),
			feature({ vestigingscode: '99ZZ02', naam: undefined }),
		]);
		const report = await applyImport(world.as(system), { profile: nlDuo, file, by: 'operator' });
		expect(report).toMatchObject({
			added: 2,
			merged: 1,
			skipped: 1,
			problems: [{ line: 4, problem: 'unreadable' }],
		});
		const school = await world.db
			.selectFrom('schools.school')
			.select(['name', 'town', 'address', 'website', 'levels', 'longitude', 'latitude'])
			.where('name', '=', 'De Zwaluw')
			.executeTakeFirstOrThrow();
		expect(school).toEqual({
			name: 'De Zwaluw',
			town: "'s-Hertogenwoud",
			address: 'Kade 7a',
			website: null,
			levels: ['lower-secondary', 'primary'],
			longitude: 4.9,
			latitude: 52.4,
		});
	});

	test('in another order of rows is the same edition', async () => {
		const rows = [feature({}), feature({ type: 'MAVO' })];
		await applyImport(world.as(system), {
			profile: nlDuo,
			file: archive('scholen.geo.json', rows),
			by: 'operator',
		});
		const turned = archive('scholen.geo.json', rows.reverse());
		expect(
			await previewImport(world.as(system), { profile: nlDuo, file: turned, by: 'operator' }),
		).toMatchObject({
			changed: 0,
			unchanged: 1,
		});
	});

	test('is not looked for under another name', async () => {
		const file = archive('../scholen.geo.json'.replace('../', 'folder/'), []);
		await expect(previewImport(world.as(system), { profile: nlDuo, file, by: 'operator' })).rejects.toThrow(
			'entry-missing',
		);
	});
});
