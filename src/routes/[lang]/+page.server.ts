import { footnotesOf } from '#domain/places';
import { livingProjects, projectCounts } from '#domain/projects';
import type { PageServerLoad } from './$types';

const shown = 6;
/** Ten seconds old at most, an hour when the database is away; see scripts/serve/kept-pages.ts. */
const sameForEverybody = { 'x-opentwinning-keep': '10, 3600' };

/** What a visitor sees first: how much goes on, and the newest of it. */
export const load: PageServerLoad = async ({ locals, setHeaders }) => {
	if (locals.ctx.actor.kind === 'visitor') setHeaders(sameForEverybody);
	const projects = await livingProjects(locals.ctx, shown);
	return {
		counts: await projectCounts(locals.ctx),
		projects: projects.map((project) => ({
			...project,
			countries: project.schools.map((school) => school.country.code),
		})),
		footnotes: footnotesOf(projects.flatMap((project) => project.schools.map((school) => school.country))),
	};
};
