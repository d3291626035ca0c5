/** What a teacher who would found a project may choose from. */
import type { Context } from '#platform/context';
import { demand, may } from './abilities.ts';
import { foundingPlacesOf, me } from './founders.ts';
import { mayFoundKind } from './founding.ts';
import { projectKinds, type ProjectKind } from './project.ts';

/** The kinds I may found; none while I am not validated, which the page explains. */
export async function foundingFor(ctx: Context): Promise<readonly ProjectKind[]> {
	demand(ctx, 'projects.read-own');
	if (!may(ctx.actor, 'projects.found')) return [];
	const places = await foundingPlacesOf(ctx, me(ctx));
	return projectKinds.filter((kind) => places.some((place) => mayFoundKind(kind, place)));
}
