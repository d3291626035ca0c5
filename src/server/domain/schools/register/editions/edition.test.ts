import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { findSchools, schoolHistory } from '#domain/schools';
import { compose } from '#platform/part';
import { system } from '#shared/actor';
import { testDatabase } from '../../../../../../tests/world/database.ts';
import { officer, teacher } from '../../../../../../tests/world/index.ts';
import { loadFile } from '../index.ts';
import type { Profile } from '../profile.ts';
import { itParitarie } from '../profiles/it-paritarie.ts';
import { nlDuo } from '../profiles/nl-duo.ts';
import { zipOf } from '../reading/zip-of.ts';
import { updateImport } from './imports.sql.ts';
import { undoEdition } from './undo-import.ts';

const world = testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'register-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fixture = (name: string) => join(import.meta.dirname, '../fixtures', name);
const first = { profile: itParitarie, file: fixture('paritarie-2031.csv') };
const second = { ...first, file: fixture('paritarie-2032.csv') };
const heard: string[][] = [];
const inUse = new Set<string>();

/** Editions come one after another; a moment stands still within one. */
let moment = 0;
function later() {
	return { now: new Date(Date.parse('2031-09-01T08:00:00Z') + moment++ * 3_600_000) };
}
const preview = (order: { profile: Profile; file: string }) =>
	loadFile(world.as(system, later()), { ...order, apply: false }).then(({ report }) => report);
const apply = (order: { profile: Profile; file: string }) =>
	loadFile(world.as(system, later()), { ...order, apply: true });

beforeEach(() => {
	heard.length = 0;
	inUse.clear();
	compose([
		{
			name: 'listener',
			schemas: [],
			privacy: { columns: {} },
			within: { 'school.changed': async (_, { schools }) => void heard.push([...schools]) },
			schoolsInUse: async (_, schools) => new Set(schools.filter((school) => inUse.has(school))),
		},
	]);
});

function registered() {
	return world.db
		.selectFrom('schools.school as school')
		.innerJoin('schools.register_key as key', 'key.school_id', 'school.id')
		.select(['key.code', 'school.name', 'school.town', 'school.region', 'school.address'])
		.select(['school.website', 'school.levels'])
		.where('key.scheme', '=', 'it-mim')
		.where('key.withdrawn_at', 'is', null)
		.orderBy('key.code')
		.execute();
}

function questions() {
	return world.db
		.selectFrom('schools_register.question as question')
		.innerJoin('schools.school as school', 'school.id', 'question.school_id')
		.select(['question.kind', 'school.name'])
		.where('question.settled_at', 'is', null)
		.orderBy('school.name')
		.execute();
}

