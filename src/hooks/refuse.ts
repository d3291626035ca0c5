/** The answer to what is refused before a page begins, in the reader's own frame and language. */
import type { RequestEvent } from '@sveltejs/kit';
import { isForReaders } from './send-again.ts';

/** Where refusals are drawn: in the frame of the page, or without the database in a bare one. */
const framed = '/[lang]/refused/[key]';
const bare = '/[lang]/unanswered/[key]';

/** What the page of a refusal tells, and to whom. */
export type Refusal = {
	readonly status: number;
	readonly about: Pick<App.Error, 'id' | 'code' | 'sendAgain' | 'address'>;
	/** The reader, where known and where their frame can be drawn. */
	readonly reader: Pick<App.Locals, 'ctx' | 'me'> | undefined;
};

/** Refusals on their way from a hook to their page, by a key that nobody can guess. */
const underWay = new Map<string, Refusal>();

/**
 * A page that explains for readers, a bare status for programs. An `id` finds the failure in the log, a `code` is for
 * what needs words of its own, and what was sent is shown again where it would be lost.
 */
export async function refuse(
	event: RequestEvent,
	status: number,
	{ id, code, sendAgain }: Pick<App.Error, 'id' | 'code' | 'sendAgain'> = {},
): Promise<Response> {
	if (event.isDataRequest || !isForReaders(event.request)) return new Response(null, { status });
	const isOurs = status >= 500;
	const key = crypto.randomUUID();
	underWay.set(key, {
		status,
		about: {
			id,
			code,
			address: pageOf(event.url),
			sendAgain: isOurs ? await event.locals.sendAgain?.() : sendAgain,
		},
		reader: isOurs ? undefined : readerOf(event.locals),
	});
	const page = await event.fetch(`/${event.locals.locale}/${isOurs ? 'unanswered' : 'refused'}/${key}`);
	underWay.delete(key);
	const { headers } = page;
	headers.set('cache-control', 'private, no-store');
	if (status === 503) headers.set('retry-after', '5');
	return new Response(page.body, { status, headers });
}

/** The refusal that a request for one of its pages is to explain. */
export function refusalOf({ route, params }: Pick<RequestEvent, 'route' | 'params'>): Refusal | undefined {
	return isRefusal(route.id) ? underWay.get(params.key ?? '') : undefined;
}

/** Whether a page only explains a refusal; nothing more may be asked for it. */
export function isRefusal(route: string | null): boolean {
	return route === framed || route === bare;
}

/** A form from elsewhere is refused before anybody was recognised. */
function readerOf({ ctx, me }: Partial<App.Locals>): Refusal['reader'] {
	return ctx && { ctx, me };
}

/** Where the reader was going: the page of a form is its address without the name of an action. */
export function pageOf({ pathname, searchParams }: URL): string {
	const asked = [...searchParams].filter(([name]) => !name.startsWith('/'));
	return asked.length === 0 ? pathname : `${pathname}?${new URLSearchParams(asked)}`;
}
