/** All SQL of logins, joinings and links. An account is found by each of its addresses. The sign-in library writes logins, credentials and sessions by itself. */
import type { Context } from '#platform/context';
import type { Locale } from '#shared/locales';
import { openedBy } from '../merging/mergings.sql.ts';
import { isOneOf, schoolRoles } from '#shared/vocabulary';
import type { PlaceAsked } from '../affiliations/place-at-joining.ts';

export type LinkPurpose = 'confirm-address' | 'reset-password' | 'set-up' | 'add-address';

export type Joining = {
	readonly id: string;
	readonly name: string;
	readonly email: string;
	readonly password: string;
	readonly locale: Locale;
	readonly country: string;
	readonly place: PlaceAsked | undefined;
	readonly leadsTo: string | undefined;
	readonly asked_at: Date;
	readonly confirmed_at: Date | null;
};

export type Link = {
	readonly id: string;
	readonly purpose: LinkPurpose;
	readonly email: string | null;
	readonly joining_id: string | null;
	/** Whose account it changes, when it changes one. */
	readonly login_id: string | null;
	readonly made_at: Date;
};

/** The account of an address, whether it is the main one or not. */
export async function loginOfAddress(
	ctx: Context,
	email: string,
): Promise<{ id: string; name: string } | undefined> {
	return ctx.db
		.selectFrom('people.address as address')
		.innerJoin('people.login as login', (join) =>
			join.on(({ eb, ref }) => eb('login.id', '=', openedBy(ref('address.login_id')))),
		)
		.select(['login.id', 'login.name'])
		.where('address.email', '=', email)
		.executeTakeFirst();
}

/** Name and main address of a login. */
export async function loginById(ctx: Context, login: string): Promise<{ name: string; email: string }> {
	return ctx.db
		.selectFrom('people.login')
		.select(['name', 'email'])
		.where('id', '=', login)
		.executeTakeFirstOrThrow();
}

export async function addressOfPerson(ctx: Context, person: string): Promise<string | undefined> {
	const row = await ctx.db
		.selectFrom('people.person as person')
		.innerJoin('people.login as login', 'login.id', 'person.login_id')
		.select('login.email')
		.where('person.id', '=', person)
		.executeTakeFirst();
	return row?.email;
}

/** The login of an address, with the hash of its password where it has one. */
export async function passwordOfAddress(
	ctx: Context,
	email: string,
): Promise<{ login: string; hash: string | null } | undefined> {
	return ctx.db
		.selectFrom('people.address as address')
		.leftJoin('people.credential as credential', (join) =>
			join
				.on(({ eb, ref }) => eb('credential.login_id', '=', openedBy(ref('address.login_id'))))
				.on('credential.provider_id', '=', 'credential'),
		)
		.select(({ ref }) => [openedBy(ref('address.login_id')).as('login'), 'credential.password as hash'])
		.where('address.email', '=', email)
		.executeTakeFirst();
}

/** The hash of a login's password, where it has one. */
export async function passwordOfLogin(ctx: Context, login: string): Promise<string | undefined> {
	const row = await ctx.db
		.selectFrom('people.credential')
		.select('password')
		.where('login_id', '=', login)
		.where('provider_id', '=', 'credential')
		.executeTakeFirst();
	return row?.password ?? undefined;
}

export async function insertJoining(
	ctx: Context,
	{ place, leadsTo, ...joining }: Omit<Joining, 'asked_at' | 'confirmed_at'>,
): Promise<void> {
	await ctx.db
		.insertInto('people.joining')
		.values({
			...joining,
			role: place?.role ?? null,
			school_id: place && 'school' in place ? place.school : null,
			school_name: place && 'name' in place ? place.name : null,
			school_town: place && 'name' in place ? place.town : null,
			leads_to: leadsTo ?? null,
			asked_at: ctx.now,
		})
		.execute();
}

export async function joiningOf(ctx: Context, id: string): Promise<Joining | undefined> {
	const row = await ctx.db
		.selectFrom('people.joining')
		.select(['id', 'name', 'email', 'password', 'locale', 'country', 'asked_at', 'confirmed_at'])
		.select(['role', 'school_id', 'school_name', 'school_town', 'leads_to'])
		.where('id', '=', id)
		.executeTakeFirst();
	if (!row) return undefined;
	const { role, school_id, school_name, school_town, leads_to, ...joining } = row;
	const place = placeOf(role, school_id, school_name, school_town);
	return { ...joining, place, leadsTo: leads_to ?? undefined } as unknown as Joining;
}

