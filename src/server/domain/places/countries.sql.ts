/** All SQL of places. */
import type { Context } from '#platform/context';

export type CountryRow = {
	readonly code: string;
	readonly country_group: string;
	readonly note: string | null;
	readonly time_zone: string;
	readonly official_languages: string[];
	readonly joined_on: string | null;
	readonly suspended_on: string | null;
	readonly left_on: string | null;
};

export async function allCountries(ctx: Context): Promise<CountryRow[]> {
	return ctx.db
		.selectFrom('places.country')
		.select([
			'code',
			'country_group',
			'note',
			'time_zone',
			'official_languages',
			'joined_on',
			'suspended_on',
			'left_on',
		])
		.orderBy('code')
		.execute();
}

/** False when the country is there already. */
export async function insertCountry(ctx: Context, country: CountryRow): Promise<boolean> {
	const inserted = await ctx.db
		.insertInto('places.country')
		.values(country)
		.onConflict((conflict) => conflict.doNothing())
		.returning('code')
		.executeTakeFirst();
	return inserted !== undefined;
}

/** False when there is no such country. */
export async function updateCountry(
	ctx: Context,
	code: string,
	details: Omit<CountryRow, 'code'>,
): Promise<boolean> {
	const updated = await ctx.db
		.updateTable('places.country')
		.set(details)
		.where('code', '=', code)
		.executeTakeFirst();
	return updated.numUpdatedRows > 0n;
}
