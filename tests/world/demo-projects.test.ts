import { expect, test } from 'vitest';
import { openProjects, projectCounts } from '#domain/projects';
import { compose } from '#platform/part';
import { system, visitor } from '#shared/actor';
import { allParts } from '../../src/server/parts.ts';
import { testDatabase } from './database.ts';
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
