import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schoolFor, schoolHistory } from '#domain/schools';
import { stateAffiliation } from '#domain/people';
import { NotFound } from '#platform/errors';
import { forgetUnusedFiles, receiveFile } from '#platform/files';
import { compose } from '#platform/part';
import { system, type Officer } from '#shared/actor';
import { allParts } from '../../../../parts.ts';
import { testDatabase } from '../../../../../../tests/world/database.ts';
import { member, officer, teacher } from '../../../../../../tests/world/index.ts';
import {
	answerQuestion,
	askToApply,
	askToUndo,
	beginImport,
	chooseColumns,
	columnsFor,
	dropImport,
	entryChoices,
	importFor,
	listsFor,
	chooseColumnsForm,
	mappingForm,
	placeOfRow,
	questionFor,
	questionsFor,
	registerFilePurpose,
	registersFor,
	regionsIn,
} from '../index.ts';
import { zipOf } from '../reading/zip-of.ts';
import { applyJob, checkJob, forgetJob, letGoJob, undoJob } from './jobs.ts';

const folder = mkdtempSync(join(tmpdir(), 'loading-'));
process.env['OPENTWINNING_DATA'] = folder;
const world = testDatabase();
beforeAll(() => compose(allParts));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let moment = 0;
const later = () => ({ now: new Date(Date.parse('2031-09-01T08:00:00Z') + moment++ * 3_600_000) });
const machine = () => world.as(system, later());
async function desk(name: 'rui' | 'claire' | 'anna') {
	return world.as<Officer>(await officer(world.as(system), name), later());
}

const blank = mappingForm.parse({});
const chosenColumns = { code: 'Número', name: 'Nome', town: 'Localidade', kind: 'Tipo' };
const chosen = mappingForm.parse({
	...chosenColumns,
	...{ kindValue: ['Escola', 'Cantina'], kindMeaning: ['primary', 'none'] },
});
const head = 'Número;Nome;Localidade;Tipo;Diretora\n';
const first = `${head}1;ESCOLA DO RIO;PORTO;Escola;Maria Segredo\n2;ESCOLA DA SERRA;GUARDA;Escola;\n3;CANTINA;PORTO;Cantina;\n`;
const second = `${head}1;ESCOLA DO RIO;PORTO;Escola;\n3;CANTINA;PORTO;Cantina;\n`;

function must<T>(outcome: { ok: true; value: T } | { ok: false; reason: string }): T {
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.value;
}

async function send(id: string, text: string | Buffer, name: 'rui' | 'claire' = 'rui') {
	const arrival = { purpose: registerFilePurpose, owner: id, name: 'escolas.csv' };
	return receiveFile(await desk(name), arrival, Readable.from([Buffer.from(text)]));
}

async function begun(list = 'new'): Promise<string> {
	return must(await beginImport(await desk('rui'), { country: 'PT', list, name: 'Escolas do norte' })).import;
}

async function checked(text: string, list = 'new'): Promise<string> {
	const id = await begun(list);
	must(await send(id, text));
	if (list === 'new') must(await chooseColumns(await desk('rui'), { import: id, mapping: chosen }));
	await checkJob(machine(), { import: id });
	return id;
}

async function taken(text: string, list = 'new'): Promise<string> {
	const id = await checked(text, list);
	must(await askToApply(await desk('rui'), await seen(id)));
	await applyJob(machine(), { import: id });
	return id;
}

async function seen(id: string) {
	return { import: id, seen: (await importFor(await desk('rui'), id)).seen };
}

const schoolNamed = (name: string) =>
	world.db.selectFrom('schools.school').select('id').where('name', '=', name).executeTakeFirstOrThrow();

