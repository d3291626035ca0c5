import { addressOf, placesFound, queryOf, type PartnerQuery } from '#domain/partner-finding';
import { countryLabels, footnotesOf } from '#domain/places';
import { chosenFilters, chosenKinds, unfiltered, waysOut } from '../show-chosen.ts';
import { filterGroups, hrefTo, mapOf, withChosen } from '../show-search.ts';
import { showCountries, showTowns } from './show-map.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const query = queryOf(url.searchParams);
	const found = await placesFound(ctx, query);
	const reader = { locale, country: await countryLabels(ctx) };
	const groups = filterGroups(found.page, query, reader);
	const address = (other: PartnerQuery) => mapOf(locale, other);
	const [country] = query.chosen.country;
	const isOne = found.schools !== undefined && country !== undefined;
	return {
		text: query.text,
		kinds: query.chosen.kind,
		total: found.page.total,
		meant: found.page.meant,
		loosely: found.page.loosely,
		waysOut: waysOut(found.page, query, address),
		young: found.page.total === 0 && addressOf(query).size === 0,
		write: `/${locale}/partners/posts/new`,
		gettingReady: found.page.gettingReady,
		map: isOne ? showTowns(found, country, query, reader) : showCountries(found, query, reader),
		country: isOne ? reader.country(country).name : '',
		all: mapOf(locale, withChosen(withChosen(query, 'country', []), 'town', [])),
		list: hrefTo(locale, query),
		groups,
		chosen: [...chosenKinds(query, address), ...chosenFilters(groups, query, address)],
		unfiltered: address(unfiltered(query)),
		footnotes: footnotesOf(Object.keys(found.page.counts.country).map(reader.country)),
	};
};
