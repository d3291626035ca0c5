/** Which browsers somebody signs in with: one machine never speaks for two persons. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';

/** The browser of a session, as a hash; undefined when it was not noted. */
export async function browserOfSession(ctx: Context, session: string): Promise<Buffer | undefined> {
	const row = await ctx.db
		.selectFrom('people.session as session')
		.innerJoin('people.device as device', 'device.id', 'session.device_id')
		.select('device.token_hash')
		.where('session.id', '=', session)
		.executeTakeFirst();
	return row?.token_hash;
}

/** Whether this person ever signed in with this browser. */
export async function browserKnows(ctx: Context, browser: Buffer, person: PersonId): Promise<boolean> {
	const row = await ctx.db
		.selectFrom('people.device as device')
		.innerJoin('people.person as person', 'person.login_id', 'device.login_id')
		.select('device.id')
		.where('device.token_hash', '=', browser)
		.where('person.id', '=', person)
		.executeTakeFirst();
	return row !== undefined;
}
