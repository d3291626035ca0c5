import { pageFor, versionAsHtml } from '#domain/spaces/pages';
import { pageInWords } from '../../../../../projects/[project]/twinspace/pages/pages-in-words.ts';
import { enterAsPupil } from '../../enter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterAsPupil(event);
	const page = await pageFor(ctx, twinSpace.space, event.params.page);
	const here = `${home}/pages/${page.id}`;
	return {
		frame,
		all: `${home}/pages`,
		page: pageInWords(page, false, ctx),
		html: versionAsHtml(page.id, page.version, page.content, `${here}/links`),
		isEmpty: page.content.content.length === 0,
	};
};
