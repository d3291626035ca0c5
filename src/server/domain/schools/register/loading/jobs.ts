/** The long work of imports, in the worker. Each job may run twice: what is done is not done again. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { Invalid } from '#platform/errors';
import { forgetFile } from '#platform/files';
import { overBefore } from '#platform/retention';
import type { System } from '#shared/actor';
import { checkEdition } from '../editions/check-edition.ts';
import {
	forgetAccounts,
	importById,
	lockImport,
	oldImportsWithFile,
	updateImport,
} from '../editions/imports.sql.ts';
import { allowLongStatements, forgetStagedRows } from '../editions/staging.sql.ts';
import { takeOver } from '../editions/take-over.ts';
import { undoEdition } from '../editions/undo-import.ts';
import { profileOf } from '../profile-of.ts';
import { withImportFile } from './import-file.ts';

type OfImport = { readonly import: string };

/** Checks the file of an import; what is wrong with the whole file is kept for whoever sent it. */
export async function checkJob(ctx: Context<System>, { import: id }: OfImport): Promise<void> {
	const row = await importById(ctx, id);
	if (!row || row.checked_at !== null || row.apply_asked_at !== null || row.dropped_at !== null) return;
	try {
		const profile = await profileOf(ctx, row);
		if (!profile) return;
		await withImportFile(ctx, row, (path) => checkEdition(ctx, row, profile, path));
	} catch (error) {
		if (!(error instanceof Invalid)) throw error;
		const failure = { code: error.code, details: error.details };
		await updateImport(ctx, id, { failed_at: ctx.now, failure });
	}
}

/** Takes a checked edition over, then lets its file go: it holds more than we keep. */
export async function applyJob(ctx: Context<System>, { import: id }: OfImport): Promise<void> {
	await takeOver(ctx, id);
	const row = await importById(ctx, id);
	if (row?.file_id) await forgetFile(ctx, row.file_id);
}

export async function undoJob(ctx: Context<System>, { import: id }: OfImport): Promise<void> {
	await undoEdition(ctx, id);
}

/**
 * Forgets the rows of an import that was let go: of a large register more than a page has time for. open-to-all: whoever let it
 * go has been demanded.
 */
export async function letGoJob(ctx: Context<System>, { import: id }: OfImport): Promise<void> {
	await inTransaction(ctx, async (inside) => {
		const row = await lockImport(inside, id);
		if (!row || row.dropped_at === null) return;
		await allowLongStatements(inside);
		await forgetStagedRows(inside, { import: id });
	});
}

const filesKept = 14 * 24 * 3600 * 1000;

/** Hourly: files of imports nobody went on with for two weeks, and who loaded what at the command line long ago. */
export async function forgetJob(ctx: Context<System>): Promise<void> {
	const old = new Date(ctx.now.getTime() - filesKept);
	for (const file of await oldImportsWithFile(ctx, old)) await forgetFile(ctx, file);
	await forgetAccounts(ctx, await overBefore(ctx, 'import'));
}
