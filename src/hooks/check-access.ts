/** The first door: what stands in access.ts for this route, method and kind of actor, and nothing else. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit/hooks';
import type { ActorKind } from '#shared/actor';
import { access } from '../access.ts';
import { pageOf, refuse } from './refuse.ts';
import { isFilledIn, isForReaders } from './send-again.ts';

export const checkAccess: Handle = async ({ event, resolve }) => {
	const route = event.route.id;
	if (route === null) return resolve(event);
	const kinds = access[route]?.[callOf(event)];
	if (!kinds) return refuse(event, access[route] ? 405 : 404);
	const { kind } = event.locals.ctx.actor;
	if (kinds.includes(kind)) return resolve(event);
	if (kind === 'visitor') return leadToDoor(event, kinds);
	// what is not for pupils does not exist for them; a grown-up is told why
	return refuse(event, kind === 'pupil' ? 404 : 403);
};

/** Whoever is not signed in, or is so no more: a session that ended takes nothing along of what was written. */
async function leadToDoor(event: RequestEvent, kinds: readonly ActorKind[]): Promise<Response> {
	if (callOf(event) === 'GET') redirect(303, doorFor(kinds, event));
	// the script of the page keeps what was typed
	if (!isForReaders(event.request)) return refuse(event, 401);
	const sendAgain = await event.locals.sendAgain?.();
	if (sendAgain && isFilledIn(sendAgain)) return refuse(event, 401, { code: 'session-over', sendAgain });
	redirect(303, areForPupils(kinds) ? `${doorFor(kinds, event)}?told=ended` : doorFor(kinds, event));
}

/** Where somebody signs in who asked for the page: adults come back to it, pupils to their own door. */
function doorFor(kinds: readonly ActorKind[], { locals, url }: RequestEvent): string {
	if (areForPupils(kinds)) return `/${locals.locale}/pupil`;
	return `/${locals.locale}/sign-in?next=${encodeURIComponent(pageOf(url))}`;
}

function areForPupils(kinds: readonly ActorKind[]): boolean {
	return kinds.every((kind) => kind === 'pupil');
}

/** The key of a call in access.ts: the method, and for a named action its name. */
export function callOf(event: Pick<RequestEvent, 'request' | 'url'>): string {
	const method = event.request.method === 'HEAD' ? 'GET' : event.request.method;
	if (method !== 'POST') return method;
	const action = [...event.url.searchParams.keys()].find((name) => name.startsWith('/'));
	return action ? `POST ?${action}` : 'POST';
}
