import { hasOwnTeacher, mayInSpace } from '#domain/spaces';
import { pagesFor, picturesFor } from '#domain/spaces/pages';
import { enterAsPupil } from '../enter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterAsPupil(event);
	const { space, countries } = twinSpace;
	const pages = await pagesFor(ctx, space);
	const pictures = await picturesFor(ctx, space, pages);
	return {
		frame,
		home,
		mayMake: mayInSpace(space, 'pages.make') && (await hasOwnTeacher(ctx, space)),
		pages: pages.map((page) => ({
			id: page.id,
			href: `${home}/pages/${page.id}`,
			title: page.title,
			lang: page.locale,
			isDraft: page.sharedAt === null,
			picture: pictures.get(page.id),
			weave: { id: page.id, countries },
		})),
	};
};
