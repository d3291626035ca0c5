/** Places: the countries that take part, their names with footnotes, their time zones. */

// use cases
export { addCountry, changeCountry, type CountryDetails } from './keep-countries.ts';

// reads
export {
	countryGroups,
	countryNotes,
	keptCountries,
	keptCountry,
	type KeptCountry,
} from './keep-countries.ts';
export {
	activeCountryCodes,
	countries,
	countryLabel,
	countryLabels,
	isActiveCountry,
	languagesOf,
	timeZoneOf,
} from './read-countries.ts';
export { footnotesOf } from './country.ts';
export { mapOfCountry, mapOfProgramme } from './country-maps.ts';

// types
export type { Country, CountryLabel } from './country.ts';
