import { mayInSpace, readersFor } from '#domain/spaces';
import { binPage, makeDraft, pageAsHtml, pageFor, sharePage } from '#domain/spaces/pages';
import { publicationsFor } from '#domain/twinspaces';
import { enterTwinSpace } from '../../enter.ts';
import { aroundFor } from '../around.ts';
import { pageInWords } from '../pages-in-words.ts';
import { pageDeed } from './page-deed.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const { space } = twinSpace;
	const page = await pageFor(ctx, space, event.params.page);
	const published = (await publicationsFor(ctx, space, [page.id])).get(page.id);
	return {
		frame,
		home,
		page: pageInWords(page, published !== undefined, ctx),
		html: pageAsHtml(page, await aroundFor(event.locals, space, page.content)),
		readers: await readersFor(ctx, space),
		isEmpty: page.content.content.length === 0,
		isBinned: page.binnedAt !== null,
		newerThanPublic: published !== undefined && published.version < page.version,
		may: {
			write: mayInSpace(space, 'pages.write', page),
			publish: mayInSpace(space, 'pages.publish', page),
			bin: mayInSpace(space, 'pages.bin', page),
		},
		told: event.url.searchParams.get('told'),
	};
};

export const actions = {
	share: (event) => pageDeed(event, 'share-page', sharePage),
	draft: (event) => pageDeed(event, 'make-draft', makeDraft),
	bin: (event) => pageDeed(event, 'bin-page', binPage, toPages(event)),
} satisfies Actions;

function toPages({ params }: RequestEvent) {
	return (address: string) => `/${params.lang}/projects/${address}/twinspace/pages?told=binned`;
}
