import { demandRight } from '#domain/spaces';
import { pageAsHtml, pageFor } from '#domain/spaces/pages';
import { enterTwinSpace } from '../../../enter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const { space } = twinSpace;
	const page = await pageFor(ctx, space, event.params.page);
	demandRight(ctx, space, 'pages.write', page);
	return {
		frame,
		here: `${home}/pages/${page.id}`,
		page: { id: page.id, title: page.title, lang: page.locale, html: pageAsHtml(page) },
		me: space.me.id,
	};
};