describe('an officer loads a list nobody knows yet', () => {
	test('says what stands for nothing, what is carried down, what ids look like, which column is the edition', async () => {
		const text = `Ano;${head}2031;0001A;ESCOLA DO RIO;PORTO;Escola;\n2031;0002B;ESCOLA DA SERRA;;Escola;\n2031;x-7;ESCOLA AZUL;n/d;Escola;\n2031;0003C;ESCOLA DO MAR;n/d;Escola;\n`;
		const mapping = {
			...chosen,
			carryDown: 'Localidade',
			nullTokens: '-; n/d',
			idShape: '9999A',
			edition: 'Ano',
		};
		const id = await begun();
		must(await send(id, text));
		must(await chooseColumns(await desk('rui'), { import: id, mapping }));
		await checkJob(machine(), { import: id });
		const { report } = await importFor(await desk('rui'), id);
		expect(report).toMatchObject({
			added: 2,
			edition: '2031',
			problems: [
				{ line: 4, problem: 'code-unlike' },
				{ line: 5, problem: 'no-town' },
			],
		});
	});

	test('reads regions from the lines between, houses, days and where the schools lie, and says who publishes it', async () => {
		const text =
			'Número;Nome;Localidade;Rua;Porta;Estado;Aberta em;Lat;Lon\nNorte;;;;;;;;\n1;ESCOLA DO RIO;PORTO;Rua do Rio;7 B;Aberta;01/09/1998;41,15;-8,61\nCentro;;;;;;;;\n2;ESCOLA DA SERRA;GUARDA;Largo da Sé;;Fechada;;40,54;-7,27\n';
		const mapping = mappingForm.parse({
			...{ code: 'Número', name: 'Nome', town: 'Localidade', address: 'Rua', number: 'Porta' },
			...{ state: 'Estado', stateValue: ['Aberta', 'Fechada'], stateMeaning: ['open', 'closed'] },
			...{ opened: 'Aberta em', days: 'dmy', north: 'Lat', east: 'Lon', headings: 'region' },
			...{ publisher: 'Direção do Norte', licence: 'CC BY 4.0' },
		});
		const id = await begun();
		must(await send(id, text));
		const { preview } = await columnsFor(await desk('rui'), id, mapping);
		expect(preview.map(({ taken: { row } }) => row)).toMatchObject([
			{
				region: 'Norte',
				address: 'Rua do Rio 7 B',
				state: 'open',
				state_since: '1998-09-01',
				latitude: 41.15,
			},
			{ region: 'Centro', address: 'Largo da Sé', state: 'closed', longitude: -7.27 },
		]);
		must(await chooseColumns(await desk('rui'), { import: id, mapping }));
		await checkJob(machine(), { import: id });
		expect((await importFor(await desk('rui'), id)).report).toMatchObject({ added: 2, refused: 0 });
		const { profile } = await world.db
			.selectFrom('schools_register.mapping')
			.select('profile')
			.executeTakeFirstOrThrow();
		expect(profile).toMatchObject({ source: { publisher: 'Direção do Norte', licence: 'CC BY 4.0' } });
	});

	test('takes a map of points as it is, and a heading for the town where no column has it', async () => {
		const point = { type: 'Point', coordinates: [-8.61, 41.15] };
		const feature = {
			type: 'Feature',
			geometry: point,
			properties: { id: '1', nome: 'ESCOLA', vila: 'PORTO' },
		};
		const map = await begun();
		must(await send(map, JSON.stringify({ type: 'FeatureCollection', features: [feature] })));
		const inMap = mappingForm.parse({ code: 'id', name: 'nome', town: 'vila' });
		const seenMap = await columnsFor(await desk('rui'), map, inMap);
		expect(seenMap.preview[0]?.taken.row).toMatchObject({ longitude: -8.61, latitude: 41.15 });
		const table = await begun();
		must(await send(table, 'Número;Nome\nPORTO;\n1;ESCOLA DO RIO\n'));
		const underTown = mappingForm.parse({ code: 'Número', name: 'Nome', headings: 'town' });
		const seenTable = await columnsFor(await desk('rui'), table, underTown);
		expect(seenTable.preview.map(({ taken: { row } }) => row?.town)).toEqual(['Porto']);
		expect(chooseColumnsForm.safeParse(underTown).success).toBe(true);
		expect(chooseColumnsForm.safeParse({ ...underTown, headings: '' }).success).toBe(false);
	});

	test('takes an address in one cell apart, and finds the columns that mark a kind', async () => {
		const text =
			'Número;Nome;Morada;Jardim;Secundario;Universidade\n1;ESCOLA DO RIO;Rua do Rio, 7, 4000-123 PORTO;x;x;\n2;FACULDADE;Largo da Sé, 6300-001 GUARDA;;;x\n';
		const mapping = mappingForm.parse({
			...{ code: 'Número', name: 'Nome', whole: 'Morada', marked: 'on' },
		});
		const id = await begun();
		must(await send(id, text));
		const { preview, mapping: seen } = await columnsFor(await desk('rui'), id, mapping);
		expect(seen).toMatchObject({
			...{ postcodeShape: '9999-999', mark: 'x', markColumn: ['Jardim', 'Secundario', 'Universidade'] },
			markMeaning: ['early-childhood', '', 'none'],
		});
		expect(preview[0]?.taken.row).toMatchObject({
			...{ town: 'Porto', postcode: '4000-123', address: 'Rua do Rio, 7' },
		});
		const said = { ...seen, markMeaning: ['early-childhood', 'upper-secondary', 'none'] as const };
		must(
			await chooseColumns(await desk('rui'), {
				import: id,
				mapping: { ...said, markMeaning: [...said.markMeaning] },
			}),
		);
		await checkJob(machine(), { import: id });
		expect((await importFor(await desk('rui'), id)).report).toMatchObject({
			added: 1,
			leftOut: [{ kind: 'Universidade', known: true }],
		});
		expect(chooseColumnsForm.safeParse(said).success).toBe(true);
		expect(chooseColumnsForm.safeParse({ ...said, mark: '' }).success).toBe(false);
	});

	test('carries several columns down', async () => {
		const text =
			'Distrito;Localidade;Número;Nome\nPorto;MAIA;1;ESCOLA DO RIO\n;;2;ESCOLA AZUL\n;TROFA;3;ESCOLA VERDE\n';
		const mapping = mappingForm.parse({
			...{ code: 'Número', name: 'Nome', town: 'Localidade', region: 'Distrito' },
			...{ carryDown: 'Distrito', carryDown2: 'Localidade' },
		});
		const id = await begun();
		must(await send(id, text));
		const { preview } = await columnsFor(await desk('rui'), id, mapping);
		expect(preview.map(({ taken: { row } }) => [row?.region, row?.town])).toEqual([
			['Porto', 'Maia'],
			['Porto', 'Maia'],
			['Porto', 'Trofa'],
		]);
	});

	test('says what regions are called, whatever capitals the file has, and sees it before anything is kept', async () => {
		const text =
			'Número;Nome;Localidade;Distrito\n1;ESCOLA DO RIO;PORTO;R.A. DA MADEIRA\n2;ESCOLA AZUL;PORTO;Norte\n3;ESCOLA NOVA;PORTO;\n';
		const mapping = mappingForm.parse({
			...{ code: 'Número', name: 'Nome', town: 'Localidade', region: 'Distrito' },
			regionNames: 'r.a. da madeira = Madeira\n\n * = Nowhere\nNorte=Região do Norte',
		});
		const id = await begun();
		must(await send(id, text));
		const { preview, look } = await columnsFor(await desk('rui'), id, mapping);
		expect(look && regionsIn(mapping, look).sort()).toEqual(['Norte', 'R.A. DA MADEIRA']);
		expect(preview.map(({ taken: { row } }) => row?.region)).toEqual(['Madeira', 'Região do Norte', null]);
		must(await chooseColumns(await desk('rui'), { import: id, mapping }));
		await checkJob(machine(), { import: id });
		const staged = await world.db.selectFrom('schools_register.staged_row').select('region').execute();
		expect(staged.map(({ region }) => region)).toContain('Região do Norte');
		expect(chooseColumnsForm.safeParse(mapping).success).toBe(true);
		for (const line of ['Norte', 'Norte =', '= Norte'])
			expect(chooseColumnsForm.safeParse({ ...mapping, regionNames: line }).error?.issues).toMatchObject([
				{ path: ['regionNames'] },
			]);
	});

	test('takes an archive with a file for each region as one register, and says in which file a row is wrong', async () => {
		const rows = { norte: '1;ESCOLA DO RIO;PORTO', sul: '2;ESCOLA DO MAR;FARO\n;SEM NÚMERO;FARO' };
		const files = Object.entries(rows).map(([name, text]) => [
			`${name}.csv`,
			`Número;Nome;Localidade\n${text}\n`,
		]);
		const archive = zipOf({ 'leia-me.pdf': '%PDF', ...Object.fromEntries(files) });
		const id = await begun();
		must(await send(id, archive));
		const asked = await columnsFor(await desk('rui'), id, undefined);
		expect(asked.files).toEqual(['leia-me.pdf', 'norte.csv', 'sul.csv']);
		expect(entryChoices(asked.files).together).toEqual([{ value: '*.csv', ending: '.csv', count: 2 }]);
		expect(asked.mapping).toMatchObject({ entry: '*.csv', code: 'Número' });
		expect(asked.preview.map(({ taken: { row } }) => row?.town)).toEqual(['Porto', 'Faro', undefined]);
		const one = { ...asked.mapping, entry: 'sul.csv' };
		const alone = await columnsFor(await desk('rui'), id, one);
		expect(alone.preview.map(({ taken: { row } }) => row?.town)).toEqual(['Faro', undefined]);
		must(await chooseColumns(await desk('rui'), { import: id, mapping: asked.mapping }));
		await checkJob(machine(), { import: id });
		const { report } = await importFor(await desk('rui'), id);
		expect(report).toMatchObject({ read: 3, added: 2, refused: 1 });
		const [problem] = report?.problems ?? [];
		expect(report && placeOfRow(report, problem?.line ?? 0)).toEqual({ file: 'sul.csv', line: 3 });
	});

	test.each([
		[
			'files of several kinds, of which nobody can tell the register',
			zipOf({ 'a.csv': 'x', 'b.json': '[]' }),
			'entry-unclear',
		],
		[
			'a workbook of another program',
			zipOf({ mimetype: 'x', 'content.xml': '<x/>', 'META-INF/manifest.xml': '<x/>' }),
			'unreadable',
		],
		['an archive in the archive', zipOf({ 'a.zip': zipOf({ b: 'c' }) }), 'packed-twice'],
		['what only begins as an archive', Buffer.from('PK\x03\x04 and nothing more'), 'unreadable'],
		['a list that breaks off', Buffer.from('[{"a": 1}, {"a"'), 'unreadable'],
	])('is told of %s before any column is chosen', async (_what, bytes, code) => {
		const id = await begun();
		must(await send(id, bytes));
		const { failure, look, files } = await columnsFor(await desk('rui'), id, undefined);
		expect([failure?.code, look]).toEqual([code, undefined]);
		// there it is chosen which of them it is
		expect(files.length > 1).toBe(code === 'entry-unclear');
	});

	test('whoever tries another sign between the cells sees why nothing reads, and loses no choice', async () => {
		const id = await begun();
		must(await send(id, first));
		const view = await columnsFor(await desk('rui'), id, { ...chosen, delimiter: '#' });
		expect(view).toMatchObject({ failure: { code: 'columns-missing' }, mapping: chosenColumns, preview: [] });
		expect(view.look?.columns).toHaveLength(1);
	});

	test('who chooses the file in the archive sees its columns guessed as those of any file', async () => {
		const id = await begun();
		must(await send(id, zipOf({ 'escolas.csv': first, 'alunos.csv': 'a;b\n1;2\n', 'outra.json': '[]' })));
		const { mapping } = await columnsFor(await desk('rui'), id, { ...blank, entry: 'escolas.csv' });
		expect(mapping).toMatchObject({ entry: 'escolas.csv', name: 'Nome', town: 'Localidade', kind: 'Tipo' });
	});

	test('finds how the last edition was read again: its sheet, its heading row, its letters', async () => {
		const text = `Direção do Norte;;;;\nlista de escolas;de;2031;hoje;x\n${head}1;ESCOLA DO RIO;PORTO;Escola;\n`;
		const id = await begun();
		must(await send(id, text));
		must(await chooseColumns(await desk('rui'), { import: id, mapping: { ...chosen, headerRow: '3' } }));
		const [list] = (await listsFor(await desk('rui'), ['PT'])).filter(({ value }) =>
			value.startsWith('mapping:'),
		);
		const next = await begun(list?.value);
		must(await send(next, text));
		const { mapping, preview } = await columnsFor(await desk('rui'), next, undefined);
		expect(mapping).toMatchObject({ headerRow: '3', code: 'Número', town: 'Localidade', kind: 'Tipo' });
		expect(preview[0]?.taken.row?.name).toBe('Escola do Rio');
		// and reads the file as it is, where that does not fit any more
		must(await send(next, first));
		const other = await columnsFor(await desk('rui'), next, undefined);
		expect(other.failure).toBeUndefined();
	});

	test('finds all that was said of a list again with its next edition, and kinds that the check has met', async () => {
		const id = await begun();
		must(await send(id, first));
		const said = {
			...chosen,
			nullTokens: '-',
			publisher: 'Direção do Norte',
			kindValue: ['Escola'],
			kindMeaning: ['primary' as const],
		};
		must(await chooseColumns(await desk('rui'), { import: id, mapping: said }));
		await checkJob(machine(), { import: id });
		const [list] = (await listsFor(await desk('rui'), ['PT'])).filter(({ value }) =>
			value.startsWith('mapping:'),
		);
		const next = await begun(list?.value);
		must(await send(next, `${first}4;ESCOLA NOVA;PORTO;Liceu;\n`.replace('Localidade', 'Concelho')));
		const { mapping } = await columnsFor(await desk('rui'), next, undefined);
		expect(mapping).toMatchObject({
			...{ code: 'Número', town: '', nullTokens: '-', publisher: 'Direção do Norte' },
			...{ kindValue: ['Escola', 'Cantina', 'Liceu'], kindMeaning: ['primary', 'none', 'upper-secondary'] },
		});
	});

	test('is asked what kinds and states mean that stand far down in the file', async () => {
		const rows = Array.from({ length: 2000 }, (_, at) => `${at + 10};ESCOLA ${at};PORTO;Escola;Aberta`);
		const text = [
			'Número;Nome;Localidade;Tipo;Estado',
			...rows,
			'1;X;PORTO;Liceu;Aberta',
			'2;Y;PORTO;Escola;Extinta',
			'',
		];
		const id = await begun();
		must(await send(id, text.join('\n')));
		const mapping = { ...chosen, state: 'Estado', stateValue: ['Aberta'], stateMeaning: ['open' as const] };
		must(await chooseColumns(await desk('rui'), { import: id, mapping }));
		await checkJob(machine(), { import: id });
		const { mapping: asked } = await columnsFor(await desk('rui'), id, undefined);
		expect(asked).toMatchObject({
			...{ kindValue: ['Escola', 'Liceu', 'Cantina'], kindMeaning: ['primary', 'upper-secondary', 'none'] },
			...{ stateValue: ['Aberta', 'Extinta'], stateMeaning: ['open', 'closed'] },
		});
	});

	test('and sees its columns, with nothing of persons, before any is chosen', async () => {
		const id = await begun();
		expect((await importFor(await desk('rui'), id)).stage).toBe('file');
		must(await send(id, first));
		expect((await importFor(await desk('rui'), id)).stage).toBe('columns');
		const { look, preview } = await columnsFor(await desk('rui'), id, undefined);
		expect(look?.columns.map((column) => [column.name, column.example])).toEqual([
			...[
				['Número', '1'],
				['Nome', 'ESCOLA DO RIO'],
				['Localidade', 'PORTO'],
				['Tipo', 'Escola'],
			],
			['Diretora', ''],
		]);
		expect(look?.values('{Tipo}')).toEqual([
			{ value: 'Escola', count: 2 },
			{ value: 'Cantina', count: 1 },
		]);
		// guessed from the names of the columns
		expect(preview.map(({ taken: { row } }) => row?.name)).toContain('Escola do Rio');
	});

	test('takes it over, after which the file is gone and its columns are known', async () => {
		const id = await taken(first);
		const view = await importFor(await desk('rui'), id);
		expect(view).toMatchObject({ stage: 'applied', file_id: null, office_id: expect.any(String) as string });
		expect(view.report).toMatchObject({ added: 2, refused: 0, leftOut: [{ kind: 'Cantina', known: true }] });
		const hash = view.file_hash?.toString('hex') ?? '';
		expect(readdirSync(join(folder, 'files', hash.slice(0, 2)))).toContain(hash);
		await forgetUnusedFiles({ ...machine(), now: new Date(Date.now() + 2 * 3600 * 1000) });
		expect(readdirSync(join(folder, 'files', hash.slice(0, 2)))).not.toContain(hash);
		const lists = await listsFor(await desk('rui'), ['PT']);
		expect(lists.map((list) => list.name)).toContain('Escolas do norte');
		const stored = JSON.stringify([
			await world.db.selectFrom('schools.school').selectAll().execute(),
			await world.db.selectFrom('schools_register.import').selectAll().execute(),
			await world.db.selectFrom('schools_register.mapping').selectAll().execute(),
			await world.db.selectFrom('schools_register.staged_row').selectAll().execute(),
		]);
		expect(stored).not.toContain('Segredo');
	});

	test('is told why a file cannot be read, and sends another', async () => {
		const id = await begun();
		must(await send(id, first));
		must(await chooseColumns(await desk('rui'), { import: id, mapping: chosen }));
		must(await send(id, first.replace('Localidade', 'Concelho')));
		expect(await chooseColumns(await desk('rui'), { import: id, mapping: chosen })).toMatchObject({
			reason: 'columns-unknown',
		});
		await checkJob(machine(), { import: id });
		const view = await importFor(await desk('rui'), id);
		expect(view).toMatchObject({ stage: 'failed', failure: { code: 'columns-missing' } });
		must(await send(id, first));
		await checkJob(machine(), { import: id });
		expect((await importFor(await desk('rui'), id)).stage).toBe('checked');
	});

	test('takes over what was seen and nothing else, and once', async () => {
		const id = await checked(first);
		const old = await seen(id);
		must(await chooseColumns(await desk('rui'), { import: id, mapping: chosen }));
		await checkJob(machine(), { import: id });
		expect(await askToApply(await desk('rui'), old)).toMatchObject({ reason: 'changed' });
		const now = await seen(id);
		must(await askToApply(await desk('rui'), now));
		must(await askToApply(await desk('rui'), now));
		await applyJob(machine(), { import: id });
		await applyJob(machine(), { import: id });
		expect(await world.db.selectFrom('schools_register.change').selectAll().execute()).toHaveLength(2);
	});

	test('lets an import go, and nothing of it stays', async () => {
		const id = await checked(first);
		must(await dropImport(await desk('rui'), await seen(id)));
		expect((await importFor(await desk('rui'), id)).stage).toBe('dropped');
		await letGoJob(machine(), { import: id });
		await letGoJob(machine(), { import: id });
		expect(await world.db.selectFrom('schools_register.staged_row').selectAll().execute()).toEqual([]);
		expect(await askToApply(await desk('rui'), await seen(id))).toMatchObject({ reason: 'over' });
		expect(await askToApply(await desk('rui'), { import: id, seen: 'x' })).toMatchObject({
			reason: 'changed',
		});
	});
});