describe('an edition of a register', () => {
	test('is only shown in a preview, which leaves nothing behind', async () => {
		expect(await preview(first)).toMatchObject({
			...{ added: 4, changed: 0, missing: 0, unchanged: 0, refused: 0 },
			edition: '203132',
		});
		expect(await registered()).toEqual([]);
		for (const table of ['import', 'staged_row', 'listing'] as const)
			expect(await world.db.selectFrom(`schools_register.${table}`).selectAll().execute()).toEqual([]);
	});

	test('is taken over with readable names and no mail address but the school’s own', async () => {
		await apply(first);
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
		expect(all.flatMap(({ mailbox }) => mailbox ?? []).sort()).toEqual([
			'mare@example.org',
			'santaluce@example.org',
		]);
		expect(JSON.stringify(all.map((school) => ({ ...school, mailbox: null })))).not.toMatch(
			/@|pec\.example/i,
		);
	});

	test('shows what the next one adds, changes and lacks, and deletes nothing', async () => {
		await apply(first);
		const report = await preview(second);
		expect(report).toMatchObject({
			added: 0,
			// one has another name, one another address
			changed: 2,
			renamed: 1,
			missing: 1,
			unchanged: 1,
			differing: 2,
		});
		expect(report).toMatchObject({
			read: 7,
			refused: 3,
			leftOut: [{ kind: 'SCUOLA SUL MARE', count: 1, known: false }],
		});
		expect(report.problems).toEqual([
			{ line: 4, problem: 'no-code' },
			{ line: 6, problem: 'too-many-cells' },
			{ line: 7, problem: 'no-name' },
		]);
		await apply(second);
		expect((await registered()).map((school) => school.name)).toEqual([
			'Scuola paritaria "Santa Luce"',
			'Istituto "Il Faro Grande"',
			'Scuola media Mare Nostro',
			'Liceo scientifico Vesuvio',
		]);
		expect(await questions()).toEqual([{ kind: 'missing', name: 'Scuola media Mare Nostro' }]);
		expect(heard.flat()).toHaveLength(2);
	});

	test('taken over twice changes nothing and asks nothing twice; a school that comes back is no question any more', async () => {
		await apply(first);
		await apply(second);
		const { report } = await apply(second);
		expect(report).toMatchObject({ added: 0, changed: 0, missing: 1 });
		expect(await questions()).toHaveLength(1);
		await apply(first);
		expect(await questions()).toEqual([]);
	});

	test('a row of a kind nobody knows is left out, and its school is not missing', async () => {
		await apply(first);
		const text = readFileSync(first.file, 'utf8').replace('SCUOLA PRIMARIA NON STATALE', 'SCUOLA DEL FUTURO');
		const file = join(folder, 'renamed-kind.csv');
		writeFileSync(file, text);
		const report = await preview({ ...first, file });
		expect(report).toMatchObject({
			missing: 0,
			changed: 0,
			leftOut: [{ kind: 'SCUOLA DEL FUTURO', known: false }],
		});
	});

	test('is read compressed and found by its words at once', async () => {
		const file = join(folder, 'register.csv.gz');
		writeFileSync(file, gzipSync(readFileSync(first.file)));
		await apply({ ...first, file });
		const hits = await findSchools(world.as(teacher('ines')), { country: 'IT', text: 'SANTA LUSE bologn' });
		expect(hits.map((hit) => [hit.name, hit.town, hit.country])).toEqual([
			['Scuola paritaria "Santa Luce"', 'Bologna', 'IT'],
		]);
	});

	test('whose columns changed says so; without a needed one it is refused', async () => {
		await apply(first);
		const text = readFileSync(first.file, 'utf8');
		const file = join(folder, 'columns.csv');
		writeFileSync(file, text.replace('AREAGEOGRAFICA', 'AREA'));
		expect((await preview({ ...first, file })).columns).toEqual({
			fresh: ['AREA'],
			gone: ['AREAGEOGRAFICA'],
		});
		writeFileSync(file, text.replace('CODICESCUOLA', 'CODICE SCUOLA'));
		await expect(preview({ ...first, file })).rejects.toMatchObject({
			details: { columns: 'CODICESCUOLA (CODICE SCUOLA?)' },
		});
		writeFileSync(file, text.replace('DESCRIZIONECOMUNE', 'COMUNE'));
		await expect(preview({ ...first, file })).rejects.toThrow('columns-missing');
	});

	test('is loaded by the machine alone, whoever asked for it', async () => {
		for (const actor of [teacher('ines'), await officer(world.as(system), 'anna')]) {
			const ctx = { ...world.as(system), actor } as never;
			await expect(undoEdition(ctx, first.file)).rejects.toThrow('register.work');
		}
	});
});

