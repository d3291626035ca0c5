import { addressOf, queryOf, searchPartners } from '#domain/partner-finding';
import { countryLabels, footnotesOf } from '#domain/places';
import { chosenFilters, filterGroups, hitCards, hrefOf } from './show-search.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const query = queryOf(url.searchParams);
	const page = await searchPartners(ctx, query);
	const reader = { locale, country: await countryLabels(ctx) };
	const groups = filterGroups(page, query, reader);
	const path = `/${locale}/partners`;
	const named = [...Object.keys(page.facets.countries), ...query.countries].map(reader.country);
	return {
		text: query.text,
		order: query.order,
		total: page.total,
		hits: hitCards(page, reader),
		groups,
		chosen: chosenFilters(groups, query, path),
		/** Nothing was asked and nothing is there: the installation is young. */
		young: page.total === 0 && addressOf(query).size === 0,
		first: query.after ? hrefOf(path, addressOf({ ...query, after: undefined })) : undefined,
		next: page.next && hrefOf(path, addressOf({ ...query, after: page.next })),
		footnotes: footnotesOf(named),
	};
};
