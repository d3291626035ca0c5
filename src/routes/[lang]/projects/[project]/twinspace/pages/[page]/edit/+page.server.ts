import { fail, redirect } from '@sveltejs/kit';
import { demandRight } from '#domain/spaces';
import { editPageForm, pageFor, problemsOf, savePage, takeStep } from '#domain/spaces/pages';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/spaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { enterTwinSpace } from '../../../enter.ts';
import { languageChoices } from '../../../../../../choices.ts';
import { asSaved, asSent, asTyped, problemsInWords } from './edited.ts';
import { withNewPicture } from './new-picture.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx, locale } = event.locals;
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const page = await pageFor(ctx, twinSpace.space, event.params.page);
	demandRight(ctx, twinSpace.space, 'pages.write', page);
	return {
		frame,
		here: `${home}/pages/${page.id}`,
		pageTitle: page.title,
		saved: await withNewPicture(ctx, page.id, asSaved(page), event.url.searchParams.get('picture')),
		languages: languageChoices(locale),
	};
};

export const actions = {
	step: async ({ request }) => {
		const form = await readForm(request, 'edit-page', editPageForm);
		if (!form.ok) return fail(400, { reply: form.reply, edited: asTyped(form.reply.values) });
		const edited = asSent(form.input);
		return { reply: undefined, edited: { ...edited, ...takeStep(edited.blocks, form.input.step) } };
	},
	save: async ({ request, locals, params, url }) => {
		const form = await readForm(request, 'edit-page', editPageForm);
		if (!form.ok) return fail(400, { reply: form.reply, edited: asTyped(form.reply.values) });
		const edited = asSent(form.input);
		const problems = problemsInWords(edited, problemsOf(edited.blocks));
		if (problems) return fail(400, { reply: { form: 'edit-page', ...problems }, edited });
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const { title, language: locale, basedOn, blocks } = edited;
		const input = { space: space.id, page: params.page, title, locale, basedOn, blocks };
		const outcome = await once(locals.ctx, form.sent, (ctx) => savePage(ctx, input));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`spaces.refusal.${outcome.reason}`)), edited });
		if (!outcome.value.saved) {
			const { savedBy, version, ...both } = outcome.value;
			const message = t('spaces.edit.meanwhile', { name: savedBy ?? t('spaces.member.gone') });
			return fail(409, { reply: form.refusal(message), edited: { ...edited, ...both, basedOn: version } });
		}
		const here = `/${params.lang}/projects/${project.address}/twinspace/pages/${params.page}`;
		redirect(303, url.searchParams.get('then') === 'picture' ? `${here}/picture` : `${here}?told=saved`);
	},
} satisfies Actions;
