/** All SQL of profiles. */
import { sql } from 'kysely';
import { levelsOfSchool, schoolCard } from '#domain/schools';
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import type { Subject } from '#shared/vocabulary';
import { defaultRoleOf, defaultSchoolOf, isFindable } from '../affiliations/affiliations.sql.ts';
import type { Profile, ProfileField, SpokenLanguage } from './profile.ts';

/** The profile as it stands; an empty one before anything was written. */
export async function profileOf(ctx: Context, person: PersonId): Promise<Profile> {
	const row = await ctx.db
		.selectFrom('people.profile')
		.select(['about', 'wishes', 'about_locale', 'subjects', 'ages_from', 'ages_to', 'available'])
		.select(['wants_to_found', 'photo_file_id', 'hidden'])
		.where('person_id', '=', person)
		.executeTakeFirst();
	return {
		person,
		about: row?.about ?? '',
		wishes: row?.wishes ?? '',
		aboutLocale: row?.about_locale ?? undefined,
		subjects: (row?.subjects ?? []) as Subject[],
		agesFrom: row?.ages_from ?? undefined,
		agesTo: row?.ages_to ?? undefined,
		available: row?.available ?? true,
		wantsToFound: row?.wants_to_found ?? false,
		photo: row?.photo_file_id ?? undefined,
		hidden: (row?.hidden ?? []) as ProfileField[],
		languages: await languagesOf(ctx, person),
	};
}

/** Those among these persons who do not want to be picked for anything new. */
export async function unavailableAmong(ctx: Context, persons: readonly PersonId[]): Promise<Set<PersonId>> {
	if (persons.length === 0) return new Set();
	const rows = await ctx.db
		.selectFrom('people.profile')
		.select('person_id')
		.where('person_id', 'in', [...persons])
		.where('available', '=', false)
		.execute();
	return new Set(rows.map((row) => row.person_id));
}

export async function languagesOf(ctx: Context, person: PersonId): Promise<SpokenLanguage[]> {
	const rows = await ctx.db
		.selectFrom('people.spoken_language')
		.select(['language', 'level'])
		.where('person_id', '=', person)
		// "native" sorts after C2, so the best known come first
		.orderBy('level', 'desc')
		.orderBy('language')
		.execute();
	return rows as SpokenLanguage[];
}

/** Writes the whole profile but the photo; fields that were not sent are empty now. */
export async function saveProfile(ctx: Context, profile: Omit<Profile, 'photo'>): Promise<void> {
	const row = {
		about: profile.about,
		wishes: profile.wishes,
		hidden: [...profile.hidden],
		about_locale: profile.about + profile.wishes === '' ? null : (profile.aboutLocale ?? null),
		subjects: [...profile.subjects],
		ages_from: profile.agesFrom ?? null,
		ages_to: profile.agesTo ?? null,
		available: profile.available,
		wants_to_found: profile.wantsToFound,
		changed_at: ctx.now,
	};
	await ctx.db
		.insertInto('people.profile')
		.values({ person_id: profile.person, ...row })
		.onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
		.execute();
	await ctx.db.deleteFrom('people.spoken_language').where('person_id', '=', profile.person).execute();
	if (profile.languages.length === 0) return;
	await ctx.db
		.insertInto('people.spoken_language')
		.values(profile.languages.map(({ language, level }) => ({ person_id: profile.person, language, level })))
		.execute();
}

/** Puts a photo in the place of the one before, and answers that one. */
export async function replacePhoto(
	ctx: Context,
	person: PersonId,
	photo: string | undefined,
): Promise<string | undefined> {
	const before = await ctx.db
		.selectFrom('people.profile')
		.select('photo_file_id')
		.where('person_id', '=', person)
		.forUpdate()
		.executeTakeFirst();
	const row = { photo_file_id: photo ?? null, changed_at: ctx.now };
	await ctx.db
		.insertInto('people.profile')
		.values({ person_id: person, ...row })
		.onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
		.execute();
	return before?.photo_file_id ?? undefined;
}

/** Those among these files that are somebody's photo. */
export async function photosInUse(ctx: Context, files: readonly string[]): Promise<ReadonlySet<string>> {
	if (files.length === 0) return new Set();
	const rows = await ctx.db
		.selectFrom('people.profile')
		.select('photo_file_id')
		.where('photo_file_id', 'in', [...files])
		.execute();
	return new Set(rows.flatMap((row) => row.photo_file_id ?? []));
}

/** Validated persons with all they wrote, what they hide too; whoever wrote nothing yet is available. */
export async function findableRows(ctx: Context, persons: readonly PersonId[]) {
	return ctx.db
		.selectFrom('people.person as person')
		.leftJoin('people.profile as profile', 'profile.person_id', 'person.id')
		.select(['person.id', 'person.name', 'profile.ages_from as agesFrom', 'profile.ages_to as agesTo'])
		.select(['profile.about_locale as aboutLocale', 'person.last_active_at as activeAt'])
		.select(({ fn, lit, ref, selectFrom }) => [
			fn.coalesce('profile.about', sql<string>`''`).as('about'),
			fn.coalesce('profile.wishes', sql<string>`''`).as('wishes'),
			fn.coalesce('profile.subjects', sql<string[]>`'{}'`).as('subjects'),
			fn.coalesce('profile.hidden', sql<string[]>`'{}'`).as('hidden'),
			fn.coalesce('profile.available', lit(true)).as('available'),
			fn.coalesce('profile.wants_to_found', lit(false)).as('wantsToFound'),
			fn.coalesce('profile.changed_at', 'person.made_at').as('changedAt'),
			schoolCard(defaultSchoolOf(ref('person.id'))).as('school'),
			levelsOfSchool(defaultSchoolOf(ref('person.id'))).as('levels'),
			defaultRoleOf(ref('person.id')).as('role'),
			fn
				.coalesce(
					selectFrom('people.spoken_language as spoken')
						.select(sql<string[]>`array_agg(spoken.language order by spoken.language)`.as('list'))
						.whereRef('spoken.person_id', '=', 'person.id'),
					sql<string[]>`'{}'`,
				)
				.as('languages'),
		])
		.where('person.id', 'in', [...persons])
		.where(({ ref }) => isFindable(ref('person.id')))
		.execute();
}

/** Persons who were here since a moment, a page at a time. */
export async function activeSince(
	ctx: Context,
	since: Date,
	after: PersonId | undefined,
	most: number,
): Promise<PersonId[]> {
	let query = ctx.db
		.selectFrom('people.person')
		.select('id')
		.where('last_active_at', '>=', since)
		.orderBy('id')
		.limit(most);
	if (after !== undefined) query = query.where('id', '>', after);
	return (await query.execute()).map(({ id }) => id);
}

/** The next validated persons after an id. */
export async function validatedPage(
	ctx: Context,
	after: PersonId | undefined,
	most: number,
): Promise<PersonId[]> {
	let query = ctx.db
		.selectFrom('people.person as person')
		.select('person.id')
		.where(({ ref }) => isFindable(ref('person.id')))
		.orderBy('person.id')
		.limit(most);
	if (after !== undefined) query = query.where('person.id', '>', after);
	return (await query.execute()).map(({ id }) => id);
}
