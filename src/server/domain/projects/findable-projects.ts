/** Projects as the search finds them: open and closed ones, which are public. */
import type { Findable, FindableKind } from '#platform/findable';
import { findableProjectRows, openedPage } from './cards.sql.ts';

export const findableProjects: FindableKind = {
	kind: 'project',
	of: 'project',
	read: async (ctx, projects) => (await findableProjectRows(ctx, projects)).map(findableOf),
	owners: openedPage,
};

function findableOf(project: Awaited<ReturnType<typeof findableProjectRows>>[number]): Findable {
	const schools = project.partners.flatMap(({ school }) => school ?? []);
	const each = <T>(values: readonly T[]) => [...new Set(values)];
	return {
		id: project.id,
		owner: project.id,
		schools,
		values: {
			language: project.languages,
			subject: project.subjects,
			level: each(project.members.flatMap(({ levels }) => levels ?? [])),
		},
		agesFrom: project.ages_from,
		agesTo: project.ages_to,
		title: project.title,
		words: project.summary,
		locale: project.locale,
		texts: {
			title: [project.title],
			place: schools.flatMap(({ name, town }) => [name, town]),
			text: [project.summary],
		},
		changedAt: project.opened_at,
	};
}
