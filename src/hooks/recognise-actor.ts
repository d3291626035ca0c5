/** Builds the context of the request: who acts, when, in which language. */
import type { Handle } from '@sveltejs/kit/hooks';
import { arrivalOf } from '#domain/people';
import { pupilOfRequest } from '#domain/pupils';
import type { Context } from '#platform/context';
import { now } from '#platform/clock';
import { isDatabaseGone } from '#platform/errors';
import { visitor } from '#shared/actor';
import { web } from '../server/processes/web.ts';
import { refuse, refusedRoute } from './refuse.ts';

export const recogniseActor: Handle = async ({ event, resolve }) => {
	const { db, log, uses } = web();
	const { locale } = event.locals;
	const anonymous = { db, actor: visitor, now: now(), locale, log };
	event.locals.client = event.request.headers.get('x-opentwinning-client') ?? '';
	event.locals.ctx = anonymous;
	event.locals.me = undefined;
	if (event.route.id === refusedRoute) return resolve(event);
	const arrived = await arrival(anonymous, event.request.headers).catch(gone);
	if (arrived === undefined) return refuse(event, 503);
	const { actor, name } = arrived;
	event.locals.ctx = { ...anonymous, actor };
	event.locals.me = name === undefined ? undefined : { name };
	uses.note(actor, anonymous.now);
	return resolve(event);
};

/** Without the database nobody can be recognised: said at once, and the page recovers by itself. */
function gone(error: unknown): undefined {
	if (!isDatabaseGone(error)) throw error;
}

/** A pupil's session goes before an adult's in the same browser: it may do less. */
async function arrival(ctx: Context, headers: Headers) {
	const pupil = await pupilOfRequest(ctx, headers);
	return pupil ? { actor: pupil.actor, name: pupil.alias } : arrivalOf(ctx, headers);
}
