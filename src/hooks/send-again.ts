/** A form that could not be answered is not lost: the page that says so holds it, to be sent again under the same key. */
import type { RequestEvent } from '@sveltejs/kit';
import { FORM_KEY } from '#shared/form';

/** The form as it was sent. */
export type SendAgain = { readonly action: string; readonly fields: readonly (readonly [string, string])[] };

const form = 'application/x-www-form-urlencoded';
/** Never written into a page; such forms are filled in again. The code of a pupil's card comes as `card`. */
const secrets = /password|code|secret|^card$/i;

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True when somebody put something into the form, and it did not only name what it is about. */
export function isFilledIn({ fields }: SendAgain): boolean {
	return fields.some(([name, value]) => name !== FORM_KEY && value.trim() !== '' && !id.test(value));
}

/** Keeps what a browser sends with a form until it is asked for; to be called before anybody reads the request. */
export function keepSent({ request, url }: RequestEvent): () => Promise<SendAgain | undefined> {
	const isForm = request.method === 'POST' && request.headers.get('content-type')?.startsWith(form) === true;
	if (!isForm || !isForReaders(request)) return () => Promise.resolve(undefined);
	const copy = request.clone();
	return async () => {
		const fields = [...new URLSearchParams(await copy.text().catch(() => ''))];
		if (fields.length === 0 || fields.some(([name]) => secrets.test(name))) return undefined;
		return { action: `${url.pathname}${url.search}`, fields };
	};
}

/** True for somebody at a browser, false for programs and for the script of a page. */
export function isForReaders(request: Request): boolean {
	return (request.headers.get('accept') ?? '').includes('text/html');
}
