import { redirect } from '@sveltejs/kit';
import { twinSpacesFor } from '#domain/twinspaces';
import { classEnd } from '../class-end.ts';
import { homeOf } from '../spaces/[project]/enter.ts';
import type { PageServerLoad } from './$types';

/** The TwinSpaces of the pupil; the only one opens by itself. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const twinSpaces = await twinSpacesFor(locals.ctx);
	const [only, ...others] = twinSpaces;
	if (only && others.length === 0) redirect(303, homeOf(params.lang, only.project.address));
	return {
		ending: await classEnd(locals),
		twinSpaces: twinSpaces.map(({ space, project, countries }) => ({
			id: project.id,
			href: homeOf(params.lang, project.address),
			title: space.name,
			lang: space.locale,
			countries,
		})),
	};
};
