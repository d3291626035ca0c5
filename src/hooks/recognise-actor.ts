/** Builds the context of the request: who acts, when, in which language. */
import type { Handle } from '@sveltejs/kit/hooks';
import { actorOfRequest } from '#domain/people';
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
	event.locals.ctx = { ...anonymous, actor: await actorOfRequest(anonymous, event.request.headers) };
	return resolve(event);
};
