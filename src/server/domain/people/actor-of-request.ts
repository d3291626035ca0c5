/** From the session cookie of a request to the adult who acts. */
import { visitor, type Actor } from '#shared/actor';
import type { Context } from '#platform/context';

/**
 * The adult behind a request, in the one capacity of the session; a visitor when there is no running
 * session. Built anew for every request and every socket message.
 */
export async function actorOfRequest(_ctx: Context, _headers: Headers): Promise<Actor> {
	return visitor;
}
