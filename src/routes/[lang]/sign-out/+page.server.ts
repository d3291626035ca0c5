import { redirect } from '@sveltejs/kit';
import { signOut } from '#domain/people';
import { readForm } from '#platform/sent-form';
import { z } from 'zod';
import { handOn } from '../hand-on.ts';
import type { Actions } from './$types';

export const actions = {
	default: async ({ request, locals, params, cookies, setHeaders }) => {
		await readForm(request, 'sign-out', z.object({}));
		const { cookies: ended } = await signOut(locals.ctx);
		handOn(cookies, ...ended);
		// nothing a page kept in this browser outlives the session
		setHeaders({ 'clear-site-data': '"cookies", "storage"' });
		redirect(303, `/${params.lang}/sign-in?told=signed-out`);
	},
} satisfies Actions;
