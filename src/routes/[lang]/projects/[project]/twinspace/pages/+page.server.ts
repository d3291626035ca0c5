import { fail, redirect } from '@sveltejs/kit';
import { movePage, movePageForm, pagesFor } from '#domain/spaces/pages';
import { publicationsFor, twinSpaceFor } from '#domain/twinspaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { enterTwinSpace } from '../enter.ts';
import { pageInWords } from './pages-in-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home, rights } = await enterTwinSpace(event);
	const pages = await pagesFor(ctx, twinSpace.space);
	const published = await publicationsFor(
		ctx,
		twinSpace.space,
		pages.map((page) => page.id),
	);
	return {
		frame,
		home,
		pages: pages.map((page) => pageInWords(page, published.has(page.id), ctx)),
		mayMake: rights.has('pages.make'),
		mayOrder: rights.has('pages.order') && pages.length > 1,
		mayBin: rights.has('pages.bin'),
		told: event.url.searchParams.get('told'),
	};
};

export const actions = {
	move: async ({ request, locals, params }) => {
		const form = await readForm(request, 'move-page', movePageForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		await once(locals.ctx, form.sent, (ctx) => movePage(ctx, { space: space.id, ...form.input }));
		redirect(303, `/${params.lang}/projects/${project.address}/twinspace/pages#page-${form.input.page}`);
	},
} satisfies Actions;
