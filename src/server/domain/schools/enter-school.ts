/** Enters one school of a register, as an import does for thousands. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { demand } from './abilities.ts';
import { insertRegisterKey, insertSchool, type NewSchool } from './schools.sql.ts';
import { countSchoolIn } from './words.sql.ts';
import { indexed } from './school.ts';

export type EnteredSchool = Omit<NewSchool, 'originalName'> & {
	readonly register: { readonly scheme: string; readonly code: string };
};

/** The school is known at once: whoever looks for it finds it. */
export async function enterSchool(ctx: Context, { register, ...school }: EnteredSchool): Promise<void> {
	demand(ctx, 'school.import');
	await inTransaction(ctx, async (inside) => {
		await insertSchool(inside, { ...school, originalName: school.name });
		await insertRegisterKey(inside, { ...register, country: school.country, school: school.id });
		await countSchoolIn(inside, school.country, indexed(school).words);
	});
}
