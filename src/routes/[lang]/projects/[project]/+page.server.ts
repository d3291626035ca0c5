import { redirect } from '@sveltejs/kit';
import { projectFor } from '#domain/projects';
import { labelsOfProject } from '#domain/recognition';
import { publishedPagesOf } from '#domain/twinspaces';
import { formatPlace } from '#shared/format';
import { projectIn } from './address.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const project = await projectFor(locals.ctx, projectIn(params));
	// the title may have changed since the address was noted
	if (params.project !== project.address) redirect(307, `/${params.lang}/projects/${project.address}`);
	const schools = project.schools.map((school) => ({
		...school,
		place: formatPlace([school.town, school.country.name], locals.locale),
	}));
	const labels = await labelsOfProject(locals.ctx, project.id);
	const published = await publishedPagesOf(locals.ctx, project.id);
	return {
		project: { ...project, schools },
		labels,
		/** Who takes part can apply, and sees how it stands. */
		label: project.mine && project.openedOn !== undefined,
		countries: schools.map((school) => school.country.code),
		published: published.map(({ path, title, locale }) => ({
			href: `/${params.lang}${path}`,
			title,
			lang: locale,
		})),
	};
};
