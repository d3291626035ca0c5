import { fail, redirect } from '@sveltejs/kit';
import { mayInSpace, readersFor } from '#domain/spaces';
import {
	binPage,
	makeDraft,
	pageAsHtml,
	pageFor,
	pagesFor,
	placePage,
	placePageForm,
	sharePage,
	type ListedPage,
} from '#domain/spaces/pages';
import { publicationsFor, twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/spaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { enterTwinSpace } from '../../enter.ts';
import { aroundFor } from '../around.ts';
import { pageInWords, placesIn } from '../pages-in-words.ts';
import { addressOfPage, pageDeed } from './page-deed.ts';
import { unguardedOn } from './pictures-of-page.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const { space } = twinSpace;
	const page = await pageFor(ctx, space, event.params.page);
	const pages = await pagesFor(ctx, space);
	const published = (await publicationsFor(ctx, space, [page.id])).get(page.id);
	return {
		frame,
		home,
		page: pageInWords(page, published !== undefined, ctx),
		html: pageAsHtml(page, await aroundFor(event.locals, space, page.content)),
		trail: trailTo(page.id, pages).map(({ id, title, locale }) => ({
			href: `${home}/pages/${id}`,
			label: title,
			lang: locale,
		})),
		below: pages
			.filter(({ parent }) => parent === page.id)
			.map(({ id, title, locale }) => ({ id, title, lang: locale })),
		places: placesIn(pages, page.id),
		under: pages.find(({ id }) => id === page.id)?.parent ?? null,
		readers: await readersFor(ctx, space),
		isEmpty: page.content.content.length === 0,
		isBinned: page.binnedAt !== null,
		newerThanPublic: published !== undefined && published.version < page.version,
		unguarded: mayInSpace(space, 'materials.moderate-pupils')
			? await unguardedOn(ctx, space, page.content)
			: 0,
		may: {
			write: mayInSpace(space, 'pages.write', page),
			publish: mayInSpace(space, 'pages.publish', page),
			bin: mayInSpace(space, 'pages.bin', page),
			order: mayInSpace(space, 'pages.order') && page.binnedAt === null,
			make: mayInSpace(space, 'pages.make') && page.binnedAt === null,
		},
		told: event.url.searchParams.get('told'),
	};
};

/** The pages above one, from the top. */
function trailTo(id: string, pages: readonly ListedPage[]): ListedPage[] {
	const above = pages.find((page) => page.id === pages.find((each) => each.id === id)?.parent);
	return above ? [...trailTo(above.id, pages), above] : [];
}

export const actions = {
	place: async ({ request, locals, params }) => {
		const form = await readForm(request, 'place-page', placePageForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const at = { space: space.id, page: params.page };
		const under = form.input.under === '' ? null : form.input.under;
		const outcome = await once(locals.ctx, form.sent, (ctx) => placePage(ctx, { ...at, under }));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`spaces.refusal.${outcome.reason}`)) });
		redirect(303, addressOfPage(params, project.address));
	},
	share: (event) => pageDeed(event, 'share-page', sharePage),
	draft: (event) => pageDeed(event, 'make-draft', makeDraft),
	bin: (event) => pageDeed(event, 'bin-page', binPage, toPages(event)),
} satisfies Actions;

function toPages({ params }: RequestEvent) {
	return (address: string) => `/${params.lang}/projects/${address}/twinspace/pages?told=binned`;
}
