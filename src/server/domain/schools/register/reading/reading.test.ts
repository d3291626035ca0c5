import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { placeOfRow } from '../editions/report.ts';
import type { Format, Profile } from '../profile.ts';
import { readCsv } from './csv.ts';
import { readRegister } from './read-register.ts';
import { zipOf } from './zip-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'reading-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function fileOf(content: Buffer | string): string {
	const path = join(folder, `file-${files++}`);
	writeFileSync(path, content);
	return path;
}

const profile = (format: Format, changes: Partial<Profile> = {}): Profile => ({
	name: 'test',
	title: 'Test',
	country: 'CZ',
	format,
	id: { scheme: 'test', code: '{id}' },
	take: { name: '{name}', town: '{town}' },
	kinds: { all: [] },
	...changes,
});

async function read(content: Buffer | string, format: Format = { kind: 'csv' }, languages = ['cs']) {
	const { rows, facts } = readRegister(fileOf(content), profile(format), languages);
	const found = [];
	for await (const { line, cells, problem } of rows)
		found.push(problem ? [line, problem] : [line, ...shown(cells)]);
	return { found, facts };
}

const shown = (cells: Readonly<Record<string, string>>) => [cells['id'], cells['name'], cells['town']];

describe('separated values', () => {
	async function lines(text: string, chunk = 3, delimiter = ',') {
		async function* pieces() {
			for (let at = 0; at < text.length; at += chunk) yield text.slice(at, at + chunk);
		}
		const found = [];
		for await (const line of readCsv(pieces(), delimiter)) {
			found.push(line.problem ? [line.line, line.problem] : [line.line, ...line.cells]);
		}
		return found;
	}

	test.each([
		[
			'ends of lines of every kind',
			'a,b\r\n1,2\n3,4\r5,6',
			[
				[1, 'a', 'b'],
				[2, '1', '2'],
				[3, '3', '4'],
				[4, '5', '6'],
			],
		],
		[
			'a cell of two lines',
			'a,b\n1,"x\r\ny"\n3,4\n',
			[
				[1, 'a', 'b'],
				[2, '1', 'x\r\ny'],
				[4, '3', '4'],
			],
		],
		['doubled quotation marks', '1,"a ""q"" b"\n', [[1, '1', 'a "q" b']]],
		[
			'quotation marks inside of a plain cell',
			'1,x "y" z\n2,5" disk\n',
			[
				[1, '1', 'x "y" z'],
				[2, '2', '5" disk'],
			],
		],
		['the delimiter inside of quotation marks', '1,"a,b",c\n', [[1, '1', 'a,b', 'c']]],
		[
			'empty lines and empty cells',
			'1,,\n\n,"",2\n',
			[
				[1, '1', '', ''],
				[3, '', '', '2'],
			],
		],
		['a mark at the beginning', '\ufeffa,b\n', [[1, 'a', 'b']]],
		[
			'a quotation mark that is never closed',
			'a,b\n1,"abc\n2,x\n3,y\n',
			[
				[1, 'a', 'b'],
				[2, 'quotes-broken'],
				[3, '2', 'x'],
				[4, '3', 'y'],
			],
		],
		[
			'a quotation mark that closes too early',
			'a,b\n1,"x"y\n2,z\n',
			[
				[1, 'a', 'b'],
				[2, 'quotes-broken'],
				[3, '2', 'z'],
			],
		],
	])('%s', async (_, text, expected) => {
		for (const chunk of [1, 2, 3, 5, 1000]) expect(await lines(text, chunk)).toEqual(expected);
	});

	test('a line longer than any row is refused, and those behind it are read', async () => {
		const found = await lines(`a,b\n1,${'x'.repeat(250_000)}\n2,y\n`, 64_000);
		expect(found[0]).toEqual([1, 'a', 'b']);
		expect(found[1]).toEqual([2, 'too-long']);
		expect(found.at(-1)).toEqual(expect.arrayContaining(['2', 'y']));
	});
});

