/** Accounts that nobody asked for by form: the demo world's people and the first officer. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import type { PersonId } from '#shared/actor';
import type { Locale } from '#shared/locales';
import { giveLogin, insertPersonOfLogin, personExists } from '../persons.sql.ts';
import { openLogin } from './open-login.ts';
import { hashOf } from './passwords.ts';

export type MakeLogin = {
	/** With the id of a person who exists already, that person gets the login; else one is made under this id. */
	readonly person: {
		readonly id?: PersonId;
		readonly name: string;
		readonly locale: Locale;
		readonly country: string;
	};
	readonly email: string;
	readonly password: string;
};

/**
 * A person who can sign in at once with this address and password.
 * open-to-all: no page leads here; the demo world and the command line call it as the system.
 */
export async function makeLogin(ctx: Context, { person, email, password }: MakeLogin): Promise<PersonId> {
	const passwordHash = await hashOf(password);
	return inTransaction(ctx, async (ctx) => {
		const login = await openLogin(ctx, { email, name: person.name, passwordHash });
		if (person.id === undefined || !(await personExists(ctx, person.id))) {
			return insertPersonOfLogin(ctx, { ...person, login, email });
		}
		await giveLogin(ctx, person.id, login, email);
		return person.id;
	});
}
