import { expect, test } from 'vitest';
import { openProjects, projectCounts } from '#domain/projects';
import { institutionsForDesk } from '#domain/schools';
import { questionsFor } from '#domain/schools/register';
import { queueForOffice } from '#domain/support';
import { newId } from '#platform/ids';
import { compose } from '#platform/part';
import { system, visitor } from '#shared/actor';
import { allParts } from '../../src/server/parts.ts';
import { testDatabase } from './database.ts';
import { officer } from './index.ts';
import { addDemoDeskWork } from './demo-desk-work.ts';
import { addDemoNewcomers } from './demo-newcomers.ts';
import { addDemoProjects } from './demo-projects.ts';

compose(allParts);
const world = testDatabase();

test('the demo has living projects for every visitor, the newest first, and one that waits', async () => {
	await addDemoProjects(world.as(system));
	const { projects } = await openProjects(world.as(visitor), {});
	expect(projects.map((project) => project.title)).toEqual([
		'A mountain, an island, one map',
		'خبز على ضفتي البحر',
		'Robots in the forest',
		'Une mer, deux rives',
		'Two rivers',
	]);
	expect(await projectCounts(world.as(visitor))).toEqual({ projects: 5, schools: 7, countries: 7 });
	const waiting = await world.db.selectFrom('projects.submission').select('project_id').execute();
	expect(waiting).toHaveLength(6);
});

test('whoever tries a desk finds teachers who wait there, and one who was asked', async () => {
	await addDemoNewcomers(world.as(system));
	const rui = world.as(await officer(world.as(system), 'rui'));
	expect((await queueForOffice(rui)).rows).toHaveLength(2);
	expect((await queueForOffice(rui, { state: 'asked' })).rows).toHaveLength(1);
	for (const name of ['mette', 'claire', 'sonia'] as const) {
		const { rows } = await queueForOffice(world.as(await officer(world.as(system), name)));
		expect(rows.length, name).toBeGreaterThan(0);
	}
});

test('a cohort waits at the desk of the demo, a school that two lists hold, and a teacher who joined twice', async () => {
	await addDemoDeskWork(world.as(system), newId());
	const rui = world.as(await officer(world.as(system), 'rui'));
	const { rows } = await queueForOffice(rui);
	expect(rows.map(({ kind }) => kind).sort()).toEqual(['affiliation', 'cohort']);
	expect((await questionsFor(rui)).rows).toMatchObject([{ kind: 'double' }]);
	expect((await institutionsForDesk(rui)).institutions).toHaveLength(1);
});
