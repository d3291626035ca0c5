/** From the session cookie of a request to the adult who acts. */
import type { Context } from '#platform/context';
import {
	visitor,
	type Actor,
	type Member,
	type Officer,
	type System,
	type Teacher,
	type Visitor,
} from '#shared/actor';
import { sessionTokenIn } from './session-cookie.ts';
import { actingSession, noteUses, type ActingSession, type SessionUse } from './sessions.sql.ts';

export type Arrival = {
	/** What a session can carry; a test walks every page as each of these. */
	readonly actor: Visitor | Member | Teacher | Officer;
	/** The person's name, for the frame of pages. */ readonly name?: string;
};

/**
 * The adult behind a request, in the one capacity of the session; a visitor when there is no running
 * session. Built anew for every request and every socket message, by one question to the database.
 */
export async function arrivalOf(ctx: Context, headers: Headers): Promise<Arrival> {
	const token = sessionTokenIn(headers);
	if (token === undefined) return { actor: visitor };
	const found = await actingSession(ctx, token);
	return found ? { actor: actorOf(found), name: found.name } : { actor: visitor };
}

/** The actor alone, for sockets and uploads. */
export async function actorOfRequest(ctx: Context, headers: Headers): Promise<Actor> {
	return (await arrivalOf(ctx, headers)).actor;
}

function actorOf(found: ActingSession): Arrival['actor'] {
	const { session, person, office, office_kind: officeKind, organisation, validated } = found;
	if (office !== null && officeKind !== null && organisation !== null) {
		return { kind: 'officer', person, session, office, officeKind, organisation };
	}
	return { kind: validated ? 'teacher' : 'member', person, session };
}

/**
 * Keeps sessions alive: each was in use at its moment. Called by the process and not by a request, so that reading
 * writes nothing; open-to-all, since the sessions are those of requests that were let in.
 */
export async function noteSessionUses(ctx: Context<System>, uses: readonly SessionUse[]): Promise<void> {
	if (uses.length > 0) await noteUses(ctx, uses);
}
