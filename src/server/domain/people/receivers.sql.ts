/** Where and in which language a person is written to. */
import type { Context } from '#platform/context';
import { defaultLocale, isLocale, type Locale } from '#shared/locales';
import type { PersonId } from '#shared/actor';

export type Receiver = {
	readonly person: PersonId;
	readonly name: string;
	/** null: the person is told in the platform only. */
	readonly email: string | null;
	readonly locale: Locale;
	readonly country: string | null;
};

/** The persons as receivers of letters, each with the own language; unknown ids are left out. */
export async function localesOf(ctx: Context, persons: readonly PersonId[]): Promise<Receiver[]> {
	if (persons.length === 0) return [];
	const rows = await ctx.db
		.selectFrom('people.person')
		.select(['id', 'name', 'email', 'locale', 'country'])
		.where('id', 'in', [...persons])
		.execute();
	return rows.map(({ id, name, email, locale, country }) => ({
		person: id,
		name,
		email,
		country,
		locale: isLocale(locale) ? locale : defaultLocale,
	}));
}
