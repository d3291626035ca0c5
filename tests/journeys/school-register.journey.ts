// An officer loads a register nobody knows yet: sends a file, says what its columns hold, looks, takes it over, sees who
// did, answers what is unclear, and undoes it. Once with and once without JavaScript.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zipOf } from '../../src/server/domain/schools/register/reading/zip-of.ts';
import { bothWays, journey, type Traveller } from './people.ts';

const folder = mkdtempSync(join(tmpdir(), 'register-journey-'));
afterAll(() => rmSync(folder, { recursive: true }));

const head = 'Número;Designação;Localidade;Tipologia;Morada;Diretor;Correio eletrónico';
const first = [
	'1001;ESCOLA BÁSICA DA FONTE NOVA;SETÚBAL;Escola básica;RUA DAS AMOREIRAS 4;Rui Secreto;rui@escola.example',
	'1002;JARDIM DE INFÂNCIA O BALÃO;SETÚBAL;Jardim de infância;PRAÇA DA ÁRVORE 1;;',
	'1003;CANTINA MUNICIPAL;SETÚBAL;Cantina;;;',
	'2,17E+13;ESCOLA PERDIDA;SETÚBAL;Escola básica;;;',
	'1004;ESCOLA SECUNDÁRIA DO SADO;ALCÁCER DO SAL;Escola secundária;;Ana Oculta;ana@escola.example',
];
const marked = 'Código;Nome;Onde fica;Distrito;Pre escolar;Medio;Universidade\n';
const marks = {
	'sul.csv': `${marked}21;ESCOLA DA PRAIA;RUA DA PRAIA 3, 2900-001 SETÚBAL;D. DE SETUBAL;x;x;\n`,
	'norte.csv': `${marked}22;UNIVERSIDADE;LARGO 1, 2900-002 SETÚBAL;D. DE SETUBAL;;;x\n`,
	'leia-me.pdf': '%PDF',
};
const second = [first[0]?.replace('FONTE NOVA', 'FONTE VELHA'), first[1], first[2]];

function fileOf(name: string, rows: readonly (string | undefined)[]): string {
	const path = join(folder, name);
	writeFileSync(path, iconv.encode([head, ...rows, ''].join('\r\n'), 'windows-1252'));
	return path;
}

