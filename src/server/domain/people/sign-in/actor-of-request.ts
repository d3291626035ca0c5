/** From the session cookie of a request to the adult who acts. */
import type { Context } from '#platform/context';
import {
	personOf,
	visitor,
	type Actor,
	type Member,
	type Officer,
	type Teacher,
	type Visitor,
} from '#shared/actor';
import { sessionTokenIn } from './session-cookie.ts';
import { actingSession, noteUse, noteUseOfDesk, type ActingSession } from './sessions.sql.ts';

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
 * Keeps the actor's session alive. Called for requests that change something, so that reading writes
 * nothing; open-to-all: whoever acts keeps their own session, visitors and pupils have none here.
 */
export async function keepSession(ctx: Context): Promise<void> {
	const person = personOf(ctx.actor);
	if (person === undefined || !('session' in ctx.actor)) return;
	await noteUse(ctx, ctx.actor.session, person);
	if (ctx.actor.kind === 'officer') await noteUseOfDesk(ctx, ctx.actor.session);
}
