/** An app set up for somebody by whoever runs the machine: the officers of the demo world have one from the start. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import { loginOfPerson } from '../persons.sql.ts';
import { seal } from './codes.ts';
import { beginAuthenticator, confirmAuthenticator } from './factors.sql.ts';

/** The secret in base32. open-to-all: no page leads here; the demo world calls it as the system. */
export async function giveApp(ctx: Context, person: PersonId, secret: string): Promise<void> {
	const login = await loginOfPerson(ctx, person);
	if (login === undefined) throw new Error('an app belongs to a login');
	await beginAuthenticator(ctx, login, await seal(secret));
	await confirmAuthenticator(ctx, login);
}
