/** Addresses of the desk: they carry what of the queue one looks at, so that it stays while one works. */
import { queueStates, type QueueQuery } from '#domain/support';
import { isOneOf } from '#shared/vocabulary';

/** What of the queue the address asks for; anything unknown is the usual. */
export function queueQueryOf(url: URL): QueueQuery {
	const state = url.searchParams.get('state');
	const kind = url.searchParams.get('kind');
	const after = url.searchParams.get('after');
	const words = url.searchParams.get('words')?.trim().slice(0, 200);
	return {
		...(isOneOf(queueStates, state) ? { state } : {}),
		...(kind ? { kind } : {}),
		...(words ? { words } : {}),
		...(after ? { after } : {}),
	};
}

/** The desk, or one of its cases, with the same look at the queue. */
export function deskAddress(
	lang: string,
	query: QueueQuery,
	more: { readonly case?: string | undefined; readonly done?: string } = {},
): string {
	const path = more.case === undefined ? `/${lang}/desk` : `/${lang}/desk/cases/${more.case}`;
	const search = searchOf(query);
	if (more.done) search.set('done', more.done);
	return search.size === 0 ? path : `${path}?${search}`;
}

/** The query of the queue as it stands in an address. */
export function searchOf(query: QueueQuery): URLSearchParams {
	const known = Object.entries(query).filter(([, value]) => value !== undefined);
	return new URLSearchParams(known);
}