describe('ids', () => {
	const profile: Profile = {
		name: 'ids',
		title: 'Ids',
		country: 'CZ',
		format: { kind: 'csv' },
		id: { scheme: 'ids', code: '{id}', parent: '{parent}' },
		take: { name: '{name}', town: '{town}' },
		kinds: { all: [] },
		states: {
			column: '{state}',
			states: { '': 'open', Closed: 'closed', Closing: 'closing', Planned: 'pending' },
			since: { closed: '{day}' },
			days: 'dmy',
		},
	};
	function fileOf(rows: string): string {
		const file = join(folder, `ids-${moment++}.csv`);
		writeFileSync(file, `id;name;town;parent;state;day\n${rows}`);
		return file;
	}

	test('that a spreadsheet damaged or that only fill a place are refused, with their rows', async () => {
		const report = await preview({
			profile,
			file: fileOf(
				[
					...[
						'2,17E+13;A;Brno;;;',
						'#REF!;B;Brno;;;',
						'03-May;C;Brno;;;',
						'0000;D;Brno;;;',
						'n/a;E;Brno;;;',
						'-;F;Brno;;;',
					],
					...['999;G;Brno;;;', '999;H;Plzeň;;;', '999;I;Praha;;;'],
					...['12;Lípa;Brno;;;', '12;Dub;Plzeň;;;', '0013;Jilm;Brno;;;'],
				].join('\n'),
			),
		});
		expect(report.problems.map(({ line, problem }) => [line, problem])).toEqual([
			[2, 'code-damaged'],
			[3, 'code-damaged'],
			[4, 'code-damaged'],
			[5, 'code-placeholder'],
			[6, 'code-placeholder'],
			[7, 'code-placeholder'],
			[8, 'code-placeholder'],
			[9, 'code-placeholder'],
			[10, 'code-placeholder'],
			[12, 'code-repeated'],
		]);
		expect(report).toMatchObject({ added: 2, merged: 0 });
	});

	test('one id under many names and addresses of one town is no id, and rows that became one are listed', async () => {
		const many = Array.from({ length: 40 }, (_, at) => `1;Škola ${at};Brno;;;`);
		const twice = ['77;Lípa;Brno;;;', '77;Lípa;Brno;;;', '78;Dub;Brno;;;', '78;Dubová;Brno;;;'];
		const report = await preview({ profile, file: fileOf([...many, ...twice].join('\n')) });
		expect(report).toMatchObject({
			refused: 40,
			problemCounts: { 'code-placeholder': 40 },
			added: 2,
			merged: 2,
		});
		expect(report.mergedRows).toEqual([
			{ line: 43, into: 42 },
			{ line: 45, into: 44 },
		]);
	});

	test('states come with their day, change with the editions, and keep their history', async () => {
		const last = '4;D;Brno;;Closing;';
		await apply({
			profile,
			file: fileOf(`1;A;Brno;;Closed;31-08-1992\n2;B;Brno;;;\n3;C;Brno;;Planned;\n${last}`),
		});
		const { report } = await apply({
			profile,
			file: fileOf(`1;A;Brno;;;\n2;B;Brno;;Closed;01-09-2031\n3;C;Brno;;Odd;\n${last.replace('ing', 'ed')}`),
		});
		expect(report).toMatchObject({
			closed: 2,
			reopened: 1,
			problems: [{ line: 4, problem: 'state-unknown' }],
		});
		const history = await world.db
			.selectFrom('schools.state_change as change')
			.innerJoin('schools.school as school', 'school.id', 'change.school_id')
			.select(['school.name', 'change.state', 'change.since'])
			.orderBy('school.name')
			.orderBy('change.noted_at')
			.execute();
		expect(history).toEqual([
			{ name: 'A', state: 'closed', since: '1992-08-31' },
			{ name: 'A', state: 'open', since: null },
			{ name: 'B', state: 'closed', since: '2031-09-01' },
			{ name: 'C', state: 'pending', since: null },
			{ name: 'D', state: 'closing', since: null },
			{ name: 'D', state: 'closed', since: null },
		]);
	});

	test('the same number in another country, scheme or site is another school, and a number keeps its noughts', async () => {
		const sited: Profile = { ...profile, id: { ...profile.id, branch: '{day}' }, states: undefined };
		const file = fileOf('007;Main;Brno;;;\n007;Annexe;Brno;;;01\n7;Other;Brno;;;');
		for (const other of [
			sited,
			{ ...sited, name: 'scheme', id: { ...sited.id, scheme: 'other' } },
			{ ...sited, name: 'country', country: 'SK' },
		])
			expect((await apply({ profile: other, file })).report).toMatchObject({ added: 3, merged: 0 });
		expect((await preview({ profile: sited, file })).unchanged).toBe(3);
		const keys = await world.db
			.selectFrom('schools.register_key')
			.select(['country', 'scheme', 'code', 'branch'])
			.where('scheme', 'in', ['ids', 'other'])
			.execute();
		expect(new Set(keys.map((key) => Object.values(key).join(' '))).size).toBe(9);
	});

	test('the page of a school leads to the school it belongs to, and that one to its sites', async () => {
		const sited: Profile = { ...profile, id: { ...profile.id, branch: '{day}' }, states: undefined };
		const file = fileOf('1;Main;Brno;;;\n1;Annexe;Plzeň;;;01\n2;Daughter;Brno;1;;\n3;Stranger;Brno;;;');
		await apply({ profile: sited, file });
		const family = async (name: string) => {
			const { id } = await world.db
				.selectFrom('schools.school')
				.select('id')
				.where('name', '=', name)
				.where('country', '=', 'CZ')
				.executeTakeFirstOrThrow();
			const { parent, sites } = await schoolHistory(world.as(teacher('ines')), { id });
			return [parent?.name, sites.map((site) => site.name).sort()];
		};
		expect(await family('Main')).toEqual([undefined, ['Annexe', 'Daughter']]);
		for (const site of ['Annexe', 'Daughter']) expect(await family(site)).toEqual(['Main', []]);
		expect(await family('Stranger')).toEqual([undefined, []]);
	});

	test('two schools of one name and town are flagged, sites of one school are not', async () => {
		await apply({ profile, file: fileOf('1;Lípa;Brno;;;\n2;Dub;Brno;;;') });
		const { report } = await apply({
			profile,
			file: fileOf(
				'1;Lípa;Brno;;;\n2;Dub;Brno;;;\n3;LIPA;Brno;;;\n4;Dub;Brno;2;;\n5;Jilm;Brno;;;\n6;Jilm;Brno;5;;',
			),
		});
		expect(report.doubles).toBe(1);
		expect(await questions()).toEqual([{ kind: 'double', name: 'LIPA' }]);
	});

	test('an import that was undone brings back what it changed and hides what it brought', async () => {
		await apply({ profile, file: fileOf('1;A;Brno;;;\n2;B;Brno;;;') });
		const bad = await apply({ profile, file: fileOf('1;Brno;A;;Closed;\n3;C;Brno;;;\n4;D;Brno;;;') });
		const all = () =>
			world.db
				.selectFrom('schools.school as school')
				.innerJoin('schools.register_key as key', 'key.school_id', 'school.id')
				.select(['key.code', 'school.id', 'school.name', 'key.withdrawn_at'])
				.where('key.scheme', '=', 'ids')
				.orderBy('key.code')
				.execute();
		for (const school of await all()) if (school.code === '4') inUse.add(school.id);
		const ctx = world.as(system, later());
		await updateImport(ctx, bad.import, { undo_asked_at: ctx.now });
		await undoEdition(ctx, bad.import);
		await undoEdition(ctx, bad.import);
		expect((await all()).map(({ code, name, withdrawn_at }) => [code, name, withdrawn_at === null])).toEqual([
			['1', 'A', true],
			['2', 'B', true],
			['3', 'C', false],
			['4', 'D', true],
		]);
		expect(await questions()).toEqual([{ kind: 'undone', name: 'D' }]);
		const find = (text: string) => findSchools(world.as(teacher('ines')), { country: 'CZ', text });
		expect(await find('C brno')).not.toContainEqual(expect.objectContaining({ name: 'C' }));
		const { report } = await apply({ profile, file: fileOf('1;A;Brno;;;\n2;B;Brno;;;\n3;C;Brno;;;') });
		expect(report).toMatchObject({ added: 0, changed: 1, unchanged: 2 });
		expect((await all()).map(({ withdrawn_at }) => withdrawn_at === null)).toEqual([true, true, true, true]);
	});
});

