/** SQL of what spaces may hold. */
import type { Context } from '#platform/context';

export async function insertAllowance(ctx: Context, fileBytes: number, spaceBytes: number): Promise<void> {
	const allowance = { file_bytes: Math.round(fileBytes), space_bytes: Math.round(spaceBytes) };
	await ctx.db
		.insertInto('spaces_materials.allowance')
		.values({ since: ctx.now, ...allowance })
		.onConflict((conflict) => conflict.column('since').doUpdateSet(allowance))
		.execute();
}
