/** The file of a register: who may send one, what happens when it has come, and that it is not kept for long. */
import type { Context } from '#platform/context';
import { forgetFile, measureOfFile, type FilePurpose } from '#platform/files';
import { Conflict } from '#platform/errors';
import { addJob } from '#platform/jobs';
import { demand } from '../abilities.ts';
import { filesOfImports, lockImport, updateImport, type ImportRow } from '../editions/imports.sql.ts';
import { profileOf } from '../profile-of.ts';
import { reachImport } from '../reach.ts';

export const registerFilePurpose = 'register-file';
export const mostFileBytes = 300_000_000;

/** Registers come as texts, packed or not, and as workbooks, which are archives. */
export const registerFile: FilePurpose = {
	kinds: ['text', 'gzip', 'zip'],
	mostBytes: mostFileBytes,
	mayAdd: async (ctx, owner) => {
		const { row, standing } = await reachImport(ctx, owner);
		demand(ctx, 'register.load', standing);
		if (row.apply_asked_at !== null || row.dropped_at !== null) throw new Conflict('import-gone');
	},
	done: async (ctx, file) => {
		const row = await lockImport(ctx, file.owner);
		if (!row) throw new Conflict('import-gone');
		// a second file takes the place of the first
		if (row.file_id !== null) await forgetFile(ctx, row.file_id);
		const { name, bytes, hash } = await measureOfFile(ctx, file.id);
		await updateImport(ctx, row.id, {
			...{ file_id: file.id, file_name: name, file_bytes: bytes, file_hash: hash, arrived_at: ctx.now },
			...{ checked_at: null, report: null, check_asked_at: null, failed_at: null, failure: null, done: 0 },
		});
		if (await profileOf(ctx, row)) await askForCheck(ctx, row);
	},
	inUse: filesOfImports,
};

/** The check runs as a job; its page shows how far it is. */
export async function askForCheck(ctx: Context, row: Pick<ImportRow, 'id'>): Promise<void> {
	await updateImport(ctx, row.id, {
		...{ check_asked_at: ctx.now, checked_at: null, report: null, failed_at: null, failure: null, done: 0 },
	});
	await addJob(ctx, 'schools/register.check', { import: row.id }, { key: `register-check:${row.id}` });
}
