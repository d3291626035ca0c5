import { fail, redirect } from '@sveltejs/kit';
import { foundFromKit, withdrawKit } from '#domain/twinspaces/kits';
import { t } from '#messages/projects';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { id } from '#shared/form-fields';
import { z } from 'zod';
import { kitsInWords } from './kit-in-words.ts';
import type { Actions, PageServerLoad } from './$types';

const kitForm = z.object({ kit: id() });

export const load: PageServerLoad = async ({ locals, url }) => ({
	kits: await kitsInWords(locals.ctx),
	told: url.searchParams.get('told'),
});

export const actions = {
	found: async ({ request, locals, params }) => {
		const form = await readForm(request, 'found-from-kit', kitForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => foundFromKit(ctx, form.input));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`projects.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/projects/${outcome.value.address}/plan`);
	},
	withdraw: async ({ request, locals, params }) => {
		const form = await readForm(request, 'withdraw-kit', kitForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		await once(locals.ctx, form.sent, (ctx) => withdrawKit(ctx, form.input));
		redirect(303, `/${params.lang}/projects/kits?told=withdrawn`);
	},
} satisfies Actions;
