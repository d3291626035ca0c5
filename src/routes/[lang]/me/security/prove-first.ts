/** Pages that change what guards an account open only after a fresh proof; it is asked for on the way. */
import { redirect } from '@sveltejs/kit';
import { isProved } from '#domain/people';

type Asked = { readonly locals: App.Locals; readonly url: URL };

/** For `load`: leads to the page that asks for the proof, and from there back. */
export async function proveFirst(asked: Asked): Promise<void> {
	if (!(await isProved(asked.locals.ctx))) proveAgain(asked);
}

/** For an action whose proof has run out meanwhile. */
export function proveAgain({ locals, url }: Asked): never {
	redirect(303, `/${locals.locale}/me/security/prove?next=${encodeURIComponent(url.pathname)}`);
}
