import { t } from '#messages/partners';
import { ownPosts, usualRun } from '#domain/partner-finding';
import { timeZoneOf } from '#domain/places';
import { ownCountry } from '#domain/people';
import { formatDate } from '#shared/format';
import { closeAction, renewAction } from './post-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { ctx, locale } = locals;
	const posts = await ownPosts(ctx);
	const zone = await timeZoneOf(ctx, await ownCountry(ctx));
	return {
		days: usualRun,
		posts: posts.map(({ post, state }) => ({
			id: post.id,
			title: post.title,
			lang: post.locale,
			what: t(`partners.hit.${post.kind}`),
			state,
			ends: formatDate(post.expiresAt, locale, zone),
		})),
	};
};

export const actions = {
	renew: renewAction,
	close: closeAction,
} satisfies Actions;