describe('letters', () => {
	const table = 'id;name;town\r\n1;Základní škola;Žďár nad Sázavou\r\n2;Mateřská škola;Plzeň\r\n';

	test.each(['utf-8', 'windows-1250', 'iso-8859-2', 'utf-16le', 'utf-16be'])(
		'in %s are told and read',
		async (encoding) => {
			const { found, facts } = await read(
				iconv.encode(table, encoding, { addBOM: encoding.startsWith('utf-16') }),
			);
			expect(found).toEqual([
				[2, '1', 'Základní škola', 'Žďár nad Sázavou'],
				[3, '2', 'Mateřská škola', 'Plzeň'],
			]);
			expect(facts).toMatchObject({ encoding, delimiter: ';' });
		},
	);

	test.each([
		['el', 'iso-8859-7', 'Γυμνάσιο Ηρακλείου'],
		['bg', 'windows-1251', 'Основно училище „Васил Левски“'],
		['uk', 'koi8-u', 'Київська школа імені Тараса Шевченка'],
		['tr', 'windows-1254', 'Işık İlkokulu Şişli'],
		['lv', 'windows-1257', 'Ķekavas vidusskola, Rēzeknes ģimnāzija'],
		['ar', 'windows-1256', 'المدرسة الإعدادية ابن رشد'],
		['fr', 'macintosh', 'Collège Élie Faure, Sète'],
	])('of %s in %s are told from the letters alone', async (language, encoding, name) => {
		const { found } = await read(
			iconv.encode(`id,name,town\n1,"${name}","${name}"\n`, encoding),
			{ kind: 'csv' },
			[language],
		);
		expect(found).toEqual([[2, '1', name, name]]);
	});

	test.each([',', ';', '\t', '|'])('stand apart by %j, which is told from the file', async (delimiter) => {
		const rows = ['id;name;town', '1;Škola, základní;Brno', '2;Lípa;Plzeň'];
		const { found, facts } = await read(
			rows
				.map((row) =>
					row
						.split(';')
						.map((cell) => (cell.includes(',') ? `"${cell}"` : cell))
						.join(delimiter),
				)
				.join('\n'),
		);
		expect(found).toEqual([
			[2, '1', 'Škola, základní', 'Brno'],
			[3, '2', 'Lípa', 'Plzeň'],
		]);
		expect(facts).toMatchObject({ delimiter });
	});

	test('behind a mark, in lines that end as those of old Macintoshes, are read', async () => {
		const { found } = await read(`\ufeff${table.replaceAll('\r\n', '\r')}`);
		expect(found).toEqual([
			[2, '1', 'Základní škola', 'Žďár nad Sázavou'],
			[3, '2', 'Mateřská škola', 'Plzeň'],
		]);
	});

	test('that were damaged on the way cost their row and no other', async () => {
		const whole = iconv.encode(table.repeat(30).replaceAll('id;name;town\r\n', ''), 'utf-8');
		const head = Buffer.from('id;name;town\r\n');
		const broken = Buffer.concat([head, whole, Buffer.from([0x39, 0x3b, 0xc5, 0x3b, 0x78, 0x0d, 0x0a])]);
		const { found } = await read(broken);
		expect(found).toHaveLength(61);
		expect(found.at(-1)).toEqual([62, 'letters-broken']);
	});

	test('that fit no encoding of the country are refused as a whole, with the likeliest one named', async () => {
		await expect(
			read(Buffer.from([...Buffer.from('id,name,town\n1,'), 0x81, 0x83, 0x90, 0x98, 0x2c, 0x78])),
		).rejects.toThrow('encoding-unclear');
	});
});

describe('a table', () => {
	test('is recognised below lines of title, by columns in other capitals and order', async () => {
		const { found } = await read('Register 2031\n\nTown,ID,Name \nBrno,1,Škola\n');
		expect(found).toEqual([[4, '1', 'Škola', 'Brno']]);
	});

	test('says which column is missing and which may have taken its place', async () => {
		await expect(read('id,name,town name\n1,x,y\n')).rejects.toMatchObject({
			code: 'columns-missing',
			details: { columns: 'town (town name?)' },
		});
	});

	test('refuses torn rows by their number', async () => {
		const { found } = await read('id,name,town\n1,a,b\n2,a\n3,a,b,c\n4,a,b,\n');
		expect(found).toEqual([
			[2, '1', 'a', 'b'],
			[3, 'too-few-cells'],
			[4, 'too-many-cells'],
			[5, '4', 'a', 'b'],
		]);
	});

	test('carries headings and merged cells down', async () => {
		const text = 'town,id,name\nBrno,1,a\n,2,b\nPlzeň,3,c\n';
		expect((await read(text, { kind: 'csv', carryDown: ['town'] })).found.map((row) => row[3])).toEqual([
			'Brno',
			'Brno',
			'Plzeň',
		]);
		const headed = readRegister(
			fileOf('id,name,x\nBrno,,\n1,a,\n2,b,\nPlzeň,,\n3,c,\n'),
			profile({ kind: 'csv', headingsInto: 'town' }),
			['cs'],
		);
		const towns = [];
		for await (const { cells } of headed.rows) towns.push(cells['town']);
		expect(towns).toEqual(['Brno', 'Brno', 'Plzeň']);
	});
});

