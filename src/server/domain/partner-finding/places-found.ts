/** Where that is what a search found: how many in each country, and in one country at which schools. */
import { schoolCards, schoolPoints, type SchoolCard } from '#domain/schools';
import type { Context } from '#platform/context';
import type { Point } from '#shared/map';
import { thingsAtSchools } from './hits.sql.ts';
import type { PartnerPage } from './partner-search.ts';
import type { PartnerQuery } from './query.ts';
import { searchPartners, thingsFound } from './search-partners.ts';

export type PlacesFound = {
	readonly page: PartnerPage;
	/** Of the one country that is chosen; undefined where none or several are. */
	readonly schools:
		| readonly {
				readonly card: SchoolCard;
				/** A project of several schools stands at each of them. */
				readonly things: readonly string[];
				readonly point: Point | undefined;
		  }[]
		| undefined;
	/** How many things the schools were counted from: of more, the first ones. */
	readonly looked: number;
};

/** So many things are counted for the map of a country. */
const mostCounted = 20_000;

/** Shows nothing that the search does not show: the same counts, and the schools of the same hits. */
export async function placesFound(ctx: Context, query: PartnerQuery): Promise<PlacesFound> {
	const { after: _, ...first } = query;
	const page = await searchPartners(ctx, first);
	const [country, another] = query.chosen.country;
	if (country === undefined || another !== undefined) return { page, schools: undefined, looked: 0 };
	const things = (await thingsFound(ctx, first, mostCounted)) ?? [];
	const at = new Map((await thingsAtSchools(ctx, things)).map(({ school, things }) => [school, things]));
	const cards = [...(await schoolCards(ctx, [...at.keys()])).values()];
	const here = cards.filter((card) => card.country === country);
	const points = await schoolPoints(
		ctx,
		here.map(({ id }) => id),
	);
	const schools = here.map((card) => ({
		card,
		things: at.get(card.id) ?? [],
		point: points.get(card.id),
	}));
	return { page, schools, looked: things.length };
}
