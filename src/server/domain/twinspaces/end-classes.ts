/** Pupils' accounts end with their last project. */
import { endClassesOfOverProjects } from '#domain/pupils';
import type { Context } from '#platform/context';
import { overBefore } from '#platform/retention';
import { classesOfOverProjects } from './forget.sql.ts';

/** The hourly job. Running it twice ends nothing more. open-to-all: only the worker runs it. */
export async function endClassesWithProjects(ctx: Context): Promise<void> {
	const before = await overBefore(ctx, 'pupil_project_over');
	await endClassesOfOverProjects(ctx, await classesOfOverProjects(ctx, before));
}
