// An institution of teacher education in Portugal, an educator there, and a cohort brought in.
import { enterInstitution } from '#domain/schools';
import { makeCohort } from '#domain/teacher-education';
import { newId } from '#platform/ids';
import type { Context } from '#platform/context';
import { system } from '#shared/actor';
import type { WorldDatabase } from './database.ts';
import { officer, people, teacher } from './index.ts';
import { must } from './must.ts';

export const studentList = 'Ana Silva <ana@uni.example>\nRui Costa;rui.costa@uni.example';

/** A year from now. */
export function endOfStudies({ now }: Pick<Context, 'now'>): string {
	return new Date(now.getTime() + 365 * 24 * 3600 * 1000).toISOString().slice(0, 10);
}

/** Tiago educates there too, as if he had stated it and been validated. */
export async function anInstitution(world: Pick<WorldDatabase, 'as' | 'db'>): Promise<string> {
	const desk = world.as(await officer(world.as(system), 'rui'));
	const input = { country: 'PT', name: 'Escola Superior de Educação', town: 'Porto', website: '' };
	const { school } = must(await enterInstitution(desk, input));
	await educatesAt(desk, school, people.tiago.id);
	return school;
}

/** As if the person had stated the place as educator and been validated. */
export async function educatesAt({ db, now }: Context, school: string, person: string): Promise<void> {
	const id = newId();
	const granted = await db
		.selectFrom('people.affiliation_validation as validation')
		.innerJoin('people.affiliation as place', 'place.id', 'validation.affiliation_id')
		.select('validation.case_id')
		.where('place.person_id', '=', person)
		.executeTakeFirstOrThrow();
	await db
		.insertInto('people.affiliation')
		.values({ id, person_id: person, school_id: school, role: 'educator', stated_at: now })
		.execute();
	await db
		.insertInto('people.affiliation_validation')
		.values({ affiliation_id: id, case_id: granted.case_id, validated_at: now })
		.execute();
}

export async function aCohort(
	world: Pick<WorldDatabase, 'as' | 'db'>,
): Promise<{ readonly school: string; readonly cohort: string }> {
	const school = await anInstitution(world);
	const tiago = world.as(teacher('tiago'));
	const input = { school, name: 'Primary 2026', endsOn: endOfStudies(tiago), list: studentList };
	return { school, ...must(await makeCohort(tiago, input)) };
}
