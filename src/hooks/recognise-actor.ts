/** Builds the context of the request: who acts, when, in which language. */
import type { Handle } from '@sveltejs/kit/hooks';
import { arrivalOf, keepSession } from '#domain/people';
import { now } from '#platform/clock';
import { visitor } from '#shared/actor';
import { web } from '../server/processes/web.ts';

export const recogniseActor: Handle = async ({ event, resolve }) => {
	const { db, log } = web();
	const { locale } = event.locals;
	const anonymous = { db, actor: visitor, now: now(), locale, log };
	event.locals.client = event.request.headers.get('x-opentwinning-client') ?? '';
	event.locals.ctx = anonymous;
	event.locals.me = undefined;
	const { actor, name } = await arrivalOf(anonymous, event.request.headers);
	event.locals.ctx = { ...anonymous, actor };
	event.locals.me = name === undefined ? undefined : { name };
	if (changesSomething(event.request.method)) await keepSession(event.locals.ctx);
	return resolve(event);
};

/** Reading keeps no session alive, because reading writes nothing. */
function changesSomething(method: string): boolean {
	return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
}