describe('a register in an archive', () => {
	const blank = {
		...{ naam: 'De Zwaluw', type: 'basisschool', internetadres: ' ', straat: 'Kade', huisnummer: 7 },
		...{ huisletter: 'a', huisnummertoevoeging: null, postcode: '1000AA', plaats: "'s-Hertogenwoud" },
		...{ provincie: 'Zuidland', brin_nummer: '99ZZ', vestigingscode: '99ZZ00' },
	};
	const feature = (properties: object, coordinates = [4.9, 52.4]) => ({
		type: 'Feature',
		properties: { ...blank, ...properties },
		geometry: { type: 'Point', coordinates },
	});

	function archive(entry: string, features: readonly object[]): string {
		const file = join(folder, 'register.zip');
		writeFileSync(file, zipOf({ [entry]: JSON.stringify({ type: 'FeatureCollection', features }) }));
		return file;
	}

	test('makes one school of rows with one id, with the levels of all', async () => {
		const file = archive('scholen.geo.json', [
			feature({}),
			feature({ type: 'MAVO', naam: 'De Zwaluw mavo', internetadres: 'www.zwaluw.example.org' }),
			feature({ vestigingscode: '99ZZ01', naam: 'De Wiek', internetadres: 'www.wiek.example.org' }),
			feature({ vestigingscode: '99ZZ02', naam: undefined }),
		]);
		const { report } = await apply({ profile: nlDuo, file });
		expect(report).toMatchObject({
			added: 2,
			merged: 1,
			refused: 1,
			problems: [{ line: 4, problem: 'no-name' }],
		});
		const school = await world.db
			.selectFrom('schools.school')
			.innerJoin('schools.register_key as key', 'key.school_id', 'schools.school.id')
			.select(['name', 'town', 'address', 'website', 'levels', 'longitude', 'latitude', 'key.parent_code'])
			.where('name', 'in', ['De Zwaluw', 'De Wiek'])
			.orderBy('name', 'desc')
			.execute();
		expect(school).toMatchObject([
			{
				...{ name: 'De Zwaluw', town: "'s-Hertogenwoud", address: 'Kade 7a', website: null, longitude: 4.9 },
				...{ levels: ['lower-secondary', 'primary'], latitude: 52.4, parent_code: null },
			},
			{ name: 'De Wiek', parent_code: '99ZZ00' },
		]);
	});

	test('in another order of rows is the same edition', async () => {
		const rows = [feature({}), feature({ type: 'MAVO' })];
		await apply({ profile: nlDuo, file: archive('scholen.geo.json', rows) });
		const turned = archive('scholen.geo.json', rows.reverse());
		expect(await preview({ profile: nlDuo, file: turned })).toMatchObject({
			changed: 0,
			unchanged: 1,
			differing: 0,
		});
	});

	test('is not looked for under another name', async () => {
		const file = archive('folder/scholen.geo.json', []);
		await expect(preview({ profile: nlDuo, file })).rejects.toThrow('entry-missing');
	});
});
