import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { answerLink, linkBehind } from '#domain/partner-finding';
import { countryLabel, footnotesOf } from '#domain/places';
import { t } from '#messages/partners';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { ctx } = locals;
	const { founder, ...link } = await linkBehind(ctx, params.token);
	const { school } = founder;
	const country = school ? await countryLabel(ctx, school.country) : undefined;
	const next = encodeURIComponent(url.pathname);
	return {
		...link,
		founder: {
			name: founder.name,
			place: school && t('partners.hit.place', { school: school.name, town: school.town }),
		},
		country,
		footnotes: footnotesOf(country ? [country] : []),
		mayAnswer: ctx.actor.kind === 'teacher' || ctx.actor.kind === 'member',
		pending: ctx.actor.kind === 'member',
		visiting: ctx.actor.kind === 'visitor',
		signIn: `/${locals.locale}/sign-in?next=${next}`,
		join: `/${locals.locale}/join?next=${next}`,
	};
};

export const actions = {
	answer: async ({ request, locals, params, url }) => {
		const form = await readForm(request, 'answer-link', z.object({}));
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => answerLink(ctx, params.token));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`partners.link.refusal.${outcome.reason}`)) });
		redirect(303, url.pathname);
	},
} satisfies Actions;
