// The world with the demo's projects and TwinSpaces in it, filled once in a run for all the files that need its life.
import { system } from '#shared/actor';
import { databaseAt } from './database.ts';
import { addDemoLabels } from './demo-labels.ts';
import { addDemoProjects } from './demo-projects.ts';
import { addDemoTwinSpaces } from './demo-twinspaces.ts';
import { sharedTemplate, type TestDatabases } from './test-server.ts';

/** A template for `ownDatabase` or `testDatabase`. The files of its pictures are not there, only their rows. */
export function livelyWorld(databases: TestDatabases): Promise<TestDatabases> {
	return sharedTemplate(databases, 'lively', async (connection) => {
		const world = databaseAt(connection);
		const ctx = world.as(system);
		const projects = await addDemoProjects(ctx);
		await addDemoTwinSpaces(ctx, projects);
		await addDemoLabels(ctx, projects);
		await world.close();
	});
}
