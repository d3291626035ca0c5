/** A project ends, or goes on after all: it and its TwinSpace are closed and opened together, and the others are told. */
import { closeProject, openProjectAgain } from '#domain/projects';
import {
	archiveSpace,
	demandRight,
	openSpaceAgain,
	personsWithRole,
	teacherRoles,
	type SpaceId,
} from '#domain/spaces';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { granted, type Result } from '#platform/result';
import { personOf } from '#shared/actor';
import { twinSpaceById } from './read-twinspaces.ts';
import type { TwinSpace } from './twinspace.ts';

/** Closes the project; from now on its TwinSpace is only read. What is public stays public. */
export async function closeTwinSpace(
	ctx: Context,
	input: { readonly space: SpaceId },
): Promise<Result<undefined, 'archived-before'>> {
	const twinSpace = await twinSpaceById(ctx, input.space);
	demandRight(ctx, twinSpace.space, 'space.archive');
	return inTransaction(ctx, async (inside) => {
		const archived = await archiveSpace(inside, twinSpace.space.id);
		if (!archived.ok) return archived;
		await closeProject(inside, { project: twinSpace.project.shortId });
		await tellTeachers(inside, twinSpace, 'project-closed');
		return granted();
	});
}

/** Opens both again: everybody who is a member writes as before. */
export async function openTwinSpaceAgain(
	ctx: Context,
	input: { readonly space: SpaceId },
): Promise<Result<undefined, 'not-archived'>> {
	const twinSpace = await twinSpaceById(ctx, input.space);
	demandRight(ctx, twinSpace.space, 'space.archive');
	return inTransaction(ctx, async (inside) => {
		const opened = await openSpaceAgain(inside, twinSpace.space.id);
		if (!opened.ok) return opened;
		await openProjectAgain(inside, { project: twinSpace.project.shortId });
		await tellTeachers(inside, twinSpace, 'project-opened-again');
		return granted();
	});
}

async function tellTeachers(
	ctx: Context,
	{ space, project }: TwinSpace,
	kind: 'project-closed' | 'project-opened-again',
): Promise<void> {
	const teachers = await personsWithRole(ctx, space.id, teacherRoles);
	const to = teachers.filter((person) => person !== personOf(ctx.actor));
	if (to.length === 0) return;
	const path = `/projects/${project.address}/twinspace`;
	await emit(ctx, 'notice', { to, kind, params: { title: project.title }, path });
}
