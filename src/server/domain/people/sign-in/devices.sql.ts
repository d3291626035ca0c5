/** All SQL of the browsers in which somebody signed in. */
import type { Context } from '#platform/context';

type SeenDevice = {
	readonly login_id: string;
	readonly token_hash: Buffer;
	readonly browser: string;
	readonly system: string;
	readonly country: string | null;
};

/** Notes that a known browser is in use again; undefined when this login does not know it. */
export async function useDevice(ctx: Context, device: SeenDevice): Promise<string | undefined> {
	const { login_id, token_hash, ...words } = device;
	const row = await ctx.db
		.updateTable('people.device')
		.set({ ...words, last_used_at: ctx.now })
		.where('login_id', '=', login_id)
		.where('token_hash', '=', token_hash)
		.returning('id')
		.executeTakeFirst();
	return row?.id;
}

/** Notes a browser; `others` when the login knew another one before. */
export async function insertDevice(
	ctx: Context,
	device: SeenDevice & { readonly id: string },
): Promise<{ others: boolean }> {
	await ctx.db
		.insertInto('people.device')
		.values({ ...device, first_used_at: ctx.now, last_used_at: ctx.now })
		.execute();
	const other = await ctx.db
		.selectFrom('people.device')
		.select('id')
		.where('login_id', '=', device.login_id)
		.where('id', '<>', device.id)
		.limit(1)
		.executeTakeFirst();
	return { others: other !== undefined };
}

/** Browsers whose cookie has run out by now. */
export async function deleteOldDevices(ctx: Context, before: Date): Promise<void> {
	await ctx.db.deleteFrom('people.device').where('last_used_at', '<', before).execute();
}