describe.each(bothWays)('an officer loads a register %s', (_, javaScript) => {
	const way = journey({ javaScript });
	let rui: Traveller;

	beforeAll(async () => {
		rui = await way.atDesk('rui');
	});

	test('sends a file and says what its columns hold', async () => {
		await rui.open('/desk/register');
		await rui.sees('Registers we hold');
		await rui.follow('Load an edition');
		await rui.tick('Another list');
		await rui.fill('Name of the other list', 'Escolas do Sado');
		await rui.press('Go on to the file');
		await send(rui, fileOf('escolas.csv', first));
		await rui.sees('What the columns hold');
		await rui.seesNothingOf('Secreto');
		await column(rui, 'code', 'Número');
		await column(rui, 'name', 'Designação');
		await column(rui, 'town', 'Localidade');
		await column(rui, 'address', 'Morada');
		await column(rui, 'kind', 'Tipologia');
		if (!javaScript) await rui.press('Show how it reads');
		await rui.sees('What the kinds mean');
		// the preview follows: names as people write them
		await rui.sees(/Escola Básica da Fonte Nova/);
		await rui.choose(/^Escola básica/, 'Primary and Lower secondary');
		await rui.choose(/^Escola secundária/, 'Upper secondary');
		await rui.press('Check the whole file');
	});

	test('sees what would change, and takes it over', async () => {
		await until(rui, 'What would change');
		await rui.sees(/3\s+new schools/);
		await rui.sees('A spreadsheet damaged its id.');
		await rui.sees(/1 kind of rows that is no school/);
		await rui.press('Take this edition over');
		await until(rui, 'Taken over. Teachers find these schools');
		await rui.sees(/Taken over by/);
		await rui.sees(/Rui/);
		await rui.seesNothingOf('ana@escola.example');
		const stored = await way.platform.db.selectFrom('schools.school').selectAll().execute();
		expect(JSON.stringify(stored)).not.toMatch(/Secreto|Oculta|@escola/);
	});

	test('a teacher finds the school at once', async () => {
		const ines = await way.known('ines');
		await ines.open('/me/school?country=PT&text=fonte+nova+setubal');
		await ines.sees('Escola Básica da Fonte Nova');
	});

	test('the next edition is read the same way, and what is missing becomes a question', async () => {
		await rui.open('/desk/register/new');
		await rui.tick('Escolas do Sado');
		await rui.press('Go on to the file');
		await send(rui, fileOf('escolas-2.csv', second));
		await until(rui, 'What would change');
		await rui.sees(/1\s+of them renamed/);
		await rui.sees(/1\s+missing/);
		await rui.press('Take this edition over');
		await until(rui, 'Taken over. Teachers find these schools');
		await rui.open('/desk/register/questions');
		await rui.follow('Escola Secundária do Sado');
		await rui.sees(/did not have this school any more/);
		const desktop = rui.page.viewportSize() ?? { width: 1280, height: 720 };
		// on a phone, what was done and what stands beside the list are seen as well
		await rui.page.setViewportSize({ width: 320, height: 640 });
		await rui.tick('It has closed');
		await rui.press('Note this');
		await rui.sees('Noted.');
		await rui.sees(/Only somebody who knows the schools/);
		await rui.page.setViewportSize(desktop);
		const closed = await way.platform.db
			.selectFrom('schools.school')
			.select('id')
			.where('name', '=', 'Escola Secundária do Sado')
			.executeTakeFirstOrThrow();
		await rui.open(`/schools/${closed.id}`);
		await rui.sees('This school is closed');
		await rui.sees(/by a support organisation/);
	});

	test('a list in two files, with a mark for each kind and addresses in one cell, reads as well', async () => {
		await rui.open('/desk/register/new');
		await rui.tick('Another list');
		await rui.fill('Name of the other list', 'Escolas com marcas');
		await rui.press('Go on to the file');
		const path = join(folder, 'marcas.zip');
		writeFileSync(path, zipOf(marks));
		await send(rui, path);
		await rui.sees('What the columns hold');
		expect(await rui.page.locator('select[name=entry]').inputValue()).toBe('*.csv');
		await column(rui, 'code', 'Código');
		await column(rui, 'name', 'Nome');
		await column(rui, 'whole', 'Onde fica');
		await column(rui, 'region', 'Distrito');
		await rui.tick('Each kind has a column of its own, with a mark');
		if (!javaScript) await rui.press('Show how it reads');
		await rui.sees('What the columns with this mark mean');
		// told from the addresses themselves
		expect(await rui.page.locator('input[name=postcodeShape]').inputValue()).toBe('9999-999');
		await rui.choose(/^Pre escolar/, 'Early childhood');
		await rui.choose(/^Medio/, 'Upper secondary');
		await rui.sees(/In the file: D. DE SETUBAL/);
		await rui.fill('Regions with another name', 'D. de Setubal = Distrito de Setúbal');
		await rui.page.keyboard.press('Tab');
		if (!javaScript) await rui.press('Show how it reads');
		// in the preview, and not only as the file has it
		await rui.sees(/Rua da Praia 3, 2900-001/);
		await rui.sees('Distrito de Setúbal');
		await rui.press('Check the whole file');
		await until(rui, 'What would change');
		await rui.sees(/1\s+new school/);
		await rui.sees(/1 kind of rows that is no school/);
	});

	test('an import that was wrong is undone', async () => {
		await rui.open('/desk/register');
		await rui.follow('escolas-2.csv');
		await rui.page.locator('summary', { hasText: 'Undo this import' }).click();
		await rui.press('Yes, undo it');
		await until(rui, 'Undone. What this import changed is as it was');
		const names = await way.platform.db.selectFrom('schools.school').select('name').execute();
		expect(names.map((row) => row.name)).toContain('Escola Básica da Fonte Nova');
	});
});

/** Columns are chosen by their name; what stands in them is shown beside it. */
async function column(officer: Traveller, field: string, name: string): Promise<void> {
	await officer.page.locator(`main select[name=${field}]`).selectOption(name);
}

async function send(officer: Traveller, path: string): Promise<void> {
	await officer.page.locator('main input[type=file]').setInputFiles(path);
	await officer.press('Send');
}

/** The page follows by itself where it can; elsewhere one looks again. */
async function until(officer: Traveller, text: string): Promise<void> {
	for (let look = 0; look < 40; look++) {
		if ((await officer.page.locator('main').getByText(text).count()) > 0) return;
		const again = officer.page.locator('main').getByRole('link', { name: 'Look again' });
		// it may be gone at this very moment: then the page has moved on by itself
		if ((await again.count()) > 0)
			await again
				.first()
				.click({ timeout: 1000 })
				.catch(() => undefined);
		await officer.page.waitForTimeout(500);
	}
	await officer.sees(text);
}