describe('packing', () => {
	const text = 'id,name,town\n1,a,b\n';

	test('gzip and the only file of an archive are opened', async () => {
		expect((await read(gzipSync(text))).found).toEqual([[2, '1', 'a', 'b']]);
		expect((await read(zipOf({ 'list.csv': text, '__MACOSX/x': 'y' }))).found).toEqual([[2, '1', 'a', 'b']]);
	});

	test('of several files one must be named, and is looked for under that name alone', async () => {
		const archive = zipOf({ 'one.csv': text, 'two.csv': text });
		await expect(read(archive)).rejects.toThrow('entry-unclear');
		expect((await read(archive, { kind: 'csv', entry: 'two.csv' })).found).toHaveLength(1);
		await expect(read(archive, { kind: 'csv', entry: 'three.csv' })).rejects.toThrow('entry-missing');
	});

	test('of a file for each region all that end alike are one register, each read in its own way, rows numbered through', async () => {
		const archive = zipOf({
			'read-me.txt': 'hello',
			'sud.csv': iconv.encode('name;town;id;head\n"Žďár";Brno;3;x\n', 'windows-1250'),
			'nord.CSV': 'id,name,town\n1,a,b\n2,c\n',
			'__MACOSX/nord.csv': 'id,name,town\n9,a,b\n',
		});
		const { found, facts } = await read(archive, { kind: 'csv', entry: '*.csv' });
		expect(found).toEqual([
			[2, '1', 'a', 'b'],
			[3, 'too-few-cells'],
			[5, '3', 'Žďár', 'Brno'],
		]);
		expect(facts).toMatchObject({
			files: [
				{ name: 'nord.CSV', before: 0 },
				{ name: 'sud.csv', before: 3 },
			],
			columns: ['id', 'name', 'town', 'head'],
		});
		expect([placeOfRow(facts, 3), placeOfRow(facts, 5)]).toEqual([
			{ file: 'nord.CSV', line: 3 },
			{ file: 'sud.csv', line: 2 },
		]);
	});

	test('one file among them that is none of the register is named, and so is an ending that nothing has', async () => {
		const archive = zipOf({ 'a.csv': text, 'b.csv': 'x,y\n1,2\n' });
		await expect(read(archive, { kind: 'csv', entry: '*.csv' })).rejects.toMatchObject({
			code: 'columns-missing',
			details: { file: 'b.csv' },
		});
		await expect(read(archive, { kind: 'csv', entry: '*.xml' })).rejects.toThrow('entry-missing');
	});

	test('many that are small by themselves are not opened when together they are a flood', async () => {
		const { deflateRawSync } = await import('node:zlib');
		const zeros = Buffer.alloc(19_000_000);
		const packed = deflateRawSync(zeros);
		await expect(read(bombOf(packed, zeros.length, 60), { kind: 'csv', entry: '*.csv' })).rejects.toThrow(
			'too-large',
		);
	});

	test('an entry that swells a thousand times is not opened', async () => {
		const { deflateRawSync } = await import('node:zlib');
		const zeros = Buffer.alloc(40_000_000);
		const packed = deflateRawSync(zeros);
		// the archive of a stored text, its sizes and method put right for the packed one
		const archive = bombOf(packed, zeros.length);
		await expect(read(archive)).rejects.toThrow('too-large');
	});

	test('what is no archive, no workbook and no JSON says so', async () => {
		await expect(read('hello', { kind: 'xlsx', sheet: 1 })).rejects.toThrow('unreadable');
		await expect(read(zipOf({ 'a.txt': 'x' }), { kind: 'xlsx', sheet: 1 })).rejects.toThrow('unreadable');
		await expect(read('{"a": [1, 2', { kind: 'json', list: 'a' })).rejects.toThrow(
			/unreadable|columns-missing/,
		);
		await expect(read(Buffer.from('PK\x03\x04 and nothing more'))).rejects.toThrow('unreadable');
	});
});

/** An archive whose entries all unpack the same few bytes to that size. */
function bombOf(packed: Buffer, size: number, entries = 1): Buffer {
	const name = Buffer.from('0000.csv');
	const sizes = Buffer.alloc(16);
	sizes.writeUInt32LE(packed.length, 4);
	sizes.writeUInt32LE(size, 8);
	sizes.writeUInt16LE(name.length, 12);
	const local = Buffer.concat([
		Buffer.from('504b03041400000008000000000'.padEnd(28, '0'), 'hex'),
		sizes,
		name,
		packed,
	]);
	const list = Array.from({ length: entries }, (_, at) =>
		Buffer.concat([
			Buffer.from('504b01021400140000000800'.padEnd(32, '0'), 'hex'),
			sizes,
			Buffer.alloc(14),
			Buffer.from(`${String(at).padStart(4, '0')}.csv`),
		]),
	);
	const directory = Buffer.concat(list);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(list.length, 8);
	end.writeUInt16LE(list.length, 10);
	end.writeUInt32LE(directory.length, 12);
	end.writeUInt32LE(local.length, 16);
	return Buffer.concat([local, directory, end]);
}

