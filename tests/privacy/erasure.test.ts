// Each person of the world is forgotten on a copy of it, and looked for in every row of every table.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { erasePerson } from '#domain/privacy';
import type { Database } from '#platform/context';
import { searchable } from '#shared/folding';
import { system } from '#shared/actor';
import { ownDatabase } from '../world/database.ts';
import { people, type PersonName } from '../world/index.ts';
import { addressOf, everybody, fullLives } from './full-lives.ts';

const world = ownDatabase(fullLives);

/** Runs work as if it were never done. */
async function onACopy(work: (db: Database) => Promise<void>): Promise<void> {
	const transaction = await world.db.startTransaction().execute();
	try {
		await work(transaction);
	} finally {
		await transaction.rollback().execute();
	}
}

type Row = { readonly table: string; readonly row: string };

/** Every row of the database as text, the queue of jobs too. */
async function everyRow(db: Database): Promise<Row[]> {
	// the role of the application does not see the queue
	await sql`set local role none`.execute(db);
	const tables = await sql<{ schema: string; name: string }>`
		select relnamespace::regnamespace::text as schema, relname as name from pg_class
		where relkind in ('r', 'p') and relnamespace::regnamespace::text !~ '^(pg_|information_schema)'`.execute(db);
	const rows: Row[] = [];
	for (const { schema, name } of tables.rows) {
		const found = await sql<{ row: string }>`
			select whole::text as row from ${sql.table(`${schema}.${name}`)} as whole`.execute(db);
		rows.push(...found.rows.map(({ row }) => ({ table: `${schema}.${name}`, row })));
	}
	return rows;
}

/** How a person is found: name, name as the search folds it, addresses, own words. */
function tracesOf(name: PersonName): string[] {
	const full = people[name].name;
	return [full, searchable(full), addressOf(name), `${name}@school.example`, `hoopoe ${name} `];
}

/** Tables in which a trace of the person is found, with what was found. */
function foundIn(rows: readonly Row[], name: PersonName): string[] {
	const traces = tracesOf(name);
	return rows.flatMap(({ table, row }) =>
		traces.filter((trace) => row.includes(trace)).map((trace) => `${table}: ${trace}`),
	);
}

test('before, everybody is found by name, address and words in many places', async () => {
	await onACopy(async (db) => {
		const rows = await everyRow(db);
		for (const name of everybody) expect(foundIn(rows, name).length).toBeGreaterThan(2);
		expect(new Set(foundIn(rows, 'ines').map((found) => found.split(':')[0])).size).toBeGreaterThan(8);
	});
});

test.each(everybody)('R-ERA: %s is forgotten: no name, no address, no word is left', async (name) => {
	await onACopy(async (db) => {
		const ctx = { ...world.as(system), db };
		await erasePerson(ctx, people[name].id, 'idle');
		// once more changes nothing
		await erasePerson(ctx, people[name].id, 'idle');
		expect([...new Set(foundIn(await everyRow(db), name))]).toEqual([]);
	});
});

test('nobody else loses a word when somebody is forgotten', async () => {
	await onACopy(async (db) => {
		await erasePerson({ ...world.as(system), db }, people.liis.id, 'idle');
		const rows = (await everyRow(db)).map(({ row }) => row);
		for (const name of everybody.filter((other) => other !== 'liis')) {
			for (const what of ['about', 'wanted', 'aims']) {
				const words = `hoopoe ${name} ${what}`;
				const before = people[name];
				if (!('validated' in before) || !before.validated) continue;
				expect([words, rows.some((row) => row.includes(words))]).toEqual([words, true]);
			}
		}
	});
});
