import { demandRight } from '#domain/spaces';
import { pageAsHtml, pageFor } from '#domain/spaces/pages';
import { enterTwinSpace } from '../../../enter.ts';
import { aroundFor } from '../../around.ts';
import { materialChoices } from '../../material-choices.ts';
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
		page: {
			id: page.id,
			title: page.title,
			lang: page.locale,
			html: pageAsHtml(page, await aroundFor(event.locals, space, page.content)),
		},
		materials: await materialChoices(ctx, space),
		me: space.me.id,
	};
};
