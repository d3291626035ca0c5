import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { exportMyself } from '#domain/privacy';
import { readForm } from '#platform/sent-form';
import type { RequestHandler } from './$types';

/** All that is kept of me, as a file that other programs can read. */
export const POST: RequestHandler = async ({ request, locals, params }) => {
	await readForm(request, 'export', z.object({}));
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
