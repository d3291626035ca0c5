import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/projects';
import { foundForm, foundingFor, foundProject } from '#domain/projects';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const kinds = await foundingFor(locals.ctx);
	return {
		kinds: kinds.map((value) => ({
			value,
			label: t(`projects.kind.${value}`),
			note: t(`projects.kind-note.${value}`),
		})),
	};
};

export const actions = {
	found: async ({ request, locals, params }) => {
		const form = await readForm(request, 'found-project', foundForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => foundProject(ctx, form.input));
		if (!outcome.ok) {
			return fail(409, { reply: form.refusal(t(`projects.refusal.${outcome.reason}`), outcome.field) });
		}
		redirect(303, `/${params.lang}/projects/${outcome.value.address}/plan`);
	},
} satisfies Actions;
