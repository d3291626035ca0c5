/** SQL of the pictures of projects. */
import type { Context } from '#platform/context';
import type { ProjectId } from './project.ts';

/** Another picture has other words. */
export async function replacePicture(ctx: Context, id: ProjectId, file: string | undefined): Promise<void> {
	await ctx.db
		.updateTable('projects.project')
		.set({ picture_file_id: file ?? null, picture_alternative: '' })
		.where('id', '=', id)
		.execute();
}

export async function writeAlternative(ctx: Context, id: ProjectId, alternative: string): Promise<void> {
	await ctx.db
		.updateTable('projects.project')
		.set({ picture_alternative: alternative })
		.where('id', '=', id)
		.execute();
}

/** Those among these files that are the picture of a project. */
export async function picturesInUse(ctx: Context, files: readonly string[]): Promise<ReadonlySet<string>> {
	if (files.length === 0) return new Set();
	const rows = await ctx.db
		.selectFrom('projects.project')
		.select('picture_file_id')
		.where('picture_file_id', 'in', [...files])
		.execute();
	return new Set(rows.flatMap((row) => row.picture_file_id ?? []));
}
