import { footnotesOf } from '#domain/places';
import { livingProjects, projectCounts } from '#domain/projects';
import type { PageServerLoad } from './$types';

const shown = 6;

/** What a visitor sees first: how much goes on, and the newest of it. */
export const load: PageServerLoad = async ({ locals }) => {
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
