/** Schools as the search finds them: those everybody may see and that have not closed. */
import type { Findable, FindableKind } from '#platform/findable';
import { findableSchoolRows, schoolPage } from './schools.sql.ts';

export const findableSchools: FindableKind = {
	kind: 'school',
	of: 'school',
	read: async (ctx, schools) => (await findableSchoolRows(ctx, schools)).map(findableOf),
	owners: schoolPage,
};

function findableOf(school: Awaited<ReturnType<typeof findableSchoolRows>>[number]): Findable {
	return {
		id: school.id,
		owner: school.id,
		schools: [school],
		values: {
			language: school.language === null ? [] : [school.language],
			level: school.levels,
		},
		agesFrom: null,
		agesTo: null,
		title: school.name,
		words: '',
		locale: school.language,
		texts: { title: [school.name], place: [school.town, school.region ?? ''], text: [] },
		changedAt: school.made_at,
	};
}
