/** What every door beside the pages asks first: does the request come from our own pages, and who acts. */
import type { IncomingMessage } from 'node:http';
import { actorOfRequest } from '#domain/people';
import { pupilOfRequest } from '#domain/pupils';
import { now } from '#platform/clock';
import type { Context } from '#platform/context';
import { visitor } from '#shared/actor';
import { defaultLocale } from '#shared/locales';
import type { Web } from './web.ts';

/** True when a browser says that one of our own pages sent it. */
export function isFromHere(web: Pick<Web, 'origins'>, request: IncomingMessage): boolean {
	const { origin } = request.headers;
	const site = request.headers['sec-fetch-site'];
	return origin !== undefined && web.origins.has(origin) && (site === undefined || site === 'same-origin');
}

/** The one who acts by these cookies, at this moment; a pupil's session goes before an adult's, as on pages. */
export async function contextFor(web: Pick<Web, 'db' | 'log'>, cookie: string | undefined): Promise<Context> {
	const headers = new Headers({ cookie: cookie ?? '' });
	const anonymous = { db: web.db, actor: visitor, now: now(), locale: defaultLocale, log: web.log };
	const pupil = await pupilOfRequest(anonymous, headers);
	return { ...anonymous, actor: pupil?.actor ?? (await actorOfRequest(anonymous, headers)) };
}
