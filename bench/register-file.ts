// A national register that nobody published: seeded names and towns, with the words that stand in nearly every name.
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';

/** The same numbers for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

const kinds = [
	"SCUOLA DELL'INFANZIA",
	'SCUOLA PRIMARIA',
	'ISTITUTO COMPRENSIVO',
	'LICEO SCIENTIFICO',
] as const;
const syllables =
	'BA BE CA CO DA DO FA FE GA GI LA LE LI LO MA ME MI MO NA NE PA PE PO RA RE RI RO SA SE SI SO TA TE TO VA VE VI'.split(
		' ',
	);
const firstNames =
	'ADA ALDO ANNA BRUNO CARLA DINO ELENA ENZO FABIO GINA IDA LINO LUCA LUISA MARIA MARCO NINO OLGA PIA REMO RITA SARA TEO UGO VERA'.split(
		' ',
	);

const columns =
	'ANNO REGIONE CODICE CODICE_ISTITUTO DENOMINAZIONE INDIRIZZO CAP COMUNE TIPO STATO DIRIGENTE MAIL SITO'.split(
		' ',
	);

function word(random: () => number, least: number): string {
	const count = least + Math.floor(random() * 3);
	return Array.from({ length: count }, () => syllables[Math.floor(random() * syllables.length)]).join('');
}

export const registerKinds = ['csv', 'xlsx', 'json'] as const;
export type RegisterKind = (typeof registerKinds)[number];
export type RegisterFile = { readonly rows: number; readonly edition: 1 | 2; readonly kind: RegisterKind };

/** Writes the register; the second edition has one school in twenty changed, one in a hundred gone and as many new. */
export async function writeRegister(path: string, { kind, ...which }: RegisterFile): Promise<void> {
	if (kind === 'xlsx') return writeWorkbook(path, which);
	const text = kind === 'csv' ? tableOf(which) : listOf(which);
	await pipeline(Readable.from(text), createWriteStream(path));
}

type Edition = Omit<RegisterFile, 'kind'>;

function* rowsOf({ rows, edition }: Edition): Generator<readonly string[]> {
	const random = seeded(20_311_001);
	const towns = Array.from({ length: 8000 }, () => word(random, 2));
	const surnames = Array.from({ length: 12_000 }, () => word(random, 2));
	const pick = (list: readonly string[]) => list[Math.floor(random() ** 2 * list.length)] ?? '';
	for (let number = 0; number < rows * 1.01; number++) {
		const kind = kinds[number % kinds.length] ?? '';
		const town = pick(towns);
		const name = `${kind} "${firstNames[Math.floor(random() * firstNames.length)]} ${pick(surnames)}" ${random() < 0.3 ? town : ''}`;
		const street = `VIA ${pick(surnames)} ${1 + Math.floor(random() * 200)}`;
		const changed = edition === 2 && number % 20 === 7 ? ' STATALE' : '';
		const isNew = number >= rows;
		const isGone = number % 100 === 50 && number < rows;
		if (edition === 1 ? isNew : isGone) continue;
		const of = `RE${String(number - (number % 8)).padStart(8, '0')}`;
		yield [
			...[`20${30 + edition}`, `REGIONE ${number % 20}`, `RE${String(number).padStart(8, '0')}`, of],
			...[`${name}${changed}`, street, String(10_000 + (number % 89_999)), town, kind, 'ATTIVA'],
			...[`ROSSI ${number}`, `dir${number}@example.org`, `www.scuola${number}.example.org`],
		];
	}
}

function* tableOf(which: Edition): Generator<string> {
	yield `${columns.join(';')}\r\n`;
	for (const row of rowsOf(which))
		yield `${row.map((cell) => (cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';')}\r\n`;
}

function* listOf(which: Edition): Generator<string> {
	let before = '[';
	for (const row of rowsOf(which)) {
		yield `${before}${JSON.stringify(Object.fromEntries(row.map((cell, at) => [columns[at], cell])))}`;
		before = ',\n';
	}
	yield ']';
}

/** A workbook as spreadsheets write it: every different text once, and cells that point to it. */
async function writeWorkbook(path: string, which: Edition): Promise<void> {
	const shared = new Map<string, number>();
	const place = (text: string) => {
		const known = shared.get(text) ?? shared.size;
		shared.set(text, known);
		return known;
	};
	function* sheet(): Generator<string> {
		yield `<worksheet xmlns="${main}"><sheetData>`;
		let line = 0;
		const asRow = (row: readonly string[]) => {
			line++;
			return `<row r="${line}">${row.map((cell, at) => `<c r="${String.fromCharCode(65 + at)}${line}" t="s"><v>${place(cell)}</v></c>`).join('')}</row>`;
		};
		yield asRow(columns);
		for (const row of rowsOf(which)) yield asRow(row);
		yield '</sheetData></worksheet>';
	}
	function* texts(): Generator<string> {
		yield `<sst xmlns="${main}">`;
		for (const text of shared.keys())
			yield `<si><t>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></si>`;
		yield '</sst>';
	}
	const zip = new yazl.ZipFile();
	const written = pipeline(zip.outputStream, createWriteStream(path));
	zip.addBuffer(
		Buffer.from(
			`<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Scuole" r:id="r1"/></sheets></workbook>`,
		),
		'xl/workbook.xml',
	);
	zip.addBuffer(
		Buffer.from(`<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`),
		'xl/_rels/workbook.xml.rels',
	);
	// the texts are known when the sheet was written
	zip.addReadStream(Readable.from(sheet()), 'xl/worksheets/sheet1.xml');
	zip.addReadStreamLazy('xl/sharedStrings.xml', (give) => give(null, Readable.from(texts())));
	zip.end();
	await written;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
