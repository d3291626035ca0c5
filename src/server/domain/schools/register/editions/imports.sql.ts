/** SQL of imports: one row each, a moment for every step. */
import type { Context } from '#platform/context';
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
