import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/cohorts';
import { t as people } from '#messages/people';
import { deviceOf } from '#domain/people';
import { acceptInvitation, invitationOf, joinByInvitation, joinInvitedForm } from '#domain/teacher-education';
import { once } from '#platform/forms';
import { networkOf, refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import { z } from 'zod';
import { handOn } from '../../hand-on.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	invitation: await invitationOf(locals.ctx, params.token),
});

/** Each has its words with the part it comes from. */
const ofCohorts = ['link-over', 'stated-before', 'has-account'] as const;
type OfCohorts = (typeof ofCohorts)[number];

export const actions = {
	join: async ({ request, locals, params, cookies }) => {
		const form = await readForm(request, 'join-cohort', joinInvitedForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { headers } = request;
		const { token } = params;
		const input = { ...form.input, token, network: networkOf(locals.client), device: deviceOf(headers) };
		const outcome = await joinByInvitation(locals.ctx, input).catch(refusedTooOften);
		if (!outcome.ok) {
			const { reason, field } = outcome;
			const isOurs = (one: string): one is OfCohorts => ofCohorts.some((each) => each === one);
			const text = isOurs(reason) ? t(`cohorts.refusal.${reason}`) : people(`people.refusal.${reason}`);
			return fail(409, { reply: form.refusal(text, field) });
		}
		handOn(cookies, ...outcome.value.cookies);
		redirect(303, `/${params.lang}/me?welcome`);
	},
	accept: async ({ request, locals, params }) => {
		const form = await readForm(request, 'accept-cohort', z.object({}));
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			acceptInvitation(ctx, { token: params.token }),
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`cohorts.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/me`);
	},
} satisfies Actions;
