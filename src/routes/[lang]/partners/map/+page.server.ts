import { placesFound, queryOf } from '#domain/partner-finding';
import { countryLabels, footnotesOf } from '#domain/places';
import { filterGroups, hrefTo, mapOf, withChosen } from '../show-search.ts';
import { showCountries, showTowns } from './show-map.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const query = queryOf(url.searchParams);
	const found = await placesFound(ctx, query);
	const reader = { locale, country: await countryLabels(ctx) };
	const groups = filterGroups(found.page, query, reader);
	const [country] = query.chosen.country;
	const isOne = found.schools !== undefined && country !== undefined;
	return {
		text: query.text,
		kinds: query.chosen.kind,
		total: found.page.total,
		gettingReady: found.page.gettingReady,
		map: isOne ? showTowns(found, country, query, reader) : showCountries(found, query, reader),
		country: isOne ? reader.country(country).name : '',
		all: mapOf(locale, withChosen(query, 'country', [])),
		list: hrefTo(locale, query),
		groups,
		footnotes: footnotesOf(Object.keys(found.page.counts.country).map(reader.country)),
	};
};
