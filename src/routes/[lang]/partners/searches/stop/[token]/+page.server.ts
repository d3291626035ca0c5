import { redirect } from '@sveltejs/kit';
import { searchBehind, stopByLink } from '#domain/partner-finding';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { name, stopped } = await searchBehind(locals.ctx, params.token);
	return { name, stopped };
};

export const actions = {
	default: async ({ locals, params, url }) => {
		await stopByLink(locals.ctx, params.token);
		redirect(303, url.pathname);
	},
} satisfies Actions;
