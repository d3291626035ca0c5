// Each fault that would expose a child is planted in a copy of the tree, and the check says where it stands.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allParts } from '../../src/server/parts.ts';
import { reachFindings } from './children-rules.ts';
import { columnFindings } from './part-duties.ts';

let copy = '';

beforeAll(() => {
	copy = mkdtempSync(join(tmpdir(), 'children-'));
	for (const folder of ['migrations', 'src/routes', 'src/server/domain'])
		cpSync(folder, join(copy, folder), { recursive: true });
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** What the check says when this file stands in the tree. */
function said(path: string, text: string): { readonly status: number | null; readonly says: string } {
	const file = join(copy, path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
	const run = spawnSync(process.execPath, ['scripts/checks/children.ts', copy], { encoding: 'utf8' });
	rmSync(file);
	return { status: run.status, says: run.stderr };
}

test('nothing is wrong with the tree as it is', () => {
	expect(said('src/routes/[lang]/about/planted.ts', 'export const nothing = 1;\n')).toEqual({
		status: 0,
		says: '',
	});
});

test('R-MIN: a column that nobody classed fails the check', () => {
	const tables = new Map(
		allParts.flatMap(({ privacy }) =>
			Object.entries(privacy.columns).map(([table, columns]) => [table, Object.keys(columns)] as const),
		),
	);
	expect(columnFindings(tables, allParts)).toEqual([]);
	tables.set('pupils.pupil', [...(tables.get('pupils.pupil') ?? []), 'surname']);
	expect(columnFindings(tables, allParts)).toEqual(['unclassed column: pupils.pupil.surname']);
});

test('T3: a route that shows an alias outside a TwinSpace fails the check', () => {
	const page = 'src/routes/[lang]/schools/[id]/pupils/+page.server.ts';
	const plant =
		"import { classFor } from '#domain/pupils';\nexport const load = ({ locals, params }) => classFor(locals.ctx, params.id);\n";
	expect(said(page, plant)).toMatchObject({
		status: 1,
		says: expect.stringContaining('takes classFor from #domain/pupils') as string,
	});
	const markup = '<p>{data.alias}</p>\n';
	expect(said('src/routes/[lang]/partners/Planted.svelte', markup)).toMatchObject({
		status: 1,
		says: expect.stringContaining('speaks of an alias') as string,
	});
	const query = "export const all = (db) => db.selectFrom('pupils.pupil').select('alias');\n";
	expect(said('src/server/domain/partner-finding/planted.sql.ts', query)).toMatchObject({
		status: 1,
		says: expect.stringContaining('reads pupils.pupil') as string,
	});
});

test('R-CON T2: a table that could carry a message from an adult to a pupil fails the check', () => {
	const table = (columns: string) =>
		`create table contacts.planted (\n  id uuid primary key,\n${columns}\n);\n`;
	const toPupil =
		'  from_person_id uuid references people.person (id),\n  to_pupil uuid references pupils.pupil (id)';
	const toMember =
		'  made_by uuid references spaces.member (id),\n  to_member_id uuid references spaces.member (id)';
	for (const columns of [toPupil, toMember, '  pupil_id uuid'])
		expect(said('migrations/9999-planted.sql', table(columns)).status, columns).toBe(1);
	const later = 'alter table contacts.message add column for_pupil_id uuid references pupils.pupil (id);\n';
	expect(said('migrations/9999-planted.sql', later).says).toContain('contacts.message.for_pupil_id');
});

test('R-SCO: a line that lets pupils in where adults write to each other fails the check', () => {
	expect(reachFindings({ '/[lang]/mailbox/[person]': { 'POST ?/send': ['teacher', 'pupil'] } })).toHaveLength(
		1,
	);
	expect(reachFindings({ '/[lang]/schools/[id]/wall': { GET: ['teacher', 'pupil'] } })).toHaveLength(1);
	expect(reachFindings({ '/[lang]/pupil/home': { GET: ['pupil'] } })).toEqual([]);
});
