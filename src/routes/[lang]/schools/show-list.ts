/** The list of schools as its page shows it: under the names of their towns. */

type Listed = { readonly id: string; readonly name: string; readonly town: string; readonly detail: string };

/** In the order they come in; a search is sorted by how well its schools fit, so a town may come twice. */
export function showTowns<School extends Listed>(
	schools: readonly School[],
	href: (town: string) => string,
): { town: string; href: string; schools: School[] }[] {
	const towns: { town: string; href: string; schools: School[] }[] = [];
	for (const school of schools) {
		const last = towns.at(-1);
		if (last?.town === school.town) last.schools.push(school);
		else towns.push({ town: school.town, href: href(school.town), schools: [school] });
	}
	return towns;
}
