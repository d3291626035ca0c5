import { fail, redirect } from '@sveltejs/kit';
import { changeSpace, demandRight, spaceForm } from '#domain/spaces';
import { twinSpaceFor } from '#domain/twinspaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { enterTwinSpace } from '../enter.ts';
import { languageChoices } from '../../../../choices.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx, locale } = event.locals;
	const { twinSpace, frame } = await enterTwinSpace(event);
	const { space } = twinSpace;
	demandRight(ctx, space, 'space.change');
	const { name, description, locale: language } = space;
	return {
		frame,
		name,
		description,
		language,
		languages: languageChoices(locale),
		told: event.url.searchParams.get('told'),
	};
};

export const actions = {
	change: async ({ request, locals, params }) => {
		const form = await readForm(request, 'change-space', spaceForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const { name, description, language: locale } = form.input;
		await once(locals.ctx, form.sent, (ctx) => changeSpace(ctx, space.id, { name, description, locale }));
		redirect(303, `/${params.lang}/projects/${project.address}/twinspace/settings?told=saved`);
	},
} satisfies Actions;
