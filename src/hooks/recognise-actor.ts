/** Builds the context of the request: who acts, when, in which language. */
import type { Handle } from '@sveltejs/kit/hooks';
import { arrivalOf } from '#domain/people';
import { pupilOfRequest } from '#domain/pupils';
import type { Context } from '#platform/context';
import { now } from '#platform/clock';
import { visitor } from '#shared/actor';
import { web } from '../server/processes/web.ts';
import { isRefusal, refusalOf } from './refuse.ts';

export const recogniseActor: Handle = async ({ event, resolve }) => {
	const { db, log, uses } = web();
	const { locale } = event.locals;
	const anonymous = { db, actor: visitor, now: now(), locale, log };
	event.locals.client = event.request.headers.get('x-opentwinning-client') ?? '';
	event.locals.ctx = anonymous;
	event.locals.me = undefined;
	if (isRefusal(event.route.id)) {
		Object.assign(event.locals, refusalOf(event)?.reader);
		return resolve(event);
	}
	const { actor, name } = await arrival(anonymous, event.request.headers);
	event.locals.ctx = { ...anonymous, actor };
	event.locals.me = name === undefined ? undefined : { name };
	uses.note(actor, anonymous.now);
	return resolve(event);
};

/** A pupil's session goes before an adult's in the same browser: it may do less. */
async function arrival(ctx: Context, headers: Headers) {
	const pupil = await pupilOfRequest(ctx, headers);
	return pupil ? { actor: pupil.actor, name: pupil.alias } : arrivalOf(ctx, headers);
}
