/** Countries come, are suspended and leave: the central desk keeps them, and everything made there stays readable. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { granted, refused, type Result } from '#platform/result';
import { countryName } from '#shared/format';
import { demand } from './abilities.ts';
import { allCountries, insertCountry, updateCountry, type CountryRow } from './countries.sql.ts';
import { labelOf, sortedLabels, type Country, type CountryLabel } from './country.ts';
import { countryOf, forgetHeldCountries } from './read-countries.ts';

export const countryGroups = ['union', 'associated', 'neighbourhood'] as const;
export const countryNotes = ['kosovo', 'palestine'] as const;

export type KeptCountry = CountryLabel &
	Omit<Country, 'note'> & {
		/** Which footnote stands behind its asterisk. */
		readonly status: Country['note'];
		readonly state: 'active' | 'coming' | 'suspended' | 'left';
		readonly joinedOn: string | undefined;
		readonly suspendedOn: string | undefined;
		readonly leftOn: string | undefined;
	};

/** Every country there is a row for, whatever its state, in the order of the reader's alphabet. */
export async function keptCountries(ctx: Context): Promise<KeptCountry[]> {
	demand(ctx, 'places.keep-countries');
	const today = ctx.now.toISOString().slice(0, 10);
	return sortedLabels(
		(await allCountries(ctx)).map((row): KeptCountry => {
			const country = countryOf(row, today);
			const { note: status, ...known } = country;
			return {
				...known,
				...labelOf(country, row.code, ctx.locale),
				status,
				state: stateOf(row, country, today),
				joinedOn: row.joined_on ?? undefined,
				suspendedOn: row.suspended_on ?? undefined,
				leftOn: row.left_on ?? undefined,
			};
		}),
		ctx.locale,
	);
}

/** One of them; NotFound for another. */
export async function keptCountry(ctx: Context, code: string): Promise<KeptCountry> {
	const found = (await keptCountries(ctx)).find((country) => country.code === code);
	if (!found) throw new NotFound('country');
	return found;
}

export type CountryDetails = {
	readonly group: (typeof countryGroups)[number];
	readonly note: (typeof countryNotes)[number] | undefined;
	readonly timeZone: string;
	readonly languages: readonly string[];
	readonly joinedOn: string | undefined;
	readonly suspendedOn: string | undefined;
	readonly leftOn: string | undefined;
};

/** Another country of the programme. Refused for a code that stands for no country, or is there already. */
export async function addCountry(
	ctx: Context,
	code: string,
	details: CountryDetails,
): Promise<Result<undefined, 'no-country' | 'country-exists'>> {
	demand(ctx, 'places.keep-countries');
	if (countryName(code, 'en') === code) return refused('no-country', 'code');
	const added = await inTransaction(ctx, async (inside): Promise<Result<undefined, 'country-exists'>> => {
		if (!(await insertCountry(inside, { code, ...rowOf(details) }))) return refused('country-exists', 'code');
		await audit(inside, 'places.country-added', { kind: 'country' }, { code, ...details });
		return granted();
	});
	forgetHeldCountries();
	return added;
}

/** What the country is, from the next minute on in every process. */
export async function changeCountry(ctx: Context, code: string, details: CountryDetails): Promise<void> {
	demand(ctx, 'places.keep-countries');
	await inTransaction(ctx, async (inside) => {
		if (!(await updateCountry(inside, code, rowOf(details)))) throw new NotFound('country');
		await audit(inside, 'places.country-changed', { kind: 'country' }, { code, ...details });
	});
	forgetHeldCountries();
}

function rowOf(details: CountryDetails): Omit<CountryRow, 'code'> {
	return {
		country_group: details.group,
		note: details.note ?? null,
		time_zone: details.timeZone,
		official_languages: [...details.languages],
		joined_on: details.joinedOn ?? null,
		suspended_on: details.suspendedOn ?? null,
		left_on: details.leftOn ?? null,
	};
}

function stateOf(row: CountryRow, { active }: Country, today: string): KeptCountry['state'] {
	if (active) return 'active';
	if (row.left_on !== null && row.left_on <= today) return 'left';
	return row.suspended_on !== null && row.suspended_on <= today ? 'suspended' : 'coming';
}