describe('registers of one country', () => {
	test('are not there for the desk of another, and the central desk sees all', async () => {
		const id = await checked(first);
		await expect(importFor(await desk('claire'), id)).rejects.toThrow(NotFound);
		await expect(
			beginImport(await desk('claire'), { country: 'PT', list: 'new', name: 'x' }),
		).rejects.toThrow(NotFound);
		await expect(send(id, first, 'claire')).rejects.toThrow(NotFound);
		await expect(askToApply(await desk('claire'), await seen(id))).rejects.toThrow(NotFound);
		expect((await importFor(await desk('anna'), id)).id).toBe(id);
		expect((await registersFor(await desk('claire'))).imports).toEqual([]);
		for (const actor of [teacher('ines'), member('marco')])
			await expect(registersFor(world.as(actor))).rejects.toThrow('register.see');
	});

	test('one edition at a time is taken over', async () => {
		const one = await checked(first);
		const mapping = (await listsFor(await desk('rui'), ['PT'])).find((list) =>
			list.value.startsWith('mapping:'),
		);
		const other = await checked(second, mapping?.value);
		must(await askToApply(await desk('rui'), await seen(one)));
		expect(await askToApply(await desk('rui'), await seen(other))).toMatchObject({ reason: 'another-runs' });
	});

	test('only the newest import is undone', async () => {
		const one = await taken(first);
		const mapping = (await listsFor(await desk('rui'), ['PT'])).find((list) =>
			list.value.startsWith('mapping:'),
		);
		const other = await taken(second, mapping?.value);
		expect(await askToUndo(await desk('rui'), await seen(one))).toMatchObject({ reason: 'not-newest' });
		must(await askToUndo(await desk('rui'), await seen(other)));
		await undoJob(machine(), { import: other });
		expect((await importFor(await desk('rui'), other)).stage).toBe('undone');
		expect((await questionsFor(await desk('rui'))).rows).toEqual([]);
	});
});

