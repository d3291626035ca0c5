import { redirect } from '@sveltejs/kit';
import { exportMyself } from '#domain/privacy';
import type { RequestHandler } from './$types';

/** All that is kept of me, as a file that other programs can read. */
export const POST: RequestHandler = async ({ locals, params }) => {
	const outcome = await exportMyself(locals.ctx);
	if (!outcome.ok) redirect(303, `/${params.lang}/me/privacy`);
	return new Response(JSON.stringify(outcome.value, undefined, '\t'), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="my-data.json"',
			'cache-control': 'private, no-store',
		},
	});
};
