import { expect, test } from 'vitest';
import { openProjects, projectCards } from '#domain/projects';
import { newId, newShortId } from '#platform/ids';
import { compose } from '#platform/part';
import { system, visitor } from '#shared/actor';
import { searchable } from '#shared/folding';
import { anOpenProject, aPlan, aSubmittedProject } from '../../../../tests/world/a-project.ts';
import { testDatabase } from '../../../../tests/world/database.ts';
import { people, schools } from '../../../../tests/world/index.ts';
import { allParts } from '../../parts.ts';

compose(allParts);
const world = testDatabase();
const asVisitor = () => world.as(visitor);

/** Open projects written straight into the tables: only their titles and times differ. */
async function manyOpenProjects(count: number): Promise<void> {
	await anOpenProject(world);
	const { case_id } = await world.db
		.selectFrom('projects.opening')
		.select('case_id')
		.executeTakeFirstOrThrow();
	for (let number = 1; number <= count; number++) {
		const [id, title] = [newId(), `Loaf ${number}`];
		const now = new Date(Date.UTC(2026, 0, number));
		await world.db
			.insertInto('projects.project')
			.values({
				...{ id, short_id: newShortId(), kind: 'european', locale: 'en', title, made_at: now, saved_at: now },
				...{ founder_id: people.ines.id, founder_school_id: schools.ribeira.id, folded: searchable(title) },
				...{ ages_from: 6, ages_to: number % 2 === 0 ? 8 : 12, subjects: ['music'] },
			})
			.execute();
		await world.db
			.insertInto('projects.opening')
			.values({ project_id: id, case_id, opened_at: now })
			.execute();
	}
}

test('the cover shows schools and countries in the order of the founders, and no name of a person', async () => {
	await anOpenProject(world);
	const { projects } = await openProjects(asVisitor(), {});
	expect(projects).toMatchObject([
		{
			title: aPlan.title,
			ages: '9 to 11',
			languages: 'English and Portuguese',
			subjects: 'Mathematics and Home economics',
			schools: [
				{ name: 'Escola Básica da Ribeira', town: 'Porto', country: { code: 'PT', name: 'Portugal' } },
				{ name: 'Skovbakkeskolen', town: 'Aarhus', country: { code: 'DK', name: 'Denmark' } },
			],
		},
	]);
	expect(JSON.stringify(projects)).not.toMatch(/Carvalho|Holm|Inês|Freja/);
});

test('what is not open is in no list, whatever id one knows', async () => {
	await aSubmittedProject(world);
	const rows = await world.db.selectFrom('projects.project').select('id').execute();
	expect((await openProjects(asVisitor(), {})).projects).toEqual([]);
	const cards = await projectCards(
		world.as(system),
		rows.map((row) => row.id),
	);
	expect(cards.size).toBe(0);
});

test('words, age and subject narrow the list; accents and capitals do not matter', async () => {
	await manyOpenProjects(4);
	const titles = async (search: Parameters<typeof openProjects>[1]) =>
		(await openProjects(asVisitor(), search)).projects.map((project) => project.title);
	expect(await titles({ text: 'LÓAF' })).toEqual(['Loaf 4', 'Loaf 3', 'Loaf 2', 'Loaf 1']);
	expect(await titles({ text: 'loaf 3' })).toEqual(['Loaf 3']);
	expect(await titles({ text: 'loaf', age: 12 })).toEqual(['Loaf 3', 'Loaf 1']);
	expect(await titles({ subject: 'home-economics' })).toEqual([aPlan.title]);
	expect(await titles({ text: '%' })).toHaveLength(5);
	expect(await titles({ text: 'nothing of that kind' })).toEqual([]);
});

test('pages follow each other without a gap or a repetition', async () => {
	await manyOpenProjects(40);
	const seen: string[] = [];
	let before: string | undefined;
	do {
		const page = await openProjects(asVisitor(), { before });
		seen.push(...page.projects.map((project) => project.id));
		before = page.next;
	} while (before !== undefined);
	expect(seen).toHaveLength(41);
	expect(new Set(seen).size).toBe(41);
	expect((await openProjects(asVisitor(), { before: 'garbage' })).projects).toHaveLength(18);
});