describe('a school a newer edition does not list', () => {
	async function question() {
		await taken(first);
		const mapping = (await listsFor(await desk('rui'), ['PT'])).find((list) =>
			list.value.startsWith('mapping:'),
		);
		await taken(second, mapping?.value);
		const { rows, counts } = await questionsFor(await desk('rui'));
		expect(counts).toEqual({ missing: 1, double: 0, undone: 0 });
		return rows[0]?.id ?? '';
	}
	const answer = { into: '', since: '' };

	test('is closed by an officer, with its day, and nobody new can choose it', async () => {
		const id = await question();
		await expect(questionFor(await desk('claire'), id)).rejects.toThrow(NotFound);
		const given = { ...answer, question: id, answer: 'closed', since: '2031-07-31' } as const;
		must(await answerQuestion(await desk('rui'), given));
		expect(await answerQuestion(await desk('rui'), given)).toMatchObject({ reason: 'answered-already' });
		const { id: school } = await schoolNamed('Escola da Serra');
		const reader = world.as(teacher('ines'), later());
		expect((await schoolFor(reader, school)).state).toBe('closed');
		expect((await schoolHistory(reader, { id: school })).states).toMatchObject([
			{ state: 'closed', since: '2031-07-31', by: 'officer' },
		]);
		expect(
			await stateAffiliation(world.as(member('marco'), later()), { school, role: 'teacher' }),
		).toMatchObject({
			reason: 'school-closed',
		});
	});

	test('became part of another, which its page says', async () => {
		const id = await question();
		const { id: rio } = await schoolNamed('Escola do Rio');
		const merged = { ...answer, question: id, answer: 'merged' } as const;
		const rui = await desk('rui');
		expect(
			await answerQuestion(rui, { ...merged, into: 'https://twinning.example/en/schools/nowhere' }),
		).toMatchObject({
			reason: 'into-unknown',
		});
		const { id: serra } = await schoolNamed('Escola da Serra');
		expect(await answerQuestion(rui, { ...merged, into: serra })).toMatchObject({ reason: 'into-itself' });
		must(await answerQuestion(rui, { ...merged, into: `https://twinning.example/en/schools/${rio}` }));
		expect((await schoolHistory(world.as(teacher('ines')), { id: serra })).mergedInto?.id).toBe(rio);
	});

	test('is still open, and is not asked about again by the next edition without it', async () => {
		const id = await question();
		must(await answerQuestion(await desk('rui'), { ...answer, question: id, answer: 'open' }));
		const mapping = (await listsFor(await desk('rui'), ['PT'])).find((list) =>
			list.value.startsWith('mapping:'),
		);
		await taken(second, mapping?.value);
		expect((await questionsFor(await desk('rui'))).rows).toEqual([]);
	});
});

test('files nobody went on with go after two weeks, and names of accounts after a year', async () => {
	const id = await begun();
	must(await send(id, first));
	await world.db
		.updateTable('schools_register.import')
		.set({ office_id: null, account: 'root' })
		.where('id', '=', id)
		.execute();
	const long = new Date(Date.parse('2033-09-01T08:00:00Z'));
	await forgetJob(world.as(system, { now: long }));
	await forgetJob(world.as(system, { now: long }));
	const row = await world.db
		.selectFrom('schools_register.import')
		.select(['file_id', 'account', 'file_hash'])
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	expect(row).toMatchObject({ file_id: null, account: '' });
	expect(row.file_hash).not.toBeNull();
});
