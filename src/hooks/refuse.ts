/** The answer to what is refused before a page begins, in the reader's own frame and language. */
import type { RequestEvent } from '@sveltejs/kit';

/** Where the refusals are drawn; the hooks ask nothing of the database for it. */
export const refusedRoute = '/[lang]/refused/[status]';

/** A page that explains for readers, a bare status for programs. What needs words of its own has a `cause`. */
export async function refuse(
	event: RequestEvent,
	status: number,
	cause: string = String(status),
): Promise<Response> {
	const accepts = event.request.headers.get('accept') ?? '';
	if (event.isDataRequest || !accepts.includes('text/html')) return new Response(null, { status });
	// a form from elsewhere is refused before anybody was recognised
	const { ctx, locale } = event.locals as Partial<App.Locals>;
	const reader = ctx?.actor.kind === 'pupil' ? '?reader=pupil' : '';
	const page = await event.fetch(`/${locale}/refused/${cause}${reader}`);
	const { headers } = page;
	headers.set('cache-control', 'private, no-store');
	return new Response(page.body, { status, headers });
}
