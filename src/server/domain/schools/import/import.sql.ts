/** SQL of an import: the edition is laid beside the register, compared, and taken over in short statements. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { TakenRow } from './take-row.ts';

/** One edition of one register, while it is compared. */
export type Edition = { readonly run: string; readonly country: string; readonly scheme: string };

/** A large register takes longer than a page may; holds until the transaction ends. */
export async function allowLongStatements(ctx: Context): Promise<void> {
	await sql`select set_config('statement_timeout', '600000', true)`.execute(ctx.db);
}

export async function layRows(ctx: Context, run: string, rows: readonly TakenRow[]): Promise<void> {
	await ctx.db
		.insertInto('schools.incoming_row')
		.values(rows.map((row) => ({ run_id: run, ...row })))
		.execute();
}

/** Rows of one id become one school: the first row's words, the levels of all. Returns how many rows went. */
export async function mergeRepeated(ctx: Context, run: string): Promise<number> {
	await sql`
		with repeated as (
			select code, branch, min(line) as line,
				substr(sha256(string_agg(row_hash, '' order by row_hash)), 1, 8) as row_hash
			from schools.incoming_row where run_id = ${run} group by code, branch having count(*) > 1
		), of_all as (
			select repeated.line, repeated.row_hash, coalesce(levels.list, '{}') as levels
			from repeated left join lateral (
				select array_agg(distinct level) as list
				from schools.incoming_row as row, unnest(row.levels) as level
				where row.run_id = ${run} and row.code = repeated.code and row.branch = repeated.branch
			) as levels on true
		)
		update schools.incoming_row as first set levels = of_all.levels, row_hash = of_all.row_hash
		from of_all where first.run_id = ${run} and first.line = of_all.line`.execute(ctx.db);
	const gone = await sql`
		delete from schools.incoming_row where run_id = ${run} and line in (
			select line from (
				select line, row_number() over (partition by code, branch order by line) as turn
				from schools.incoming_row where run_id = ${run}
			) as row where turn > 1)`.execute(ctx.db);
	return Number(gone.numAffectedRows ?? 0);
}

export type Comparison = {
	readonly added: number;
	readonly changed: number;
	readonly unchanged: number;
	readonly missing: number;
};

export async function compare(ctx: Context, edition: Edition): Promise<Comparison> {
	const found = await sql<Comparison>`
		select count(*) filter (where key.school_id is null) as added,
			count(*) filter (where key.row_hash <> row.row_hash) as changed,
			count(*) filter (where key.row_hash = row.row_hash) as unchanged,
			(select count(*) from (${missingKeys(edition)}) as gone) as missing
		from schools.incoming_row as row
		left join ${keyOfRow(edition)}
		where row.run_id = ${edition.run}`.execute(ctx.db);
	return found.rows[0] ?? { added: 0, changed: 0, unchanged: 0, missing: 0 };
}

function keyOfRow(edition: Edition) {
	return sql`schools.register_key as key on key.country = ${edition.country} and key.scheme = ${edition.scheme}
		and key.code = row.code and key.branch = row.branch`;
}

function missingKeys(edition: Edition) {
	return sql`
		select key.school_id from schools.register_key as key
		where key.country = ${edition.country} and key.scheme = ${edition.scheme} and not exists (
			select from schools.incoming_row as row
			where row.run_id = ${edition.run} and row.code = key.code and row.branch = key.branch)`;
}

/** The lines of rows that are new, in steps small enough for one statement each. */
export async function newLines(ctx: Context, edition: Edition): Promise<number[]> {
	const found = await sql<{ line: number }>`
		select row.line from schools.incoming_row as row left join ${keyOfRow(edition)}
		where row.run_id = ${edition.run} and key.school_id is null order by row.line`.execute(ctx.db);
	return found.rows.map((row) => row.line);
}

