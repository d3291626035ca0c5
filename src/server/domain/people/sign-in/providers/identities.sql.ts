/** All SQL of identities at providers; they stand beside the passwords, in the sign-in library's table. */
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import { openedBy } from '../../merging/mergings.sql.ts';

type Known = { readonly provider: string; readonly subject: string };

/** The login of somebody at a provider. */
export async function loginOfIdentity(
	ctx: Context,
	{ provider, subject }: Known,
): Promise<string | undefined> {
	const row = await ctx.db
		.selectFrom('people.credential')
		.select(({ ref }) => openedBy(ref('people.credential.login_id')).as('login_id'))
		.where('provider_id', '=', kept(provider))
		.where('account_id', '=', subject)
		.executeTakeFirst();
	return row?.login_id;
}

/** False when another account has this identity. */
export async function insertIdentity(
	ctx: Context,
	login: string,
	{ provider, subject }: Known,
): Promise<boolean> {
	const inserted = await ctx.db
		.insertInto('people.credential')
		.values({
			id: newId(),
			login_id: login,
			provider_id: kept(provider),
			account_id: subject,
			created_at: ctx.now,
			updated_at: ctx.now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return inserted.numInsertedOrUpdatedRows === 1n;
}

/** The providers with which a login signs in. */
export async function identitiesOf(
	ctx: Context,
	login: string,
): Promise<{ provider: string; since: Date }[]> {
	const rows = await ctx.db
		.selectFrom('people.credential')
		.select(['provider_id', 'created_at'])
		.where('login_id', '=', login)
		.where('provider_id', 'like', 'oidc:%')
		.orderBy('created_at')
		.execute();
	return rows.map((row) => ({ provider: row.provider_id.slice('oidc:'.length), since: row.created_at }));
}

export async function deleteIdentities(ctx: Context, login: string, provider: string): Promise<boolean> {
	const deleted = await ctx.db
		.deleteFrom('people.credential')
		.where('login_id', '=', login)
		.where('provider_id', '=', kept(provider))
		.executeTakeFirst();
	return deleted.numDeletedRows > 0n;
}

function kept(provider: string): string {
	return `oidc:${provider}`;
}
