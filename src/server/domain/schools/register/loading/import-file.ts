/** The file of an import, while somebody works with it. */
import type { Context } from '#platform/context';
import { Invalid } from '#platform/errors';
import { withFile } from '#platform/files';
import type { ImportRow } from '../editions/imports.sql.ts';

/** Works with the file where it lies. Throws Invalid when it has not come, or is gone. */
export async function withImportFile<T>(
	ctx: Context,
	row: ImportRow,
	work: (path: string) => Promise<T>,
): Promise<T> {
	if (row.file_id === null) throw new Invalid('file-gone');
	return withFile(ctx, row.file_id, work);
}
