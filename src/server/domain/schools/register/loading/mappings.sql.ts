/** SQL of the columns officers chose. */
import type { Context } from '#platform/context';
import type { Profile } from '../profile.ts';

export type MappingRow = {
	readonly id: string;
	readonly name: string;
	/** The form as it was sent; what a later form asks besides is not in it. */
	readonly chosen: unknown;
	readonly profile: Profile;
};

export async function mappingById(ctx: Context, id: string): Promise<MappingRow | undefined> {
	const row = await ctx.db
		.selectFrom('schools_register.mapping')
		.select(['id', 'name', 'chosen', 'profile'])
		.where('id', '=', id)
		.executeTakeFirst();
	return row as MappingRow | undefined;
}

/** The lists of some countries whose columns were chosen before. */
export async function mappingsOf(
	ctx: Context,
	countries: readonly string[],
): Promise<(MappingRow & { readonly country: string })[]> {
	if (countries.length === 0) return [];
	const rows = await ctx.db
		.selectFrom('schools_register.mapping')
		.select(['id', 'name', 'chosen', 'profile', 'country'])
		.where('country', 'in', [...countries])
		.orderBy('name')
		.execute();
	return rows as unknown as (MappingRow & { country: string })[];
}

/** Keeps what was chosen last for a list; returns the mapping's id. */
export async function keepMapping(
	ctx: Context,
	mapping: MappingRow & { readonly country: string; readonly office: string },
): Promise<string> {
	const kept = await ctx.db
		.insertInto('schools_register.mapping')
		.values({
			id: mapping.id,
			country: mapping.country,
			name: mapping.name,
			chosen: JSON.stringify(mapping.chosen),
			profile: JSON.stringify(mapping.profile),
			made_by: mapping.office,
			made_at: ctx.now,
		})
		.onConflict((conflict) =>
			conflict.columns(['country', 'name']).doUpdateSet({
				chosen: JSON.stringify(mapping.chosen),
				profile: JSON.stringify(mapping.profile),
				made_by: mapping.office,
				made_at: ctx.now,
			}),
		)
		.returning('id')
		.executeTakeFirstOrThrow();
	return kept.id;
}
