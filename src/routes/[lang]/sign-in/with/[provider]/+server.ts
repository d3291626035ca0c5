import { redirect } from '@sveltejs/kit';
import { goToProvider } from '#domain/people';
import { internalPath } from '#shared/internal-path';
import { handOn } from '../../../hand-on.ts';
import type { RequestHandler } from './$types';

/** A link and no form: the browser is not to send a form on to another site. */
export const GET: RequestHandler = async ({ locals, params, url, cookies }) => {
	const next = internalPath(url.searchParams.get('next'), `/${params.lang}/me`);
	const outcome = await goToProvider(locals.ctx, { provider: params.provider, next });
	if (!outcome.ok) redirect(303, `/${params.lang}/sign-in?told=${outcome.reason}`);
	handOn(cookies, ...outcome.value.cookies);
	// it leads to the provider that the operator named
	redirect(303, outcome.value.address, { external: true });
};
