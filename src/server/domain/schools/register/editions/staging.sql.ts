/** SQL that lays the rows of an edition down beside the register, and makes one of rows with one id. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import type { TakenRow } from '../taking/take-row.ts';

/** One edition of one register, while it is compared and taken over. */
export type Edition = {
	readonly import: string;
	readonly profile: string;
	readonly country: string;
	readonly scheme: string;
};

/** A large register takes longer than a page may, on a busy machine much longer; holds until the transaction ends. */
export async function allowLongStatements(ctx: Context): Promise<void> {
	await sql`select set_config('statement_timeout', '3600000', true)`.execute(ctx.db);
}

/** Lays rows down; each is taken for a new school, and brings its id, until it is compared. */
export async function stageRows(
	ctx: Context,
	edition: Edition,
	rows: readonly (TakenRow & { readonly place: number })[],
): Promise<void> {
	const values = rows.map(({ row_hash, ...row }) => ({
		...row,
		import_id: edition.import,
		row_hash: `\\x${row_hash.toString('hex')}`,
		school_id: newId(),
		verdict: row.is_school ? 'added' : 'listed',
	}));
	await sql`
		insert into schools_register.staged_row
		select * from json_populate_recordset(null::schools_register.staged_row, ${JSON.stringify(values)}::json)
	`.execute(ctx.db);
}

export async function forgetStagedRows(ctx: Context, edition: Pick<Edition, 'import'>): Promise<void> {
	await ctx.db.deleteFrom('schools_register.staged_row').where('import_id', '=', edition.import).execute();
}

/** Lets the database know what it holds now: the rows that are compared, and the schools where many of them came. */
export async function knowRows(ctx: Context, what: 'staged' | 'schools'): Promise<void> {
	await sql`select schools_register.know_rows(${what === 'schools'})`.execute(ctx.db);
}

type Line = { readonly line: number; readonly place: number };

/**
 * An id that stands in three towns or more is no id: it fills the place of one. Nor is one with three names at three
 * addresses; where there are no addresses, the names tell. Returns the lines that went.
 */
export async function dropPlaceholderIds(ctx: Context, edition: Edition): Promise<number[]> {
	const found = await sql<Line>`
		select row.line, row.place from schools_register.staged_row as row
		join (
			select code, branch from schools_register.staged_row where import_id = ${edition.import}
			group by code, branch having count(distinct town) >= 3
				or (count(distinct name) >= 3 and count(distinct coalesce(nullif(address, ''), name)) >= 3)
		) as held using (code, branch)
		where row.import_id = ${edition.import} order by row.line, row.place`.execute(ctx.db);
	return dropRows(ctx, edition, found.rows);
}

/** A row with the id of an earlier one, and neither its name nor its town, is another school under a wrong id. */
export async function dropRepeatedIds(ctx: Context, edition: Edition): Promise<number[]> {
	const found = await sql<Line>`
		select line, place from (
			select line, place, name, town,
				first_value(name) over same_id as first_name, first_value(town) over same_id as first_town
			from schools_register.staged_row where import_id = ${edition.import}
			window same_id as (partition by code, branch order by line, place)
		) as row where name <> first_name and town <> first_town order by line, place`.execute(ctx.db);
	return dropRows(ctx, edition, found.rows);
}

async function dropRows(ctx: Context, edition: Edition, rows: readonly Line[]): Promise<number[]> {
	if (rows.length === 0) return [];
	await sql`
		delete from schools_register.staged_row as row
		using unnest(${rows.map((row) => row.line)}::integer[], ${rows.map((row) => row.place)}::integer[])
			as gone (line, place)
		where row.import_id = ${edition.import} and row.line = gone.line and row.place = gone.place
	`.execute(ctx.db);
	return rows.map((row) => row.line);
}

/** Rows of one id become one school: the first row's words, the levels of all. Returns which rows went into which. */
export async function mergeRepeated(
	ctx: Context,
	edition: Edition,
): Promise<{ line: number; into: number }[]> {
	const repeated = await sql<{ line: number; into: number }>`
		with repeated as (
			select code, branch, (array_agg(line order by line, place))[1] as line,
				(array_agg(place order by line, place))[1] as place,
				substr(sha256(string_agg(row_hash, '' order by row_hash)), 1, 8) as row_hash
			from schools_register.staged_row where import_id = ${edition.import}
			group by code, branch having count(*) > 1
		), of_all as (
			select repeated.*, coalesce(levels.list, '{}') as levels
			from repeated left join lateral (
				select array_agg(distinct level) as list
				from schools_register.staged_row as row, unnest(row.levels) as level
				where row.import_id = ${edition.import} and row.code = repeated.code and row.branch = repeated.branch
			) as levels on true
		), first as (
			update schools_register.staged_row as row
			set levels = of_all.levels, row_hash = of_all.row_hash
			from of_all
			where row.import_id = ${edition.import} and row.line = of_all.line and row.place = of_all.place
		), gone as (
			delete from schools_register.staged_row as row using repeated
			where row.import_id = ${edition.import} and row.code = repeated.code and row.branch = repeated.branch
				and (row.line, row.place) <> (repeated.line, repeated.place)
			returning row.line, repeated.line as into
		) select line, "into" from gone order by line`.execute(ctx.db);
	return repeated.rows;
}
