import { addressOf, queryOf, searchPartners, type PartnerQuery } from '#domain/partner-finding';
import { countryLabels, footnotesOf } from '#domain/places';
import { chosenFilters, unfiltered, waysOut } from './show-chosen.ts';
import { filterGroups, hrefTo, kindTabs, mapOf } from './show-search.ts';
import { hitCards } from './show-hits.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const query = queryOf(url.searchParams);
	const page = await searchPartners(ctx, query);
	const reader = { locale, country: await countryLabels(ctx) };
	const address = (other: PartnerQuery) => hrefTo(locale, other);
	const groups = filterGroups(page, query, reader);
	const { after: _, ...first } = query;
	const named = [...Object.keys(page.counts.country), ...query.chosen.country].map(reader.country);
	return {
		map: mapOf(locale, query),
		text: query.text,
		kinds: query.chosen.kind,
		order: query.order,
		total: page.total,
		gettingReady: page.gettingReady,
		tabs: kindTabs(page, query, reader),
		hits: hitCards(page.hits, reader),
		meant: page.meant,
		loosely: page.loosely,
		groups,
		chosen: chosenFilters(groups, query, address),
		unfiltered: address(unfiltered(query)),
		waysOut: waysOut(page, query, address),
		/** Nothing was asked and nothing is there: the installation is young. */
		young: page.total === 0 && addressOf(query).size === 0,
		first: query.after && hrefTo(locale, first),
		next: page.next && hrefTo(locale, { ...query, after: page.next }),
		footnotes: footnotesOf(named),
	};
};
