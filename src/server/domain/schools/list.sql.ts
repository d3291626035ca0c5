/** SQL of the list of schools, town by town. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { Point } from '#shared/map';
import type { SchoolKind } from './school.ts';
import { knownSchools, openSchools } from './fragments.sql.ts';

/** Where a page of the list ended. */
export type ListPlace = { readonly town: string; readonly name: string; readonly id: string };

/** The next schools of a country that everybody may see and that have not closed, by town and name. */
export async function schoolsByTown(
	ctx: Context,
	list: {
		readonly country: string;
		readonly town: string | undefined;
		readonly kind: SchoolKind | undefined;
		readonly after: ListPlace | undefined;
		readonly most: number;
	},
) {
	let query = ctx.db
		.selectFrom('schools.school as school')
		.select(['school.id', 'school.name', 'school.town', 'school.region', 'school.country', 'school.levels'])
		.select(['school.language', 'school.longitude', 'school.latitude', 'school.kind'])
		.where('school.country', '=', list.country)
		.where((eb) => knownSchools(eb.ref('school.id')))
		.where((eb) => openSchools(eb.ref('school.id')))
		.orderBy('school.town')
		.orderBy('school.name')
		.orderBy('school.id')
		.limit(list.most);
	const { town, kind, after } = list;
	if (kind !== undefined) query = query.where('school.kind', '=', kind);
	if (town !== undefined) query = query.where('school.town', '=', town);
	if (after) {
		query = query.where((eb) =>
			eb(
				eb.refTuple('school.town', 'school.name', 'school.id'),
				'>',
				eb.tuple(after.town, after.name, after.id),
			),
		);
	}
	return query.execute();
}

export type SchoolAt = Point & { readonly id: string };

/** Where schools lie; those whose register does not say it stand in the middle of their town, if it is known. */
export async function pointsOf(ctx: Context, schools: readonly string[]): Promise<SchoolAt[]> {
	if (schools.length === 0) return [];
	const found = await sql<SchoolAt>`
		select school.id, coalesce(school.longitude, near.longitude) as longitude,
			coalesce(school.latitude, near.latitude) as latitude
		from schools.school as school
		left join lateral (
			select avg(other.longitude) as longitude, avg(other.latitude) as latitude
			from (
				select longitude, latitude from schools.school as other
				where other.country = school.country and other.town = school.town and other.longitude is not null
				limit 20
			) as other
		) as near on school.longitude is null
		where school.id = any(${[...schools]}::uuid[])
			and coalesce(school.longitude, near.longitude) is not null`.execute(ctx.db);
	return found.rows;
}
