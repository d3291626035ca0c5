/** Which countries take part and what they are called. Names of countries are open-to-all. */
import type { Context } from '#platform/context';
import { allCountries, type CountryRow } from './countries.sql.ts';
import { labelOf, sortedLabels, type Country, type CountryLabel, type CountryNote } from './country.ts';

/** Countries change a few times in a decade and stand on every page, so a process asks once a minute. */
const freshFor = 60_000;
let held: { readonly at: number; readonly countries: ReadonlyMap<string, Country> } | undefined;

/** The countries one can choose, named in the reader's language and in the order of its alphabet. */
export async function countries(ctx: Context): Promise<(CountryLabel & Country)[]> {
	const known = [...(await countriesByCode(ctx)).values()].filter((country) => country.active);
	return sortedLabels(
		known.map(
			(country) => ({ ...country, ...labelOf(country, country.code, ctx.locale) }) as CountryLabel & Country,
		),
		ctx.locale,
	);
}

/** The codes of the countries whose teachers may register and found now. */
export async function activeCountryCodes(ctx: Context): Promise<readonly string[]> {
	return [...(await countriesByCode(ctx)).values()].filter(({ active }) => active).map(({ code }) => code);
}

/** How the country is called, with the asterisk and the footnote where they belong. */
export async function countryLabel(ctx: Context, code: string): Promise<CountryLabel> {
	return (await countryLabels(ctx))(code);
}

/** For lists: the same as `countryLabel`, asked once for the whole page. */
export async function countryLabels(ctx: Context): Promise<(code: string) => CountryLabel> {
	const known = await countriesByCode(ctx);
	return (code) => labelOf(known.get(code), code, ctx.locale);
}

/** The time zone in which a country's schools live; the middle of Europe for a code that is none of ours. */
export async function timeZoneOf(ctx: Context, code: string | null | undefined): Promise<string> {
	const country = code ? (await countriesByCode(ctx)).get(code) : undefined;
	return country?.timeZone ?? 'Europe/Brussels';
}

/** The official languages of a country; undefined for a code that is none of ours. */
export async function languagesOf(ctx: Context, code: string): Promise<readonly string[] | undefined> {
	return (await countriesByCode(ctx)).get(code)?.languages;
}

/** Whether teachers of this country may register and found now. */
export async function isActiveCountry(ctx: Context, code: string): Promise<boolean> {
	return (await countriesByCode(ctx)).get(code)?.active ?? false;
}

async function countriesByCode(ctx: Context): Promise<ReadonlyMap<string, Country>> {
	const at = ctx.now.getTime();
	if (held && Math.abs(at - held.at) < freshFor) return held.countries;
	const today = ctx.now.toISOString().slice(0, 10);
	const rows = await allCountries(ctx);
	const known = rows.map((row) => countryOf(row, today));
	held = { at, countries: new Map(known.map((country) => [country.code, country])) };
	return held.countries;
}

/** After a change this process asks anew at once; the others do within the minute. */
export function forgetHeldCountries(): void {
	held = undefined;
}

/** The row as a country of that day. */
export function countryOf(row: CountryRow, today: string): Country {
	return {
		code: row.code,
		group: row.country_group as Country['group'],
		note: row.note as CountryNote | null,
		timeZone: row.time_zone,
		languages: row.official_languages,
		active:
			isPast(row.joined_on ?? today, today) &&
			!isPast(row.suspended_on, today) &&
			!isPast(row.left_on, today),
	};
}

function isPast(day: string | null, today: string): boolean {
	return day !== null && day <= today;
}
