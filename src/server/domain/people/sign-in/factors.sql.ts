/** All SQL of second factors: the app, the recovery codes, the passkeys. */
import type { Context } from '#platform/context';
import { openedBy } from '../merging/mergings.sql.ts';

export type Authenticator = {
	/** Sealed. */
	readonly secret: string;
	readonly confirmed_at: Date | null;
	readonly last_step: number;
};

export async function authenticatorOf(ctx: Context, login: string): Promise<Authenticator | undefined> {
	return ctx.db
		.selectFrom('people.authenticator')
		.select(['secret', 'confirmed_at', 'last_step'])
		.where('login_id', '=', login)
		.executeTakeFirst();
}

/** Begins to set up an app, in place of one that was begun and never confirmed. */
export async function beginAuthenticator(ctx: Context, login: string, secret: string): Promise<void> {
	const fresh = { secret, begun_at: ctx.now, last_step: 0 };
	await ctx.db
		.insertInto('people.authenticator')
		.values({ login_id: login, ...fresh })
		.onConflict((conflict) =>
			conflict.column('login_id').doUpdateSet(fresh).where('people.authenticator.confirmed_at', 'is', null),
		)
		.execute();
}

/** Takes the code of this half minute; false when it, or a later one, was taken before. */
export async function takeStep(ctx: Context, login: string, step: number): Promise<boolean> {
	const taken = await ctx.db
		.updateTable('people.authenticator')
		.set({ last_step: step })
		.where('login_id', '=', login)
		.where('last_step', '<', step)
		.executeTakeFirst();
	return taken.numUpdatedRows === 1n;
}

export async function confirmAuthenticator(ctx: Context, login: string): Promise<void> {
	await ctx.db
		.updateTable('people.authenticator')
		.set({ confirmed_at: ctx.now })
		.where('login_id', '=', login)
		.where('confirmed_at', 'is', null)
		.execute();
}

export async function deleteAuthenticator(ctx: Context, login: string): Promise<void> {
	await ctx.db.deleteFrom('people.authenticator').where('login_id', '=', login).execute();
}

/** New recovery codes in place of all others. */
export async function replaceRecoveryCodes(
	ctx: Context,
	login: string,
	hashes: readonly Buffer[],
): Promise<void> {
	await deleteRecoveryCodes(ctx, login);
	const rows = hashes.map((code_hash) => ({ login_id: login, code_hash, made_at: ctx.now }));
	await ctx.db.insertInto('people.recovery_code').values(rows).execute();
}

export async function deleteRecoveryCodes(ctx: Context, login: string): Promise<void> {
	await ctx.db.deleteFrom('people.recovery_code').where('login_id', '=', login).execute();
}

/** True for the one who used it. */
export async function useRecoveryCode(ctx: Context, login: string, hash: Buffer): Promise<boolean> {
	const used = await ctx.db
		.updateTable('people.recovery_code')
		.set({ used_at: ctx.now })
		.where('login_id', '=', login)
		.where('code_hash', '=', hash)
		.where('used_at', 'is', null)
		.executeTakeFirst();
	return used.numUpdatedRows === 1n;
}

export async function recoveryCodesLeft(ctx: Context, login: string): Promise<number> {
	const row = await ctx.db
		.selectFrom('people.recovery_code')
		.select(({ fn }) => fn.countAll<number>().as('left'))
		.where('login_id', '=', login)
		.where('used_at', 'is', null)
		.executeTakeFirstOrThrow();
	return Number(row.left);
}

export type Passkey = {
	readonly id: string;
	readonly login_id: string;
	readonly name: string;
	readonly public_key: Buffer;
	readonly sign_count: number;
	readonly transports: readonly string[];
	readonly made_at: Date;
	readonly last_used_at: Date | null;
};

const columns = ['id', 'name', 'public_key', 'sign_count', 'transports', 'made_at', 'last_used_at'] as const;

export async function passkeysOf(ctx: Context, login: string): Promise<Passkey[]> {
	return ctx.db
		.selectFrom('people.passkey')
		.select(columns)
		.select('login_id')
		.where('login_id', '=', login)
		.orderBy('made_at')
		.orderBy('id')
		.execute();
}

export async function passkeyById(ctx: Context, id: string): Promise<Passkey | undefined> {
	return ctx.db
		.selectFrom('people.passkey')
		.select(columns)
		.select(({ ref }) => openedBy(ref('people.passkey.login_id')).as('login_id'))
		.where('id', '=', id)
		.executeTakeFirst();
}

/** False when some account has this passkey already. */
export async function insertPasskey(
	ctx: Context,
	passkey: Omit<Passkey, 'made_at' | 'last_used_at'>,
): Promise<boolean> {
	const inserted = await ctx.db
		.insertInto('people.passkey')
		.values({ ...passkey, transports: [...passkey.transports], made_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return inserted.numInsertedOrUpdatedRows === 1n;
}

export async function notePasskeyUse(ctx: Context, id: string, signCount: number): Promise<void> {
	await ctx.db
		.updateTable('people.passkey')
		.set({ sign_count: signCount, last_used_at: ctx.now })
		.where('id', '=', id)
		.execute();
}

/** False when the login has no such passkey. */
export async function deletePasskey(ctx: Context, login: string, id: string): Promise<boolean> {
	const deleted = await ctx.db
		.deleteFrom('people.passkey')
		.where('login_id', '=', login)
		.where('id', '=', id)
		.executeTakeFirst();
	return deleted.numDeletedRows === 1n;
}

/** All of a login. */
export async function deletePasskeys(ctx: Context, login: string): Promise<void> {
	await ctx.db.deleteFrom('people.passkey').where('login_id', '=', login).execute();
}

/** True for the one who spent it; a challenge is answered once. */
export async function spendChallenge(ctx: Context, hash: Buffer): Promise<boolean> {
	const spent = await ctx.db
		.insertInto('people.spent_challenge')
		.values({ challenge_hash: hash, spent_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return spent.numInsertedOrUpdatedRows === 1n;
}

export async function forgetSpentChallenges(ctx: Context, before: Date): Promise<void> {
	await ctx.db.deleteFrom('people.spent_challenge').where('spent_at', '<', before).execute();
}

/** What stands behind the password of a login. */
export type Factors = { readonly app: boolean; readonly passkeys: number };

export async function factorsOf(ctx: Context, login: string): Promise<Factors> {
	const row = await ctx.db
		.selectFrom('people.login as login')
		.select(({ selectFrom, exists }) => [
			exists(
				selectFrom('people.authenticator as app')
					.select('app.login_id')
					.whereRef('app.login_id', '=', 'login.id')
					.where('app.confirmed_at', 'is not', null),
			).as('app'),
			selectFrom('people.passkey as passkey')
				.select(({ fn }) => fn.countAll<number>().as('count'))
				.whereRef('passkey.login_id', '=', 'login.id')
				.as('passkeys'),
		])
		.where('login.id', '=', login)
		.executeTakeFirst();
	return { app: Boolean(row?.app), passkeys: Number(row?.passkeys ?? 0) };
}
