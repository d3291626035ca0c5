// Every profile reads a file shaped like its register: a few made-up rows with the quirks of the real one. What an
// officer can choose in the browser for it takes the same of them.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readRegister } from '../reading/read-register.ts';
import { zipOf } from '../reading/zip-of.ts';
import type { CoordinateSystem } from '../profile.ts';
import { placer } from '../taking/place.ts';
import { rowTaker, type Taken } from '../taking/take-row.ts';
import { fillerOf } from '../taking/template.ts';
import { profiles } from './all.ts';
import { takenOtherwise } from './officers-choices.ts';

const folder = mkdtempSync(join(tmpdir(), 'profiles-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function takenBy(name: string, content: string | Buffer): Promise<Taken[]> {
	const profile = profiles.find((one) => one.name === name);
	if (!profile) throw new Error(name);
	const path = join(folder, name);
	writeFileSync(path, content);
	const take = rowTaker(profile);
	const taken = [];
	for await (const row of readRegister(path, profile, profile.language ? [profile.language] : []).rows) {
		taken.push(take(row));
	}
	// whatever a register says of persons, none of it comes this far; the school's own address has its one place
	const elsewhere = JSON.stringify(taken, (key, value: unknown) => (key === 'mailbox' ? undefined : value));
	expect(elsewhere).not.toMatch(/Geheim|@/i);
	expect(await takenOtherwise(profile, path)).toEqual([]);
	return taken;
}

const csv = (
	columns: readonly string[],
	rows: readonly Readonly<Record<string, string>>[],
	delimiter = ',',
) =>
	[columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
		.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
		.join('\n');

test('every profile has a name, a title and a country of its own', () => {
	expect(new Set(profiles.map(({ name }) => name)).size).toBe(profiles.length);
	for (const { title, country } of profiles)
		expect([title !== '', /^[A-Z]{2}$/.test(country)]).toEqual([true, true]);
});

test('Czechia: canteens and clubs are left out, and a name that says nothing gets its street', async () => {
	const columns = [
		'Id. zařízení',
		'Typ',
		'Název zařízení',
		'Obec',
		'Ulice',
		'Č.p.',
		'Č.o.',
		'PSČ',
		'Platnost zařízení',
	];
	const common = {
		Obec: 'Lipová',
		Ulice: 'Javorová',
		'Č.p.': '12',
		PSČ: '11100',
		'Platnost zařízení': 'Platné',
	};
	const taken = await takenBy(
		'cz-rejstrik',
		csv(
			columns,
			[
				{
					...common,
					'Id. zařízení': '001234567',
					Typ: 'B00',
					'Název zařízení': 'Základní škola',
					'Č.o.': '3',
				},
				{ ...common, 'Id. zařízení': '101234567', Typ: 'L11', 'Název zařízení': 'Školní jídelna' },
				{ ...common, 'Id. zařízení': '1234567', Typ: 'A00', 'Název zařízení': 'Mateřská škola' },
				{ ...common, 'Id. zařízení': '201234567', Typ: 'A00', 'Název zařízení': 'Mateřská škola', Ulice: '' },
			],
			';',
		),
	);
	expect(taken[0]?.row).toMatchObject({
		...{ code: '001234567', original_name: 'Základní škola', name: 'Základní škola, Javorová 12' },
		...{ address: 'Javorová 12/3', town: 'Lipová', levels: ['primary', 'lower-secondary'] },
	});
	expect(taken[1]).toEqual({ leftOut: { is: 'other', kind: 'L11' } });
	expect(taken[2]).toEqual({ problem: 'code-unlike' });
	expect(taken[3]?.row).toMatchObject({ name: 'Mateřská škola', address: '12' });
});

test('Saxony: buildings in one town are one school, in another town a site', async () => {
	const building = (community: string, key: string, street: string) => ({
		...{ community, community_key: key, street, postcode: '01001', relocated: false },
		...{ longitude: 13.5, latitude: 51.1, community_part: 'x', community_part_key: '001' },
	});
	const taken = await takenBy(
		'de-sachsen',
		JSON.stringify([
			{
				id: 7,
				name: '"Kranich"-Gymnasium',
				buildings: [
					building('Aue', '1', 'Am Bach 1'),
					building('Aue', '1', 'Am Hang 2'),
					building('Bad Elm', '2', 'Weg 3'),
				],
			},
		]),
	);
	expect(taken.map(({ row }) => [row?.code, row?.branch, row?.town, row?.name])).toEqual([
		['7', '', 'Aue', '"Kranich"-Gymnasium'],
		['7', '', 'Aue', '"Kranich"-Gymnasium'],
		['7', '2', 'Bad Elm', '"Kranich"-Gymnasium'],
	]);
});

test('France: a point in a cell, and codes with a space, a small letter or a digit too many', async () => {
	const columns = ['Département', 'zipcode', 'Commune', 'ETABLISSEMENT', 'Code UAI', 'coordinates'];
	const row = {
		Département: 'Finistère',
		zipcode: '29000',
		Commune: 'Quimper',
		ETABLISSEMENT: 'du Grand Pré',
	};
	const coordinates = '{"type":"Point","coordinates":[-4.1,47.9]}';
	const taken = await takenBy(
		'fr-colleges',
		csv(columns, [
			{ ...row, 'Code UAI': '029 0001A', coordinates },
			{ ...row, 'Code UAI': '0290001a', coordinates },
			{ ...row, 'Code UAI': '02900011A', coordinates },
		]),
	);
	expect(taken[0]?.row).toMatchObject({
		code: '0290001A',
		name: 'Collège du Grand Pré',
		longitude: -4.1,
		latitude: 47.9,
	});
	expect(taken.slice(1)).toEqual([{ problem: 'code-unlike' }, { problem: 'code-unlike' }]);
});

describe('Latvia', () => {
	test('takes towns out of addresses, also where there is none', async () => {
		const columns = [
			'Nosaukums',
			'Reģistrācijas numurs',
			'Vadītājs',
			'Tips',
			'Likvidēta',
			'Adrese',
			'E-pasts',
		];
		const row = {
			Vadītājs: 'JĀNIS GEHEIM',
			Tips: 'Vispārizglītojošā pamatskola',
			Likvidēta: 'Nē',
			'E-pasts': 'skola@roja.lv',
		};
		const taken = await takenBy(
			'lv-iestades',
			`\ufeff${csv(columns, [
				{
					...row,
					Nosaukums: '"Bērzu" pamatskola',
					'Reģistrācijas numurs': '1234567890',
					Adrese: 'SKOLAS IELA 6, BĒRZI, BĒRZU PAGASTS, ROJAS NOVADS, LV-3264',
				},
				{
					...row,
					Nosaukums: 'Pļavu skola',
					'Reģistrācijas numurs': '1234567891',
					Adrese: '"Pļavas", PĻAVU PAGASTS, ROJAS NOVADS, LV-3265',
				},
				{
					...row,
					Nosaukums: 'X',
					'Reģistrācijas numurs': '1234567892',
					Tips: 'Augstskola',
					Adrese: 'JŪRAS IELA 1, RĪGA, LV-1001',
				},
			])}`,
		);
		expect(taken[0]?.row).toMatchObject({
			...{ town: 'Bērzi', address: 'Skolas iela 6', region: 'Rojas novads', postcode: 'LV-3264' },
			...{ name: '"Bērzu" pamatskola', state: 'open', mailbox: 'skola@roja.lv' },
		});
		expect(taken[1]?.row).toMatchObject({ town: 'Pļavu pagasts', address: 'Pļavas' });
		expect(taken[2]).toEqual({ leftOut: { is: 'other', kind: 'Augstskola' } });
	});

	test('has the same schools under the same ids in its other lists', async () => {
		const columns = [
			'Iestādes reģistrācijas Nr.',
			'Iestādes nosaukums',
			'Iestādes tips',
			'Adrese',
			'Direktors',
		];
		const row = (mail: string) => ({
			'Iestādes reģistrācijas Nr.': '1234567890 ',
			'Iestādes nosaukums': 'Saulīte ',
			Adrese: 'JŪRAS IELA 1, RĪGA, LV-1001',
			Direktors: 'ANNA GEHEIM',
			// the private one of whoever writes the school's letters
			[mail]: 'saulite@inbox.lv',
		});
		for (const [name, kind, mail] of [
			['lv-pirmsskolas', 'Pirmsskolas izglītības iestāde', 'E-pasts'],
			['lv-visparizglitojosas', 'Valsts ģimnāzija', 'Epasts'],
		] as const) {
			const [taken] = await takenBy(name, csv([...columns, mail], [{ ...row(mail), 'Iestādes tips': kind }]));
			expect(taken?.row).toMatchObject({ code: '1234567890', name: 'Saulīte', town: 'Rīga', mailbox: null });
		}
		expect(new Set(profiles.filter(({ country }) => country === 'LV').map(({ id }) => id.scheme)).size).toBe(
			1,
		);
	});
});

test('Lisbon: kinds are columns with a mark, and what is not active is closed', async () => {
	const marks = [
		'pre_school',
		'basic_1',
		'basic_2',
		'basic_3',
		'high_school',
		'professional',
		'special',
		'artistic',
	];
	const columns = [
		'id',
		'name',
		'lat',
		'lon',
		'is_active',
		...marks,
		'university',
		'other',
		'address',
		'postal_code',
	];
	const places = ['locality', 'municipality_name', 'url', 'email'];
	const row = { lat: '38.5', lon: '-9.1', municipality_name: 'Sintra', email: 'x@y.pt' };
	const taken = await takenBy(
		'pt-aml',
		csv(
			[...columns, ...places],
			[
				{
					...row,
					id: '110001',
					name: 'Escola do Sol',
					locality: 'QUELUZ',
					is_active: '1',
					pre_school: '1',
					basic_2: '1',
				},
				{ ...row, id: '110002', name: 'Escola da Lua', is_active: '0', high_school: '1' },
				{ ...row, id: '110003', name: 'Universidade', is_active: '', university: '1' },
				{ ...row, id: '110004', name: 'Línguas', is_active: '1' },
			],
		),
	);
	expect(taken[0]?.row).toMatchObject({
		...{ town: 'Queluz', region: 'Sintra', longitude: -9.1, state: 'open' },
		levels: ['early-childhood', 'primary', 'lower-secondary'],
	});
	expect(taken[1]?.row).toMatchObject({ town: 'Sintra', state: 'closed' });
	expect(taken[2]).toEqual({ leftOut: { is: 'other', kind: 'university' } });
	expect(taken[3]).toMatchObject({ leftOut: { is: 'unknown' }, row: { is_school: false } });
});

test('Stockholm: a list deep in the document, codes with zeros in front', async () => {
	const school = {
		schoolUnitCode: '01234567',
		name: 'Björkskolan',
		municipality: 'Täby',
		region: 'Stockholm',
		lat: 59.4,
		lng: 18.1,
	};
	const [taken] = await takenBy(
		'se-stockholm',
		JSON.stringify({ metadata: {}, schools: [{ ...school, typeOfSchool: 'Grundskolan' }] }),
	);
	expect(taken?.row).toMatchObject({
		code: '01234567',
		town: 'Täby',
		levels: ['primary', 'lower-secondary'],
	});
});

test('England: the national grid becomes degrees, states have their days', async () => {
	const columns = [
		...[
			'URN',
			'EstablishmentName',
			'PhaseOfEducation (code)',
			'EstablishmentTypeGroup (code)',
			'OpenDate',
			'CloseDate',
		],
		...[
			'EstablishmentStatus (code)',
			'Street',
			'Locality',
			'Address3',
			'Town',
			'LA (name)',
			'Postcode',
			'SchoolWebsite',
		],
		...['Easting', 'Northing', 'HeadLastName'],
	];
	// Ordnance Survey's own worked point: Framingham, 52°39′28.7″ N 1°42′57.8″ E
	const place = { Easting: '651409', Northing: '313177', Town: 'Framingham', HeadLastName: 'Geheim' };
	const row = { ...place, 'PhaseOfEducation (code)': '2', 'EstablishmentTypeGroup (code)': '4' };
	const taken = await takenBy(
		'uk-gias',
		csv(columns, [
			{
				...row,
				URN: '100001',
				EstablishmentName: 'Larch Primary',
				'EstablishmentStatus (code)': '1',
				OpenDate: '01-09-1999',
			},
			{
				...row,
				URN: '100002',
				EstablishmentName: 'Elm Primary',
				'EstablishmentStatus (code)': '2',
				CloseDate: '31-08-1992',
			},
			{
				...row,
				URN: '100003',
				EstablishmentName: 'Oak Primary',
				'EstablishmentStatus (code)': '3',
				CloseDate: '',
			},
		]),
	);
	expect(taken[0]?.row?.longitude).toBeCloseTo(1.716, 3);
	expect(taken[0]?.row?.latitude).toBeCloseTo(52.658, 3);
	expect(taken.map(({ row: one }) => [one?.state, one?.state_since])).toEqual([
		['open', '1999-09-01'],
		['closed', '1992-08-31'],
		['closing', null],
	]);
});

/** Places whose coordinates others have published, in metres and in degrees. */
const towers: Readonly<
	Record<CoordinateSystem, readonly [easting: number, northing: number, string, string]>
> = {
	// Framingham, the worked point of the Ordnance Survey
	'27700': [651_409, 313_177, '52.658', '1.716'],
	// the Spire of Dublin, in both grids of Ireland
	'29903': [315_904, 234_671, '53.350', '-6.260'],
	'2157': [715_830, 734_697, '53.350', '-6.260'],
	// the Westertoren in Amsterdam
	'28992': [120_701, 487_526, '52.375', '4.884'],
	// the Eiffel tower
	'2154': [648_237, 6_862_272, '48.858', '2.294'],
	// the worked point of EPSG for this grid, moved from the Belgian datum to that of the world
	'31370': [251_763.2, 153_034.13, '50.679', '5.809'],
	// the CN Tower of zone 17, in the zones that registers use: 90, 96 and 108 degrees farther east
	'25832': [630_084, 4_833_438, '43.643', '10.613'],
	'3006': [630_084, 4_833_438, '43.643', '16.613'],
	'3067': [630_084, 4_833_438, '43.643', '28.613'],
};

test.each(Object.entries(towers))(
	'in the coordinates of %s a tower stands where it stands',
	(system, [easting, northing, latitude, longitude]) => {
		const rule = { easting: '{x}', northing: '{y}', system: system as CoordinateSystem };
		const place = placer(
			rule,
			fillerOf({}),
		)({
			line: 1,
			cells: { x: String(easting), y: String(northing).replace('.', ',') },
		});
		expect([place?.[1].toFixed(3), place?.[0].toFixed(3)]).toEqual([latitude, longitude]);
	},
);

test('Northern Ireland: the second sheet of a workbook, its heading in the fourth row', async () => {
	const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
	const row = (number: number, texts: readonly string[]) =>
		`<row r="${number}">${texts.map((text, place) => cell(`${String.fromCharCode(65 + place)}${number}`, text)).join('')}</row>`;
	const heads = [
		'De ref',
		'school name',
		'address 1',
		'town',
		'postcode',
		'school type',
		'district council (2014)  ',
	];
	const sheet = [
		row(1, ['Data']),
		row(4, heads),
		row(5, ['1010001', 'Ash Primary School', '*', 'Newry', 'BT1', 'Primary', 'N/A']),
	];
	const [taken] = await takenBy(
		'uk-ni-primary',
		zipOf({
			'xl/workbook.xml':
				'<workbook><sheets><sheet name="meta data" r:id="r1"/><sheet name="reference data" r:id="r2"/></sheets></workbook>',
			'xl/_rels/workbook.xml.rels':
				'<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="worksheets/sheet2.xml"/></Relationships>',
			'xl/worksheets/sheet1.xml': '<worksheet><sheetData/></worksheet>',
			'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${sheet.join('')}</sheetData></worksheet>`,
		}),
	);
	expect(taken?.row).toMatchObject({
		code: '1010001',
		name: 'Ash Primary School',
		town: 'Newry',
		address: null,
		region: null,
	});
});

test('Italy, schools recognised as equal: what is not available, regions by their names, a mail address at no private provider', async () => {
	const file = join(import.meta.dirname, '../fixtures/paritarie-2031.csv');
	const taken = await takenBy('it-paritarie', readFileSync(file));
	expect(taken[0]).toMatchObject({
		row: { code: 'BO1A000001', region: 'Emilia-Romagna', website: null },
		edition: '203132',
	});
});

test('Italy, state schools: the institute a school belongs to, and names in two languages', async () => {
	const columns = [
		...[
			'ANNOSCOLASTICO',
			'REGIONE',
			'CODICEISTITUTORIFERIMENTO',
			'CODICESCUOLA',
			'DENOMINAZIONESCUOLA',
			'INDIRIZZOSCUOLA',
		],
		...[
			'CAPSCUOLA',
			'DESCRIZIONECOMUNE',
			'DESCRIZIONETIPOLOGIAGRADOISTRUZIONESCUOLA',
			'INDIRIZZOEMAILSCUOLA',
			'SITOWEBSCUOLA',
		],
	];
	const row = {
		ANNOSCOLASTICO: '203132',
		REGIONE: 'TRENTINO-ALTO ADIGE',
		CODICEISTITUTORIFERIMENTO: 'BZIC800001',
		INDIRIZZOEMAILSCUOLA: 'x@y.it',
	};
	const kind = 'DESCRIZIONETIPOLOGIAGRADOISTRUZIONESCUOLA';
	const taken = await takenBy(
		'it-statali-province-autonome',
		csv(columns, [
			{
				...row,
				CODICESCUOLA: 'BZEE800013',
				DENOMINAZIONESCUOLA: 'COLLE/BÜHEL',
				DESCRIZIONECOMUNE: 'VALLE * TAL',
				[kind]: 'SCUOLA PRIMARIA',
			},
			{
				...row,
				CODICESCUOLA: 'BZIC800001',
				DENOMINAZIONESCUOLA: 'VALLE',
				DESCRIZIONECOMUNE: 'VALLE * TAL',
				[kind]: 'ISTITUTO COMPRENSIVO',
			},
		]),
	);
	expect(taken[0]?.row).toMatchObject({
		name: 'Colle/Bühel',
		town: 'Valle / Tal',
		parent_code: 'BZIC800001',
	});
	expect(taken[0]?.edition).toBe('203132');
	expect(taken[1]?.row).toMatchObject({ parent_code: null });
});
