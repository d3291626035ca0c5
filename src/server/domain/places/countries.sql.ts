/** All SQL of places. */
import type { Context } from '#platform/context';

export async function allCountries(ctx: Context) {
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
