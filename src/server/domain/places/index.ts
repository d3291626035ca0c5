/** Places: the countries that take part, their names with footnotes, their time zones. */

// reads
export {
	countries,
	countryLabel,
	countryLabels,
	isActiveCountry,
	languagesOf,
	timeZoneOf,
} from './read-countries.ts';
export { footnotesOf } from './country.ts';

// types
export type { Country, CountryLabel } from './country.ts';
