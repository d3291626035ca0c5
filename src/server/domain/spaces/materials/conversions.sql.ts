/** SQL of videos that wait to be made fit for every browser. */
import type { Context } from '#platform/context';
import type { MaterialId } from './material.ts';

export async function insertConversion(ctx: Context, material: MaterialId): Promise<void> {
	await ctx.db
		.insertInto('spaces_materials.conversion')
		.values({ material_id: material, asked_at: ctx.now })
		.execute();
}

export type Turn = { readonly material: MaterialId; readonly file: string; readonly attempts: number };

/** Takes the video that waits longest, until then; none while somebody is at one, or when nobody waits. */
export async function takeConversion(ctx: Context, until: Date): Promise<Turn | undefined> {
	const running = ctx.db
		.selectFrom('spaces_materials.conversion as running')
		.select('running.material_id')
		.where('running.done_at', 'is', null)
		.where('running.failed_at', 'is', null)
		.where('running.leased_until', '>', ctx.now);
	const next = ctx.db
		.selectFrom('spaces_materials.conversion as waiting')
		.select('waiting.material_id')
		.where('waiting.done_at', 'is', null)
		.where('waiting.failed_at', 'is', null)
		.where(({ not, exists }) => not(exists(running)))
		.orderBy('waiting.asked_at')
		.limit(1)
		.forUpdate()
		.skipLocked();
	return ctx.db
		.updateTable('spaces_materials.conversion as conversion')
		.set((eb) => ({ leased_until: until, attempts: eb('conversion.attempts', '+', 1) }))
		.from('spaces_materials.material as material')
		.whereRef('material.id', '=', 'conversion.material_id')
		.where('conversion.material_id', '=', next)
		.returning(['conversion.material_id as material', 'material.file_id as file', 'conversion.attempts'])
		.executeTakeFirst();
}

/** Says that somebody is still at it. */
export async function holdConversion(ctx: Context, material: MaterialId, until: Date): Promise<void> {
	await ctx.db
		.updateTable('spaces_materials.conversion')
		.set({ leased_until: until })
		.where('material_id', '=', material)
		.execute();
}

export async function endConversion(
	ctx: Context,
	material: MaterialId,
	end: 'done_at' | 'failed_at',
): Promise<void> {
	await ctx.db
		.updateTable('spaces_materials.conversion')
		.set({ [end]: ctx.now, leased_until: null })
		.where('material_id', '=', material)
		.execute();
}
