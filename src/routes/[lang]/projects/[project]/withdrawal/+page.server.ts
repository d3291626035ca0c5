import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/projects';
import { projectFor, withdrawProject } from '#domain/projects';
import { Forbidden } from '#platform/errors';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { z } from 'zod';
import { projectIn } from '../address.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const project = await projectFor(locals.ctx, projectIn(params));
	if (!project.abilities.withdraw) throw new Forbidden('projects.withdraw');
	const { address, title, lang, state } = project;
	return { project: { address, title, lang, state } };
};

export const actions = {
	default: async ({ request, locals, params }) => {
		const form = await readForm(request, 'withdraw-project', z.object({}));
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			withdrawProject(ctx, { project: projectIn(params) }),
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`projects.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/me/projects`);
	},
} satisfies Actions;
