import { twinSpacesFor } from '#domain/twinspaces';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const twinSpaces = await twinSpacesFor(locals.ctx);
	return {
		twinSpaces: twinSpaces.map(({ space, project, countries }) => ({
			id: project.id,
			href: `/${locals.locale}/pupil/spaces/${project.address}`,
			title: space.name,
			lang: space.locale,
			countries,
		})),
	};
};
