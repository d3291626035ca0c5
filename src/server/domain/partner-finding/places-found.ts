/** Where that is what a search found: how many in each country, and in one country at which schools. */
import { schoolPoints, type SchoolCard } from '#domain/schools';
import type { Context } from '#platform/context';
import type { Point } from '#shared/map';
import type { PartnerHit, PartnerPage } from './partner-search.ts';
import type { PartnerQuery } from './query.ts';
import { searchPartners } from './search-partners.ts';

export type PlacesFound = {
	readonly page: PartnerPage;
	/** Of the one country that is chosen; undefined where none or several are. */
	readonly schools:
		| readonly { readonly card: SchoolCard; readonly found: number; readonly point: Point | undefined }[]
		| undefined;
	/** How many things the schools were counted from: of more, the first ones. */
	readonly looked: number;
};

/** So many pages are looked at for the map of a country. */
const mostPages = 15;

/** Shows nothing that the search does not show: the same counts, and the schools of the same hits. */
export async function placesFound(ctx: Context, query: PartnerQuery): Promise<PlacesFound> {
	const { after: _, ...first } = query;
	let page = await searchPartners(ctx, first);
	const [country, another] = query.chosen.country;
	if (country === undefined || another !== undefined) return { page, schools: undefined, looked: 0 };
	const whole = page;
	const hits = [...page.hits];
	for (let pages = 1; page.next && pages < mostPages; pages++) {
		page = await searchPartners(ctx, { ...first, after: page.next });
		hits.push(...page.hits);
	}
	const found = new Map<string, { card: SchoolCard; found: number }>();
	for (const card of hits.flatMap((hit) => schoolsOf(hit, country))) {
		const before = found.get(card.id);
		found.set(card.id, { card, found: (before?.found ?? 0) + 1 });
	}
	const points = await schoolPoints(ctx, [...found.keys()]);
	const schools = [...found.values()].map((each) => ({ ...each, point: points.get(each.card.id) }));
	return { page: whole, schools, looked: hits.length };
}

/** The schools of a hit in that country, each once. */
function schoolsOf(hit: PartnerHit, country: string): SchoolCard[] {
	const cards =
		hit.kind === 'school'
			? [hit.card]
			: hit.kind === 'project'
				? hit.card.schools.map((school) => ({ ...school, country: school.country.code }))
				: hit.card.school
					? [hit.card.school]
					: [];
	return cards.filter((card) => card.country === country);
}
