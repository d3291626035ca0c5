import { hasOwnTeacher, mayInSpace } from '#domain/spaces';
import { binPage, makeDraft, pageAsHtml, pageFor, pagesFor, sharePage } from '#domain/spaces/pages';
import { aroundFor } from '../../../../../projects/[project]/twinspace/pages/around.ts';
import { pageDeed } from '../../../../../projects/[project]/twinspace/pages/[page]/page-deed.ts';
import { pageInWords } from '../../../../../projects/[project]/twinspace/pages/pages-in-words.ts';
import { enterAsPupil, homeOf } from '../../enter.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterAsPupil(event);
	const page = await pageFor(ctx, twinSpace.space, event.params.page);
	const pages = await pagesFor(ctx, twinSpace.space);
	const here = `${home}/pages/${page.id}`;
	return {
		frame,
		all: `${home}/pages`,
		page: pageInWords(page, false, ctx),
		html: pageAsHtml(page, await aroundFor(event.locals, twinSpace.space, page.content, `${here}/links`)),
		isEmpty: page.content.content.length === 0,
		isBinned: page.binnedAt !== null,
		here,
		below: pages
			.filter(({ parent }) => parent === page.id)
			.map(({ id, title, locale }) => ({ href: `${home}/pages/${id}`, title, lang: locale })),
		may: {
			write: mayInSpace(twinSpace.space, 'pages.write', page) && (await hasOwnTeacher(ctx, twinSpace.space)),
			bin: mayInSpace(twinSpace.space, 'pages.bin', page),
		},
	};
};

/** For pupils who help the teachers. */
export const actions = {
	share: (event) => pageDeed(event, 'share-page', sharePage, toPage(event)),
	draft: (event) => pageDeed(event, 'make-draft', makeDraft, toPage(event)),
	bin: (event) => pageDeed(event, 'bin-page', binPage, toPages(event)),
} satisfies Actions;

function toPages({ params }: RequestEvent) {
	return (address: string) => `${homeOf(params.lang, address)}/pages`;
}

function toPage(event: RequestEvent) {
	return (address: string) => `${toPages(event)(address)}/${event.params.page}`;
}
