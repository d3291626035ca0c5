import { demandOwnTeacher, demandRight } from '#domain/spaces';
import { pageAsHtml, pageFor } from '#domain/spaces/pages';
import { aroundFor } from '../../../../../../projects/[project]/twinspace/pages/around.ts';
import { materialChoices } from '../../../../../../projects/[project]/twinspace/pages/material-choices.ts';
import { enterAsPupil } from '../../../enter.ts';
import type { PageServerLoad } from './$types';

/** For pupils who help the teachers. */
export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterAsPupil(event);
	const { space } = twinSpace;
	const page = await pageFor(ctx, space, event.params.page);
	demandRight(ctx, space, 'pages.write', page);
	await demandOwnTeacher(ctx, space);
	const here = `${home}/pages/${page.id}`;
	return {
		frame,
		here,
		page: {
			id: page.id,
			title: page.title,
			lang: page.locale,
			html: pageAsHtml(page, await aroundFor(event.locals, twinSpace.space, page.content, `${here}/links`)),
		},
		materials: await materialChoices(ctx, space),
		me: space.me.id,
	};
};
