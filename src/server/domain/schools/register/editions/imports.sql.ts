/** SQL of imports: one row each, a moment for every step. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { sha256 } from '#platform/ids';
import type { EditionReport } from './report.ts';

export type ImportId = string;

export type ImportRow = {
	readonly id: ImportId;
	readonly country: string;
	readonly profile_name: string;
	readonly mapping_id: string | null;
	readonly scheme: string;
	readonly begun_at: Date;
	readonly office_id: string | null;
	readonly account: string | null;
	readonly file_name: string | null;
	readonly file_id: string | null;
	readonly file_hash: Buffer | null;
	readonly file_bytes: number | null;
	readonly arrived_at: Date | null;
	readonly check_asked_at: Date | null;
	readonly checked_at: Date | null;
	readonly report: EditionReport | null;
	readonly edition: string | null;
	readonly columns: string[];
	readonly apply_asked_at: Date | null;
	readonly apply_office_id: string | null;
	readonly applied_at: Date | null;
	readonly undo_asked_at: Date | null;
	readonly undo_office_id: string | null;
	readonly undone_at: Date | null;
	readonly dropped_at: Date | null;
	readonly failed_at: Date | null;
	readonly failure: ImportFailure | null;
	readonly done: number;
	/** The line up to which the rows are taken over. */
	readonly taken_up_to: number;
};

/** Why a step cannot go on: a code with safe details, as exceptions carry them. */
export type ImportFailure = {
	readonly code: string;
	readonly details: Readonly<Record<string, string | number | boolean>>;
};

export type NewImport = Pick<
	ImportRow,
	'id' | 'country' | 'profile_name' | 'mapping_id' | 'scheme' | 'office_id' | 'account'
>;

export async function insertImport(ctx: Context, row: NewImport): Promise<void> {
	await ctx.db
		.insertInto('schools_register.import')
		.values({ ...row, begun_at: ctx.now })
		.execute();
}

export async function importById(ctx: Context, id: ImportId): Promise<ImportRow | undefined> {
	const row = await ctx.db
		.selectFrom('schools_register.import')
		.selectAll()
		.where('id', '=', id)
		.executeTakeFirst();
	return row as ImportRow | undefined;
}

/** The import, held against every other step until the transaction ends. */
export async function lockImport(ctx: Context, id: ImportId): Promise<ImportRow | undefined> {
	const row = await ctx.db
		.selectFrom('schools_register.import')
		.selectAll()
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
	return row as ImportRow | undefined;
}

type Changes = Partial<Omit<ImportRow, 'id' | 'report' | 'failure'>> & {
	readonly report?: EditionReport | null;
	readonly failure?: ImportFailure | null;
};

export async function updateImport(ctx: Context, id: ImportId, changes: Changes): Promise<void> {
	const { report, failure, ...rest } = changes;
	await ctx.db
		.updateTable('schools_register.import')
		.set({
			...rest,
			...(report !== undefined && { report: report && JSON.stringify(report) }),
			...(failure !== undefined && { failure: failure && JSON.stringify(failure) }),
		})
		.where('id', '=', id)
		.execute();
}

export async function deleteImport(ctx: Context, id: ImportId): Promise<void> {
	await ctx.db.deleteFrom('schools_register.import').where('id', '=', id).execute();
}

/** One import of a register at a time may be taken over or undone: others wait here until the transaction ends. */
export async function lockScheme(ctx: Context, row: Pick<ImportRow, 'country' | 'scheme'>): Promise<void> {
	const key = sha256(`register ${row.country} ${row.scheme}`).readBigInt64BE();
	await sql`select pg_advisory_xact_lock(${key.toString()}::bigint)`.execute(ctx.db);
}

/** Another import of the same register that is being taken over or undone just now. */
export async function runningBeside(ctx: Context, row: ImportRow): Promise<boolean> {
	const found = await ctx.db
		.selectFrom('schools_register.import')
		.select('id')
		.where('country', '=', row.country)
		.where('scheme', '=', row.scheme)
		.where('id', '<>', row.id)
		.where('failed_at', 'is', null)
		.where((eb) =>
			eb.or([
				eb.and([eb('apply_asked_at', 'is not', null), eb('applied_at', 'is', null)]),
				eb.and([eb('undo_asked_at', 'is not', null), eb('undone_at', 'is', null)]),
			]),
		)
		.executeTakeFirst();
	return found !== undefined;
}