export async function addSchools(
	ctx: Context,
	edition: Edition,
	fresh: readonly { readonly line: number; readonly id: string }[],
): Promise<void> {
	await sql`
		with fresh as (
			select given.id, row.* from unnest(${fresh.map((one) => one.line)}::integer[], ${fresh.map((one) => one.id)}::uuid[])
				as given (line, id)
			join schools.incoming_row as row on row.run_id = ${edition.run} and row.line = given.line
		), made as (
			insert into schools.school (id, country, original_name, name, town, region, address, postcode, website,
				levels, language, longitude, latitude, made_at, folded, words)
			select id, ${edition.country}, original_name, name, town, region, address, postcode, website,
				levels, language, longitude, latitude, ${ctx.now}, folded, words from fresh
		), state as (
			insert into schools.state_change (school_id, state, since)
			select id, state, ${ctx.now} from fresh where state <> 'open'
		)
		insert into schools.register_key (country, scheme, code, branch, school_id, row_hash)
		select ${edition.country}, ${edition.scheme}, code, branch, id, row_hash from fresh`.execute(ctx.db);
}

/** Takes over what changed; returns the schools. */
export async function changeSchools(ctx: Context, edition: Edition): Promise<string[]> {
	const changed = await sql<{ school_id: string }>`
		update schools.school as school
		set original_name = row.original_name, name = row.name, town = row.town, region = row.region,
			address = row.address, postcode = row.postcode, website = row.website, levels = row.levels,
			language = row.language, longitude = row.longitude, latitude = row.latitude,
			folded = row.folded, words = row.words
		from schools.incoming_row as row join ${keyOfRow(edition)}
		where row.run_id = ${edition.run} and key.row_hash <> row.row_hash and school.id = key.school_id
		returning school.id as school_id`.execute(ctx.db);
	await sql`
		insert into schools.state_change (school_id, state, since)
		select key.school_id, row.state, ${ctx.now}
		from schools.incoming_row as row join ${keyOfRow(edition)}
		where row.run_id = ${edition.run} and key.row_hash <> row.row_hash and row.state <> coalesce((
			select change.state from schools.state_change as change
			where change.school_id = key.school_id order by change.since desc limit 1), 'open')`.execute(ctx.db);
	await sql`
		update schools.register_key as held set row_hash = row.row_hash
		from schools.incoming_row as row
		where row.run_id = ${edition.run} and held.country = ${edition.country} and held.scheme = ${edition.scheme}
			and held.code = row.code and held.branch = row.branch and held.row_hash <> row.row_hash`.execute(ctx.db);
	return changed.rows.map((row) => row.school_id);
}

/** Schools the edition no longer lists become questions; those that came back are none any more. */
export async function noteMissing(ctx: Context, edition: Edition): Promise<void> {
	await sql`
		insert into schools.missing (school_id, import_run_id, noticed_at)
		select gone.school_id, ${edition.run}, ${ctx.now} from (${missingKeys(edition)}) as gone
		on conflict (school_id) do nothing`.execute(ctx.db);
	await sql`
		delete from schools.missing as missing using schools.incoming_row as row join ${keyOfRow(edition)}
		where row.run_id = ${edition.run} and missing.school_id = key.school_id`.execute(ctx.db);
}

export async function recordRun(
	ctx: Context,
	run: {
		readonly id: string;
		readonly profile: string;
		readonly file_name: string;
		readonly edition: string | null;
		readonly applied_by: string;
		readonly skipped: number;
	} & Omit<Comparison, 'unchanged'>,
): Promise<void> {
	const { id, profile, file_name, edition, applied_by, skipped, added, changed, missing } = run;
	await ctx.db
		.insertInto('schools.import_run')
		.values({
			id,
			profile,
			file_name,
			edition,
			applied_by,
			skipped,
			added,
			changed,
			missing,
			started_at: ctx.now,
		})
		.execute();
}

export async function forgetRows(ctx: Context, run: string): Promise<void> {
	await ctx.db.deleteFrom('schools.incoming_row').where('run_id', '=', run).execute();
}
