/** All SQL of persons. */
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import type { PersonId } from '#shared/actor';
import { defaultLocale, isLocale, type Locale } from '#shared/locales';

export type NewPerson = {
	readonly id?: PersonId;
	readonly login: string;
	readonly name: string;
	readonly email: string;
	readonly locale: Locale;
	readonly country: string;
};

/** Makes the person of a login, or finds the one that was made before. */
export async function insertPersonOfLogin(ctx: Context, person: NewPerson): Promise<PersonId> {
	await ctx.db
		.insertInto('people.person')
		.values({
			id: person.id ?? newId(),
			login_id: person.login,
			name: person.name,
			email: person.email,
			locale: person.locale,
			country: person.country,
			made_at: ctx.now,
			last_active_at: ctx.now,
		})
		.onConflict((conflict) => conflict.column('login_id').doNothing())
		.execute();
	const { id } = await ctx.db
		.selectFrom('people.person')
		.select('id')
		.where('login_id', '=', person.login)
		.executeTakeFirstOrThrow();
	return id;
}

/** Gives a person who has no login this one. */
export async function giveLogin(ctx: Context, person: PersonId, login: string, email: string): Promise<void> {
	await ctx.db
		.updateTable('people.person')
		.set({ login_id: login, email })
		.where('id', '=', person)
		.execute();
}

/** The login with which a person signs in. */
export async function loginOfPerson(ctx: Context, person: PersonId): Promise<string | undefined> {
	const row = await ctx.db
		.selectFrom('people.person')
		.select('login_id')
		.where('id', '=', person)
		.executeTakeFirst();
	return row?.login_id ?? undefined;
}

export async function personExists(ctx: Context, person: PersonId): Promise<boolean> {
	const row = await ctx.db
		.selectFrom('people.person')
		.select('id')
		.where('id', '=', person)
		.executeTakeFirst();
	return row !== undefined;
}

export type Owner = {
	readonly person: PersonId;
	readonly name: string;
	readonly email: string;
	readonly locale: Locale;
	readonly country: string | null;
};

/** The person who signs in with this login, as somebody to write to. */
export async function ownerOfLogin(ctx: Context, login: string): Promise<Owner | undefined> {
	const row = await ctx.db
		.selectFrom('people.person as person')
		.innerJoin('people.login as login', 'login.id', 'person.login_id')
		.select(['person.id as person', 'person.name', 'login.email', 'person.locale', 'person.country'])
		.where('login.id', '=', login)
		.executeTakeFirst();
	return row && { ...row, locale: isLocale(row.locale) ? row.locale : defaultLocale };
}

/** The person as somebody to write to; undefined for who has no account any more. */
export async function ownerOfPerson(ctx: Context, person: PersonId): Promise<Owner | undefined> {
	const login = await loginOfPerson(ctx, person);
	return login === undefined ? undefined : ownerOfLogin(ctx, login);
}

export async function namesOf(ctx: Context, persons: readonly PersonId[]): Promise<Map<PersonId, string>> {
	if (persons.length === 0) return new Map();
	const rows = await ctx.db
		.selectFrom('people.person')
		.select(['id', 'name'])
		.where('id', 'in', [...persons])
		.execute();
	return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Whether this installation has any person at all. */
export async function anybodyIsHere(ctx: Context): Promise<boolean> {
	const row = await ctx.db.selectFrom('people.person').select('id').limit(1).executeTakeFirst();
	return row !== undefined;
}

export async function personOfAddress(
	ctx: Context,
	email: string,
): Promise<{ id: PersonId; name: string } | undefined> {
	return ctx.db
		.selectFrom('people.person as person')
		.innerJoin('people.address as address', 'address.login_id', 'person.login_id')
		.select(['person.id', 'person.name'])
		.where('address.email', '=', email)
		.executeTakeFirst();
}

/** Persons with an account that nobody used since before a moment, the longest idle first. */
export async function idleAccounts(ctx: Context, before: Date, most: number): Promise<IdleAccount[]> {
	const rows = await ctx.db
		.selectFrom('people.person')
		.select(['id', 'last_active_at'])
		.where('last_active_at', '<', before)
		// who was forgotten has no address any more
		.where('email', 'is not', null)
		.orderBy('last_active_at')
		.limit(most)
		.execute();
	return rows.map(({ id, last_active_at }) => ({ person: id, lastActiveAt: last_active_at }));
}

export type IdleAccount = { readonly person: PersonId; readonly lastActiveAt: Date };

/** Everybody who signs in, of one country or of all: for the day on which all must be told. */
export async function accountsIn(
	ctx: Context,
	country: string | undefined,
): Promise<
	{ readonly email: string; readonly name: string; readonly locale: string; readonly country: string }[]
> {
	const rows = await ctx.db
		.selectFrom('people.person')
		.select(['email', 'name', 'locale', 'country'])
		.where('email', 'is not', null)
		.$if(country !== undefined, (query) => query.where('country', '=', country ?? ''))
		.orderBy('country')
		.orderBy('email')
		.execute();
	return rows.map((row) => ({ ...row, email: row.email ?? '', country: row.country ?? '' }));
}
