/**
 * What else the desks of the demo have to do: student teachers who wait together, a school that two registers hold, and
 * a teacher who joined twice.
 */
import { makeLogin, stateAffiliation } from '#domain/people';
import { enterInstitution, enterSchool } from '#domain/schools';
import { makeCohort } from '#domain/teacher-education';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import { register } from '../../src/server/domain/schools/register/part.ts';
import { educatesAt, endOfStudies } from './a-cohort.ts';
import { officer, people, schools, teacher } from './index.ts';
import { must } from './must.ts';

const institutions = [
	{ by: 'rui', country: 'PT', name: 'Escola Superior de Educação da Foz', town: 'Porto', educator: 'tiago' },
	{ by: 'mette', country: 'DK', name: 'Læreruddannelsen ved Åen', town: 'Aarhus', educator: 'freja' },
] as const;

const students = [
	'Beatriz Moura <beatriz.moura@students.example>',
	'Gonçalo Reis <goncalo.reis@students.example>',
	'Matilde Pinto <matilde.pinto@students.example>',
	'Rodrigo Neves <rodrigo.neves@students.example>',
];

/** The account a teacher made once more, with an old address. */
export const secondAccount = {
	person: people.ines,
	name: `${people.ines.name} (2)`,
	email: 'ines.carvalho@example.org',
} as const;

/** Once, on the freshly built world. Returns nothing: who may sign in stands beside the other accounts. */
export async function addDemoDeskWork(ctx: Context, password: string): Promise<void> {
	await addCohort(ctx);
	await addSchoolTwice(ctx);
	const { name, country } = people.ines;
	const login = { person: { name, locale: 'en', country }, email: secondAccount.email, password } as const;
	const person = await makeLogin(ctx, login);
	const again = { ...ctx, actor: { kind: 'member', person, session: newId() } } as const;
	must(await stateAffiliation(again, { school: schools.ribeira.id, role: 'teacher' }));
}

async function addCohort(ctx: Context): Promise<void> {
	const made = [];
	for (const { by, educator, ...institution } of institutions) {
		const desk = { ...ctx, actor: await officer(ctx, by) };
		const { school } = must(await enterInstitution(desk, { ...institution, website: '' }));
		await educatesAt(ctx, school, people[educator].id);
		made.push(school);
	}
	const cohort = { school: made[0] ?? '', name: 'Primary teachers', list: students.join('\n') };
	must(await makeCohort({ ...ctx, actor: teacher('tiago') }, { ...cohort, endsOn: endOfStudies(ctx) }));
}

/** Two lists of one country write one school; the weekly look asks an officer whether they are one. */
async function addSchoolTwice(ctx: Context): Promise<void> {
	const school = { country: 'PT', name: 'Escola Secundária do Carvalhido', town: 'Porto', region: 'Norte' };
	const lists = [
		{ scheme: 'pt-national', code: '403817' },
		{ scheme: 'pt-porto', code: 'P-17' },
	];
	for (const list of lists)
		await enterSchool(ctx, { ...school, id: newId(), levels: ['upper-secondary'], register: list });
	await register.jobs?.['look-for-doubles']?.(ctx as never, undefined as never);
}
