// What stands in the database, table by table: whether something was written, and how many rows there are more.
import pg, { type ClientConfig } from 'pg';

/** Schema and table → how many rows, and a sum over all they hold. */
export type Rows = ReadonlyMap<string, { readonly count: number; readonly sum: string }>;

/** Counts tries, which is no effect; and what a session notes of its own use. */
const uncounted = ['platform.limit_count'];
const ofSessions = ['updated_at', 'last_active_at', 'last_seen_at'];

/** The rows of all tables of the platform and its jobs. */
export async function rowsOf(connection: ClientConfig): Promise<Rows> {
	const { client, statement } = await lookingInto(connection);
	const found = await client.query<{ table: string; count: number; sum: string }>(statement);
	return new Map(found.rows.map(({ table, count, sum }) => [table, { count, sum }]));
}

type Looking = {
	readonly client: pg.Client;
	readonly statement: { readonly name: string; readonly text: string };
};

/** Kept for as long as its database is there: to plan the statement takes ten times as long as to carry it out. */
const looks = new Map<string, Promise<Looking>>();

function lookingInto(connection: ClientConfig): Promise<Looking> {
	const database = connection.database ?? '';
	const looking = looks.get(database) ?? lookInto(connection);
	looks.set(database, looking);
	return looking;
}

async function lookInto(connection: ClientConfig): Promise<Looking> {
	const client = new pg.Client(connection);
	// the database is dropped after its tests, or stopped in the middle of them
	client.on('error', () => looks.delete(connection.database ?? ''));
	await client.connect();
	const tables = await client.query<{ schema: string; name: string }>(
		`select schemaname as schema, tablename as name from pg_tables
		where schemaname not in ('pg_catalog', 'information_schema') order by 1, 2`,
	);
	const counted = tables.rows.filter(({ schema, name }) => !uncounted.includes(`${schema}.${name}`));
	const text = counted.map(({ schema, name }) => sumOf(schema, name)).join(' union all ');
	return { client, statement: { name: 'rows of all tables', text } };
}

function sumOf(schema: string, name: string): string {
	const table = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
	const row = `md5((to_jsonb(each_row) - '{${ofSessions.join()}}'::text[])::text)`;
	return `select ${pg.escapeLiteral(`${schema}.${name}`)} as table, count(*)::int as count,
		md5(coalesce(string_agg(${row}, '' order by ${row}), '')) as sum from ${table} as each_row`;
}

/** The tables in which something changed, with how many rows came; 0 where rows only changed. */
export function changesBetween(before: Rows, after: Rows): Record<string, number> {
	const changed = [...after].filter(([table, { sum }]) => before.get(table)?.sum !== sum);
	return Object.fromEntries(
		changed.map(([table, { count }]) => [table, count - (before.get(table)?.count ?? 0)]),
	);
}
