import { redirect } from '@sveltejs/kit';
import { muteByLink, mutingBy } from '#domain/notices';
import { t } from '#messages/notices';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url }) => {
	const { what } = mutingBy(params.token);
	return {
		what: what === 'digest' ? t('notices.mute.digests') : t(`notices.topic.${what}`),
		muted: url.searchParams.has('muted'),
	};
};

/** From the page, or from a mail program that posts by itself (RFC 8058): the link alone decides. */
export const actions = {
	default: async ({ locals, params, url }) => {
		await muteByLink(locals.ctx, params.token);
		redirect(303, `${url.pathname}?muted`);
	},
} satisfies Actions;
