/** All SQL of the addresses of accounts. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import { validatedSchoolsOf } from '../validated-schools.sql.ts';
import { isNotSuspended } from './suspension.sql.ts';

export type Address = { readonly email: string; readonly confirmed_at: Date; readonly main: boolean };

/** Adds a confirmed address; false when it belongs to an account already. */
export async function insertAddress(ctx: Context, login: string, email: string): Promise<boolean> {
	const inserted = await ctx.db
		.insertInto('people.address')
		.values({ email, login_id: login, confirmed_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return inserted.numInsertedOrUpdatedRows === 1n;
}

/** The addresses of a login, the main one first. */
export async function addressesOf(ctx: Context, login: string): Promise<Address[]> {
	const rows = await ctx.db
		.selectFrom('people.address as address')
		.innerJoin('people.login as login', 'login.id', 'address.login_id')
		.select(['address.email', 'address.confirmed_at', 'login.email as main'])
		.where('login.id', '=', login)
		.orderBy('address.confirmed_at')
		.orderBy('address.email')
		.execute();
	return rows
		.map((row) => ({ ...row, main: row.main === row.email }))
		.sort((one, other) => Number(other.main) - Number(one.main));
}

/** Whether this person signs in with the address: any of theirs, whatever letters it is written in. */
export async function isAddressOf(ctx: Context, person: PersonId, address: string): Promise<boolean> {
	const row = await ctx.db
		.selectFrom('people.person as person')
		.innerJoin('people.address as address', 'address.login_id', 'person.login_id')
		.select('address.email')
		.where('person.id', '=', person)
		.where((eb) => eb(eb.fn('lower', ['address.email']), '=', address.toLowerCase()))
		.executeTakeFirst();
	return row !== undefined;
}

/** From now on we write to this address. */
export async function writeToAddress(ctx: Context, login: string, email: string): Promise<void> {
	await ctx.db
		.updateTable('people.login')
		.set({ email, updated_at: ctx.now })
		.where('id', '=', login)
		.execute();
	await ctx.db.updateTable('people.person').set({ email }).where('login_id', '=', login).execute();
}

export async function deleteAddress(ctx: Context, login: string, email: string): Promise<void> {
	await ctx.db
		.deleteFrom('people.address')
		.where('login_id', '=', login)
		.where('email', '=', email)
		.execute();
}

/** Addresses that were asked for and wait for their letter to be opened. */
export async function addressesAsked(
	ctx: Context,
	login: string,
): Promise<{ email: string; asked_at: Date }[]> {
	const rows = await ctx.db
		.selectFrom('people.link')
		.select(({ fn }) => ['email', fn.max('made_at').as('asked_at')])
		.where('login_id', '=', login)
		.where('purpose', '=', 'add-address')
		.where('used_at', 'is', null)
		.where('expires_at', '>', ctx.now)
		.groupBy('email')
		.orderBy('asked_at')
		.execute();
	return rows.flatMap(({ email, asked_at }) => (email === null ? [] : [{ email, asked_at }]));
}

/** The person, if that address of theirs is confirmed, they are validated somewhere and not suspended. */
export async function validatedWithAddress(ctx: Context, person: PersonId, email: string) {
	return ctx.db
		.selectFrom('people.person as person')
		.innerJoin('people.address as address', 'address.login_id', 'person.login_id')
		.select('person.locale')
		.where('person.id', '=', person)
		.where('address.email', '=', email)
		.where(isNotSuspended(ctx.now))
		.where(sql<boolean>`exists (select from ${validatedSchoolsOf(person)} as school)`)
		.executeTakeFirst();
}
