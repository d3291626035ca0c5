import { fail, redirect } from '@sveltejs/kit';
import { postBehind, renewByLink, usualRun } from '#domain/partner-finding';
import { t } from '#messages/partners';
import { formatDate } from '#shared/format';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { title, locale, renewable, until } = await postBehind(locals.ctx, params.token);
	return {
		post: { title, lang: locale },
		days: usualRun,
		renewable,
		until: formatDate(until, locals.locale, 'UTC'),
	};
};

export const actions = {
	default: async ({ locals, params, url }) => {
		const outcome = await renewByLink(locals.ctx, params.token);
		if (!outcome.ok) return fail(409, { message: t(`partners.refusal.${outcome.reason}`) });
		redirect(303, url.pathname);
	},
} satisfies Actions;