/** Whether this register was changed by another import since that moment. */
export async function changedSince(ctx: Context, row: ImportRow, since: Date): Promise<boolean> {
	const found = await ctx.db
		.selectFrom('schools_register.import')
		.select('id')
		.where('country', '=', row.country)
		.where('scheme', '=', row.scheme)
		.where('id', '<>', row.id)
		.where((eb) => eb.or([eb('applied_at', '>=', since), eb('undone_at', '>=', since)]))
		.limit(1)
		.executeTakeFirst();
	return found !== undefined;
}

/** The import that was taken over before and still stands, of this profile. */
export async function lastApplied(ctx: Context, row: ImportRow): Promise<ImportRow | undefined> {
	const found = await ctx.db
		.selectFrom('schools_register.import')
		.selectAll()
		.where('country', '=', row.country)
		.where('scheme', '=', row.scheme)
		.where('profile_name', '=', row.profile_name)
		.where('applied_at', 'is not', null)
		.where('undone_at', 'is', null)
		.where('id', '<>', row.id)
		.orderBy('applied_at', 'desc')
		.limit(1)
		.executeTakeFirst();
	return found as ImportRow | undefined;
}

export type ImportsPage = {
	readonly countries: readonly string[];
	readonly after: { readonly at: Date; readonly id: ImportId } | undefined;
	readonly most: number;
};

/** Imports of some countries, the newest first; those nobody sent a file for are left away once they are let go. */
export async function importsOf(ctx: Context, page: ImportsPage): Promise<ImportRow[]> {
	if (page.countries.length === 0) return [];
	let query = ctx.db
		.selectFrom('schools_register.import')
		.selectAll()
		.where('country', 'in', [...page.countries])
		.where((eb) => eb.or([eb('dropped_at', 'is', null), eb('checked_at', 'is not', null)]))
		.orderBy('begun_at', 'desc')
		.orderBy('id', 'desc')
		.limit(page.most);
	const { after } = page;
	if (after)
		query = query.where((eb) => eb(eb.refTuple('begun_at', 'id'), '<', eb.tuple(after.at, after.id)));
	return (await query.execute()) as unknown as ImportRow[];
}

export type RegisterRow = {
	readonly country: string;
	readonly scheme: string;
	readonly schools: number;
	readonly closed: number;
	readonly applied_at: Date | null;
	readonly profile_name: string | null;
};

/** The registers of some countries: how many schools each has, and when an edition was taken over last. */
export async function registersOf(ctx: Context, countries: readonly string[]): Promise<RegisterRow[]> {
	const found = await sql<RegisterRow>`
		select held.country, held.scheme, held.schools, held.closed, last.applied_at, last.profile_name
		from (
			select key.country, key.scheme, count(*) as schools,
				count(*) filter (where closing.state = 'closed') as closed
			from schools.register_key as key
			left join lateral (
				select change.state from schools.state_change as change
				where change.school_id = key.school_id order by change.noted_at desc limit 1
			) as closing on true
			where key.country = any(${[...countries]}::text[]) and key.withdrawn_at is null
			group by key.country, key.scheme
		) as held
		left join lateral (
			select import.applied_at, import.profile_name from schools_register.import as import
			where import.country = held.country and import.scheme = held.scheme
				and import.applied_at is not null and import.undone_at is null
			order by import.applied_at desc limit 1
		) as last on true
		order by held.country, held.scheme`.execute(ctx.db);
	return found.rows;
}

/** Files of imports that nobody went on with since that moment, or that are over. */
export async function oldImportsWithFile(ctx: Context, since: Date): Promise<string[]> {
	const rows = await ctx.db
		.selectFrom('schools_register.import')
		.select('file_id')
		.where('file_id', 'is not', null)
		.where('arrived_at', '<', since)
		.where((eb) => eb.or([eb('apply_asked_at', 'is', null), eb('applied_at', 'is not', null)]))
		.execute();
	return rows.flatMap((row) => (row.file_id === null ? [] : [row.file_id]));
}

/** Who loaded an edition at the command line before that moment is nobody's business any more. */
export async function forgetAccounts(ctx: Context, before: Date): Promise<void> {
	await ctx.db
		.updateTable('schools_register.import')
		.set({ account: '' })
		.where('account', '<>', '')
		.where('begun_at', '<', before)
		.execute();
}

/** Which of these files some import still works with. */
export async function filesOfImports(ctx: Context, files: readonly string[]): Promise<Set<string>> {
	const rows = await ctx.db
		.selectFrom('schools_register.import')
		.select('file_id')
		.where('file_id', 'in', [...files])
		.execute();
	return new Set(rows.flatMap(({ file_id }) => file_id ?? []));
}
