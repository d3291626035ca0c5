/** Institutions of teacher education: entered by the officers with whom they have an agreement. */
import { countriesCovered } from '#domain/support';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { granted, refused, type Result } from '#platform/result';
import { demand } from '../abilities.ts';
import { tidyName } from '../names/readable-name.ts';
import { indexed, websiteOf, type SchoolCard, type SchoolId } from '../school.ts';
import { insertRegisterKey, insertSchool, sameSchool } from '../schools.sql.ts';
import { countSchoolIn } from '../words.sql.ts';
import { institutionsIn, institutionsOf, markInstitution } from './institutions.sql.ts';

/** Whose numbers institutions have: ours. */
const scheme = 'teacher-education';

export type EnterInstitution = {
	readonly country: string;
	readonly name: string;
	readonly town: string;
	readonly website: string;
};

/** `exists-already`: a school or institution of this name stands in this town. */
export async function enterInstitution(
	ctx: Context,
	input: EnterInstitution,
): Promise<Result<{ readonly school: SchoolId }, 'exists-already' | 'website-unreadable'>> {
	const countries = await deskCountries(ctx);
	if (!countries.includes(input.country)) throw new NotFound('country');
	demand(ctx, 'school.enter-institution');
	const website = websiteOf(input.website);
	if (input.website !== '' && website === null) return refused('website-unreadable', 'website');
	return inTransaction(ctx, async (inside) => {
		const school = {
			...{ id: newId(), country: input.country, originalName: input.name, website, levels: [] },
			...{ name: tidyName(input.name), town: tidyName(input.town) },
		};
		if (await sameSchool(inside, school)) return refused('exists-already', 'name');
		await insertSchool(inside, school);
		await markInstitution(inside, school.id);
		await insertRegisterKey(inside, { country: school.country, scheme, code: school.id, school: school.id });
		await countSchoolIn(inside, school.country, indexed(school).words);
		await audit(inside, 'schools.enter-institution', { kind: 'school', id: school.id });
		await emit(inside, 'school.listed', { schools: [school.id] });
		return granted({ school: school.id });
	});
}

/** The institutions of the desk's countries, and those countries. */
export async function institutionsForDesk(
	ctx: Context,
): Promise<{ readonly countries: readonly string[]; readonly institutions: readonly SchoolCard[] }> {
	demand(ctx, 'school.enter-institution');
	const countries = await deskCountries(ctx);
	return { countries, institutions: await institutionsOf(ctx, countries) };
}

/** Those among these schools that educate teachers. For schools the caller has reached: open-to-all. */
export async function institutionsAmong(ctx: Context, schools: readonly SchoolId[]): Promise<SchoolCard[]> {
	return institutionsIn(ctx, [...new Set(schools)]);
}

async function deskCountries(ctx: Context): Promise<readonly string[]> {
	return ctx.actor.kind === 'officer' ? countriesCovered(ctx, ctx.actor.organisation) : [];
}
