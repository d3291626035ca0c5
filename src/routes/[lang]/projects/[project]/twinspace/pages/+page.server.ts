import { fail, redirect } from '@sveltejs/kit';
import { mostLevels, movePage, movePageForm, pagesFor, type ListedPage } from '#domain/spaces/pages';
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
		pages: pages.map((page) => ({
			...pageInWords(page, published.has(page.id), ctx),
			parent: page.parent,
			ways: waysOf(page, pages),
		})),
		mayMake: rights.has('pages.make'),
		mayOrder: rights.has('pages.order') && pages.length > 1,
		mayBin: rights.has('pages.bin'),
		told: event.url.searchParams.get('told'),
	};
};

/** Where the page can be moved to by one step. */
function waysOf({ id, parent, level }: ListedPage, pages: readonly ListedPage[]) {
	const siblings = pages.filter((page) => page.parent === parent);
	const place = siblings.findIndex((page) => page.id === id);
	return {
		up: place > 0,
		down: place < siblings.length - 1,
		in: place > 0 && level < mostLevels - 1,
		out: parent !== null,
	};
}

export const actions = {
	move: async ({ request, locals, params }) => {
		const form = await readForm(request, 'move-page', movePageForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		await once(locals.ctx, form.sent, (ctx) => movePage(ctx, { space: space.id, ...form.input }));
		redirect(303, `/${params.lang}/projects/${project.address}/twinspace/pages#page-${form.input.page}`);
	},
} satisfies Actions;
