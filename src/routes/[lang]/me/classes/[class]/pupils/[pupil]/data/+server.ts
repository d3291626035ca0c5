import { z } from 'zod';
import { exportPupil } from '#domain/pupils';
import { readForm } from '#platform/sent-form';
import type { RequestHandler } from './$types';

/** All that is kept of one pupil, as a file for the family that asked. */
export const POST: RequestHandler = async ({ request, locals, params }) => {
	await readForm(request, 'pupil-data', z.object({}));
	const { value } = await exportPupil(locals.ctx, { class: params.class, pupil: params.pupil });
	return new Response(JSON.stringify(value, undefined, '\t'), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="pupil.json"',
			'cache-control': 'private, no-store',
		},
	});
};
