/** Adds a school that no register has; it waits for an officer, seen by its creator and the officers only. */
import { isActiveCountry } from '#domain/places';
import { coverageAsks, openCase, organisationFor, reopenCase } from '#domain/support';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { newId } from '#platform/ids';
import { granted, refused, type Result } from '#platform/result';
import { personOf } from '#shared/actor';
import type { SchoolLevel } from '#shared/vocabulary';
import { demand } from './abilities.ts';
import { tidyName } from './names/readable-name.ts';
import { schoolFor } from './read-schools.ts';
import { indexed, websiteOf, type SchoolId } from './school.ts';
import { schoolSnapshot } from './school-case.ts';
import {
	additionsSince,
	insertAddition,
	insertSchool,
	sameSchool,
	updateSchool,
	type NewSchool,
} from './schools.sql.ts';
import { countSchoolIn } from './words.sql.ts';

/** How many schools one person may add within a day: a teacher has one, sometimes two. */
export const additionsADay = 5;
const day = 24 * 3600 * 1000;

/** What a teacher knows of the school; the officer needs the name and the town. */
export type AddSchool = {
	readonly country: string;
	readonly name: string;
	readonly town: string;
	readonly website?: string;
	readonly address?: string;
	readonly postcode?: string;
	readonly levels?: readonly SchoolLevel[];
	/** Where the rules of the country go by them (`coverageAsks`): the language of the school, and its region. */
	readonly language?: string;
	readonly region?: string;
};

/** `exists-already`: a school of this name stands in this town, and the reader can find it. */
export type AdditionRefusal =
	'country-not-active' | 'exists-already' | 'too-many-today' | 'website-unreadable';

/** Adds the school and opens its case at the support organisation that will cover it. */
export async function addSchool(
	ctx: Context,
	input: AddSchool,
): Promise<Result<{ readonly school: SchoolId }, AdditionRefusal>> {
	demand(ctx, 'school.add');
	const person = personOf(ctx.actor);
	if (person === undefined) throw new NotFound('person');
	return inTransaction(ctx, async (inside) => {
		const since = new Date(ctx.now.getTime() - day);
		if ((await additionsSince(inside, person, since)) >= additionsADay) return refused('too-many-today');
		const school = schoolOf(newId(), { ...(await likelyLanguage(inside, input)), ...input });
		const problem = await problemOf(inside, input, school);
		if (problem) return problem;
		await insertSchool(inside, school);
		await insertAddition(inside, school.id, person);
		await countSchoolIn(inside, school.country, indexed(school).words);
		await openCase(inside, {
			kind: 'school',
			subject: school.id,
			applicant: person,
			parties: [{ person }],
			stages: [[await deskFor(inside, school)]],
			snapshot: schoolSnapshot(school),
		});
		await audit(inside, 'schools.add', { kind: 'school', id: school.id });
		return granted({ school: school.id });
	});
}

/** Corrects a school that its creator added and nobody has confirmed; every step decides again. */
export async function correctSchool(
	ctx: Context,
	input: AddSchool & { readonly school: SchoolId; readonly note?: string },
): Promise<Result<undefined, AdditionRefusal | 'already-granted'>> {
	const held = await schoolFor(ctx, input.school);
	if (!held.ownAddition) throw new NotFound('school');
	demand(ctx, 'school.add');
	return inTransaction(ctx, async (inside) => {
		const kept = {
			...(held.language && { language: held.language }),
			...(held.region && { region: held.region }),
		};
		const school = schoolOf(held.id, { ...kept, ...input });
		const problem = await problemOf(inside, input, school);
		if (problem) return problem;
		await updateSchool(inside, school);
		await countSchoolIn(inside, school.country, indexed(school).words);
		const reopened = await reopenCase(inside, {
			kind: 'school',
			subject: school.id,
			note: input.note,
			noteLocale: ctx.locale,
			stages: [[await deskFor(inside, school)]],
			snapshot: schoolSnapshot(school),
		});
		return reopened.ok ? granted() : reopened;
	});
}

function schoolOf(id: SchoolId, input: AddSchool): NewSchool {
	return {
		id,
		country: input.country,
		originalName: input.name,
		name: tidyName(input.name),
		town: tidyName(input.town),
		address: tidyName(input.address ?? '') || null,
		postcode: tidyName(input.postcode ?? '') || null,
		website: websiteOf(input.website),
		levels: input.levels ?? [],
		...(input.language && { language: input.language }),
		...(input.region && { region: input.region }),
	};
}

/** Who joins in one of the languages by which a country's schools are told apart most likely teaches at one of them. */
async function likelyLanguage(ctx: Context, { country }: AddSchool): Promise<{ language?: string }> {
	const { languages } = await coverageAsks(ctx, country);
	return languages.includes(ctx.locale) ? { language: ctx.locale } : {};
}

function deskFor(ctx: Context, { country, language, region }: NewSchool) {
	return organisationFor(ctx, { country, ...(language && { language }), ...(region && { region }) });
}

async function problemOf(ctx: Context, input: AddSchool, school: NewSchool) {
	if (!(await isActiveCountry(ctx, school.country))) return refused('country-not-active', 'country');
	if (input.website && school.website === null) return refused('website-unreadable', 'website');
	if (await sameSchool(ctx, school, school.id)) return refused('exists-already', 'name');
	return undefined;
}
