import { fail, redirect } from '@sveltejs/kit';
import { demandRight, readersFor } from '#domain/spaces';
import { makePage, makePageForm, mostLevels, pagesFor } from '#domain/spaces/pages';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/spaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { enterTwinSpace } from '../../enter.ts';
import { languageChoices } from '../../../../../choices.ts';
import { placesIn } from '../pages-in-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const { ctx, locale } = event.locals;
	demandRight(ctx, twinSpace.space, 'pages.make');
	const readers = await readersFor(ctx, twinSpace.space);
	const pages = await pagesFor(ctx, twinSpace.space);
	return {
		frame,
		home,
		readers,
		languages: languageChoices(locale),
		places: placesIn(pages.filter(({ level }) => level < mostLevels - 1)),
		under: event.url.searchParams.get('under'),
	};
};

export const actions = {
	make: async ({ request, locals, params }) => {
		const form = await readForm(request, 'make-page', makePageForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { title, language: locale, under } = form.input;
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			makePage(ctx, { space: space.id, title, locale, under: under === '' ? null : under }),
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`spaces.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/projects/${project.address}/twinspace/pages/${outcome.value.page}/edit`);
	},
} satisfies Actions;
