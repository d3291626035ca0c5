/** A project was opened: its TwinSpace exists with it, exactly once, with both founders in it. */
import type { ProjectOpened } from '#domain/projects';
import { makeSpace } from '#domain/spaces';
import type { Context } from '#platform/context';
import { insertTwinSpace, takeProject } from './twinspaces.sql.ts';

/**
 * Runs in the transaction of the last approval; a second telling makes nothing. open-to-all: the approval
 * engine has demanded the officer's ability.
 */
export async function openTwinSpace(ctx: Context, opened: ProjectOpened): Promise<void> {
	if (!(await takeProject(ctx, opened.project))) return;
	const space = await makeSpace(ctx, {
		kind: 'twinspace',
		name: opened.title,
		description: opened.summary,
		locale: opened.locale,
		members: opened.founders.map((founder) => ({ ...founder, role: 'founder' as const })),
	});
	await insertTwinSpace(ctx, opened.project, space);
}
