import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/projects';
import { answerForm, statusFor, takeBackInvitation } from '#domain/projects';
import { answerQuestion } from '#domain/support';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { z } from 'zod';
import { projectIn } from '../address.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	status: await statusFor(locals.ctx, projectIn(params)),
});

export const actions = {
	answer: async ({ request, locals, url }) => {
		const form = await readForm(request, 'answer-question', answerForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => answerQuestion(ctx, form.input));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`projects.refusal.${outcome.reason}`)) });
		redirect(303, url.pathname);
	},
	'take-back': async ({ request, locals, params, url }) => {
		const form = await readForm(request, 'take-back-invitation', z.object({}));
		if (!form.ok) return fail(400, { reply: form.reply });
		await once(locals.ctx, form.sent, (ctx) => takeBackInvitation(ctx, { project: projectIn(params) }));
		redirect(303, url.pathname.replace(/status$/, 'plan'));
	},
} satisfies Actions;
