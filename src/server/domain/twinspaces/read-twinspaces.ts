/** How a TwinSpace is reached: by its project's address, by its present members. */
import { shortIdOf } from '#domain/projects';
import { demandRight, type SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import type { ClassInSpace, TwinSpace } from './twinspace.ts';
import {
	allTwinSpacesOfActor,
	classesInSpace,
	twinSpaceOfProject,
	twinSpaceOfSpace,
} from './twinspaces.sql.ts';

/** The TwinSpace of the project with this address (its words may be outdated). NotFound for non-members. */
export async function twinSpaceFor(ctx: Context, address: string): Promise<TwinSpace> {
	const shortId = shortIdOf(address);
	return reached(ctx, shortId === undefined ? undefined : await twinSpaceOfProject(ctx, shortId));
}

/** The same by the id of its space. */
export async function twinSpaceById(ctx: Context, space: SpaceId): Promise<TwinSpace> {
	return reached(ctx, isId(space) ? await twinSpaceOfSpace(ctx, space) : undefined);
}

/** All TwinSpaces of the actor. Only their own, so there is nothing to demand: open-to-all. */
export async function twinSpacesFor(ctx: Context): Promise<TwinSpace[]> {
	return allTwinSpacesOfActor(ctx);
}

/** The classes that take part. */
export async function classesOfTwinSpace(ctx: Context, { space }: TwinSpace): Promise<ClassInSpace[]> {
	demandRight(ctx, space, 'members.see');
	return classesInSpace(ctx, space.id);
}

function reached(ctx: Context, twinSpace: TwinSpace | undefined): TwinSpace {
	if (!twinSpace) throw new NotFound('twinspace');
	demandRight(ctx, twinSpace.space, 'space.see');
	return twinSpace;
}
