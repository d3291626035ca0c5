import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { noPupilCookie, signOutPupil } from '#domain/pupils';
import { readForm } from '#platform/sent-form';
import { handOn } from '../../hand-on.ts';
import type { Actions } from './$types';

export const actions = {
	default: async ({ request, locals, params, cookies, setHeaders }) => {
		const { headers } = request;
		await readForm(request, 'leave', z.object({}));
		await signOutPupil(locals.ctx, headers);
		handOn(cookies, noPupilCookie());
		// nothing a page kept on a shared tablet outlives the session
		setHeaders({ 'clear-site-data': '"cookies", "storage"' });
		redirect(303, `/${params.lang}/pupil?told=left`);
	},
} satisfies Actions;