describe('a web page', () => {
	const page = `<!doctype html><h1>Schools</h1><table><tr><td>menu</td></tr></table>
		<table><thead><tr><th>id<th>name<th>town</thead>
		<tr><td>1<td>Alfa &amp; <b>Beta</b><td rowspan=2>Brno
		<tr><td>2<td>Gama<script>x()</script>
		<tr><td>3<td><table><tr><td>inner</table><td>Plzeň</table>`;

	test('gives the table with that number, with cells that reach down', async () => {
		expect((await read(page, { kind: 'html', table: 2 })).found).toEqual([
			[2, '1', 'Alfa & Beta', 'Brno'],
			[3, '2', 'Gama', 'Brno'],
			[4, '3', 'inner', 'Plzeň'],
		]);
		await expect(read(page, { kind: 'html', table: 3 })).rejects.toThrow('table-missing');
	});
});

describe('a workbook', () => {
	const cell = (at: string, type: string, value: string, style = 0) =>
		`<c r="${at}" t="${type}" s="${style}"><v>${value}</v></c>`;
	const sheet = (rows: string) =>
		`<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`;
	const workbook = (rows: string, shared = '', texts = `<sst>${shared}</sst>`) =>
		zipOf({
			'xl/workbook.xml': `<workbook><sheets><sheet name="About" r:id="r1"/><sheet name="Schools " r:id="r2"/></sheets></workbook>`,
			'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>`,
			'xl/worksheets/sheet1.xml': sheet(''),
			'xl/worksheets/sheet2.xml': sheet(rows),
			'xl/sharedStrings.xml': texts,
			'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
		});
	const format: Format = { kind: 'xlsx', sheet: 'schools' };
	const heads = `<row r="3">${cell('B3', 's', '0')}${cell('C3', 's', '1')}${cell('D3', 's', '2')}</row>`;
	const shared =
		'<si><t>id</t></si><si><r><t>na</t></r><r><t>me</t></r></si><si><t>town</t><rPh><t>x</t></rPh></si>';

	test('gives shared, own and formatted texts of the sheet one names', async () => {
		const rows = `${heads}<row r="4">${cell('B4', 'n', '42', 1)}<c r="C4" t="inlineStr"><is><t>Škola &lt;A&gt;</t></is></c>${cell('D4', 'n', '45000', 2)}</row>
			<row r="5">${cell('B5', 'n', '1010012')}${cell('C5', 'str', 'B')}</row><row r="6">${cell('B6', 'n', '2.17E+13')}${cell('C6', 'e', '#REF!')}${cell('D6', 'b', '1')}</row>`;
		expect((await read(workbook(rows, shared), format)).found).toEqual([
			[4, '0000042', 'Škola <A>', '2023-03-15'],
			[5, '1010012', 'B', ''],
			[6, '21700000000000', '', 'true'],
		]);
	});

	test('without that sheet says which sheets there are', async () => {
		await expect(read(workbook(heads, shared), { kind: 'xlsx', sheet: 'Pupils' })).rejects.toMatchObject({
			code: 'sheet-missing',
			details: { sheets: 'About, Schools ' },
		});
	});

	test('with entities of its own expands none of them', async () => {
		const trap = `<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]><sst>${shared}<si><t>&b;</t></si><si><t>&f;</t></si></sst>`;
		const rows = `${heads}<row r="4">${cell('B4', 'n', '1')}${cell('C4', 's', '3')}${cell('D4', 's', '4')}</row>`;
		expect((await read(workbook(rows, '', trap), format)).found).toEqual([[4, '1', '&b;', '&f;']]);
	});
});

describe('JSON', () => {
	test('a list deep in the document, nested things, and a list inside of each', async () => {
		const document = {
			data: {
				schools: [
					{ id: 7, name: 'A', sites: [{ town: 'Brno' }, { town: 'Plzeň' }] },
					{ id: 8, name: 'B', sites: [] },
					'nothing',
					{ id: 12345678901234567890n.toString(), name: 'C', sites: [{ town: 'Praha' }] },
				],
			},
		};
		const { rows } = readRegister(
			fileOf(JSON.stringify(document)),
			profile(
				{ kind: 'json', list: 'data.schools', each: 'sites' },
				{ take: { name: '{name}', town: '{sites.town}' } },
			),
			[],
		);
		const found = [];
		for await (const { line, cells, problem } of rows)
			found.push(problem ? [line, problem] : [line, cells['id'], cells['sites.town']]);
		expect(found).toEqual([
			[1, '7', 'Brno'],
			[1, '7', 'Plzeň'],
			[2, 'not-a-row'],
			[3, 'not-a-row'],
			[4, '12345678901234567890', 'Praha'],
		]);
	});

	test('a number that is longer than numbers are is no whole id any more', async () => {
		const { found } = await read('[{"id": 12345678901234567890123, "name": "a", "town": "b"}]', {
			kind: 'json',
			list: '',
		});
		expect(found[0]?.[1]).toMatch(/e\+22$/);
	});
});
