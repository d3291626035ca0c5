import { fail, redirect } from '@sveltejs/kit';
import { demandOwnTeacher, demandRight, readersFor } from '#domain/spaces';
import { makePage, makePageForm } from '#domain/spaces/pages';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/spaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { languageChoices } from '../../../../../choices.ts';
import { enterAsPupil, homeOf } from '../../enter.ts';
import type { Actions, PageServerLoad } from './$types';

/** For pupils who help the teachers. */
export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home } = await enterAsPupil(event);
	const { ctx, locale } = event.locals;
	demandRight(ctx, twinSpace.space, 'pages.make');
	await demandOwnTeacher(ctx, twinSpace.space);
	const readers = await readersFor(ctx, twinSpace.space);
	return { frame, home, readers, languages: languageChoices(locale) };
};

export const actions = {
	make: async ({ request, locals, params }) => {
		const form = await readForm(request, 'make-page', makePageForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { title, language: locale } = form.input;
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			makePage(ctx, { space: space.id, title, locale }),
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`spaces.refusal.${outcome.reason}`)) });
		redirect(303, `${homeOf(params.lang, project.address)}/pages/${outcome.value.page}/edit`);
	},
} satisfies Actions;