function placeOf(
	role: string | null,
	school: string | null,
	name: string | null,
	town: string | null,
): PlaceAsked | undefined {
	if (!isOneOf(schoolRoles, role)) return undefined;
	if (school !== null) return { role, school };
	return name !== null && town !== null ? { role, name, town } : undefined;
}

export async function changeAddressOfJoining(ctx: Context, id: string, email: string): Promise<void> {
	await ctx.db
		.updateTable('people.joining')
		.set({ email, asked_at: ctx.now })
		.where('id', '=', id)
		.where('confirmed_at', 'is', null)
		.execute();
}

/** Marks the joining as confirmed and forgets its password, which now belongs to the login. */
export async function closeJoining(ctx: Context, id: string): Promise<void> {
	await ctx.db
		.updateTable('people.joining')
		.set({ confirmed_at: ctx.now, password: '' })
		.where('id', '=', id)
		.execute();
}

export async function insertLink(
	ctx: Context,
	link: Omit<Link, 'made_at'> & { readonly token_hash: Buffer; readonly expires_at: Date },
): Promise<void> {
	await ctx.db
		.insertInto('people.link')
		.values({ ...link, made_at: ctx.now })
		.execute();
}

/** A link that still opens its door: the right purpose, unused, not too old. */
export async function openLink(
	ctx: Context,
	purpose: LinkPurpose,
	tokenHash: Buffer,
): Promise<Link | undefined> {
	const row = await ctx.db
		.selectFrom('people.link')
		.select(['id', 'purpose', 'email', 'joining_id', 'login_id', 'made_at'])
		.where('token_hash', '=', tokenHash)
		.where('purpose', '=', purpose)
		.where('used_at', 'is', null)
		.where('expires_at', '>', ctx.now)
		.executeTakeFirst();
	return row as unknown as Link | undefined;
}

/** The joining that a link, used or not, was written for. */
export async function joiningOfLink(
	ctx: Context,
	tokenHash: Buffer,
): Promise<{ id: string; email: string; confirmed_at: Date | null } | undefined> {
	return ctx.db
		.selectFrom('people.link as link')
		.innerJoin('people.joining as joining', 'joining.id', 'link.joining_id')
		.select(['joining.id', 'joining.email', 'joining.confirmed_at'])
		.where('link.token_hash', '=', tokenHash)
		.executeTakeFirst();
}

/** True for the one who used it; twenty at the same moment have one winner. */
export async function useUpLink(ctx: Context, id: string): Promise<boolean> {
	const used = await ctx.db
		.updateTable('people.link')
		.set({ used_at: ctx.now })
		.where('id', '=', id)
		.where('used_at', 'is', null)
		.executeTakeFirst();
	return used.numUpdatedRows === 1n;
}

/** All other links of this purpose to this address are worth nothing from now on. */
export async function voidLinks(ctx: Context, purpose: LinkPurpose, email: string): Promise<void> {
	await ctx.db
		.updateTable('people.link')
		.set({ used_at: ctx.now })
		.where('purpose', '=', purpose)
		.where('email', '=', email)
		.where('used_at', 'is', null)
		.execute();
}

export async function voidSetUpLinks(ctx: Context): Promise<void> {
	await ctx.db
		.updateTable('people.link')
		.set({ used_at: ctx.now })
		.where('purpose', '=', 'set-up')
		.where('used_at', 'is', null)
		.execute();
}

export async function linkById(ctx: Context, id: string): Promise<Link | undefined> {
	const row = await ctx.db
		.selectFrom('people.link')
		.select(['id', 'purpose', 'email', 'joining_id', 'login_id', 'made_at'])
		.where('id', '=', id)
		.executeTakeFirst();
	return row as unknown as Link | undefined;
}

/** What was asked for and never confirmed is forgotten, links with it. */
export async function deleteOldJoinings(ctx: Context, before: Date): Promise<void> {
	await ctx.db.deleteFrom('people.joining').where('asked_at', '<', before).execute();
	await ctx.db.deleteFrom('people.link').where('expires_at', '<', before).execute();
}
