// The field register as anybody reads it: every column of the database, in every language, as a page and as a table.
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { locales } from '#shared/locales';
import { runningPlatform } from '../world/running-platform.ts';
import { aVisitor } from '../world/visiting.ts';

const platform = runningPlatform();
const path = 'privacy/register';
let columns: string[];

beforeAll(async () => {
	// asked of the database itself, not of the generated types
	const found = await sql<{ name: string }>`
		select relation.relnamespace::regnamespace || '.' || relation.relname || '.' || attribute.attname as name
		from pg_attribute as attribute join pg_class as relation on relation.oid = attribute.attrelid
		where relation.relkind in ('r', 'p') and attribute.attnum > 0 and not attribute.attisdropped
			and relation.relnamespace::regnamespace::text !~ '^(pg_|information_schema|public|graphile_worker)'
		order by name`.execute(platform.db);
	columns = found.rows.map(({ name }) => name);
});

/** The columns a page names: the technical name of each field under that of its table. */
function named(html: string): string[] {
	return [...html.matchAll(/<section id="([a-z_]+\.[a-z_]+)"(.*?)<\/section>/gs)]
		.flatMap(([, table, body = '']) =>
			[...body.matchAll(/<code[^>]*>([a-z0-9_]+)<\/code>/g)].map(([, column]) => `${table}.${column}`),
		)
		.sort();
}

test('R-MIN: every column of the migrated database stands on the page, once', async () => {
	const { status, text } = await aVisitor(platform).get(`/en/${path}`);
	expect(status).toBe(200);
	expect(columns.length).toBeGreaterThan(500);
	expect(named(text)).toEqual([...columns].sort());
	expect(text).not.toContain('<script');
});

test('in every language, each table and each field about somebody has words of that language', async () => {
	const pages = await Promise.all(
		locales.map(async (locale) => (await aVisitor(platform).get(`/${locale}/${path}`)).text),
	);
	for (const page of pages) expect(named(page)).toHaveLength(columns.length);
	const titles = pages.map((page) => /<h4[^>]*>([^<]+)<\/h4>\s*<code[^>]*>people\.person</.exec(page)?.[1]);
	expect(titles).toEqual(['People', 'Personnes', 'Personer', 'الأشخاص']);
});

test('a reader narrows the list to one area and to what is about pupils', async () => {
	const visitor = aVisitor(platform);
	const { text } = await visitor.get(`/en/${path}?part=pupils&class=minor`);
	expect(named(text)).toContain('pupils.pupil.alias');
	expect(named(text).every((name) => name.startsWith('pupils.'))).toBe(true);
	expect(named(text)).not.toContain('pupils.class.name');
	const nothing = await visitor.get(`/en/${path}?part=places&class=minor`);
	expect(nothing.text).toContain('This area keeps nothing of this kind');
	expect((await visitor.get(`/en/${path}?part=<b>&class=x`)).status).toBe(200);
});

test('the same list comes as a table for a spreadsheet', async () => {
	const { text, headers } = await aVisitor(platform).get(`/en/${path}/fields.csv`);
	expect(headers.get('content-disposition')).toContain('attachment');
	const rows: string[][] = parse(text, { bom: true });
	expect(
		rows
			.slice(1)
			.map((row) => row[4])
			.sort(),
	).toEqual([...columns].sort());
	expect(rows.every((row) => row.length === 8 && row.every((cell) => !/^[=+\-@]/.test(cell)))).toBe(true);
});
