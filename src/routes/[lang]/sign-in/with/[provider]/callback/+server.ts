import { redirect } from '@sveltejs/kit';
import { comeBackFromProvider, deviceOf } from '#domain/people';
import { noPupilCookie } from '#domain/pupils';
import { networkOf, refusedTooOften } from '#platform/limits';
import { handOn } from '../../../../hand-on.ts';
import type { RequestHandler } from './$types';

/** The only page that signs in by being opened: what the browser remembers and what the provider says must agree. */
export const GET: RequestHandler = async ({ locals, params, url, cookies, request }) => {
	const { headers } = request;
	const outcome = await comeBackFromProvider(locals.ctx, {
		provider: params.provider,
		search: url.search,
		headers,
		network: networkOf(locals.client),
		device: deviceOf(headers),
	}).catch(refusedTooOften);
	if (!outcome.ok) redirect(303, `/${params.lang}/sign-in?told=${outcome.reason}`);
	const { as, next } = outcome.value;
	handOn(cookies, ...outcome.value.cookies, ...(as === 'in' ? [noPupilCookie()] : []));
	if (as === 'halfway') redirect(303, `/${params.lang}/sign-in/code?next=${encodeURIComponent(next)}`);
	if (as === 'new') redirect(303, `/${params.lang}/sign-in/with/${params.provider}/welcome`);
	redirect(303, next);
};
