/** Projects of one person: exported, erased, moved when two accounts become one. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import {
	changePlaces,
	deleteProjects,
	forgetPart,
	invitationsOf,
	moveProjects,
	partnershipsOf,
	unopenedProjectsOf,
	giveChoicesBack,
	moveChoices,
	type Choice,
	type MovedRows,
} from './privacy.sql.ts';
import type { ProjectId } from './project.ts';
import { projectsOf } from './read-project.ts';

type Journal = {
	readonly from: PersonId;
	readonly into: PersonId;
	readonly choices: readonly Choice[];
	readonly moved: MovedRows;
	/** Where the two changed places; missing in the journals of mergings from before they did. */
	readonly changed?: readonly ProjectId[];
};

export async function exportProjects(ctx: Context, person: PersonId): Promise<unknown> {
	const founded = (await projectsOf(ctx, person)).filter((project) => project.founder === person);
	return {
		founded: founded.map(({ kind, state, plan, savedAt }) => ({ kind, state, plan, savedAt })),
		invitations: await invitationsOf(ctx, person),
		partnerships: await partnershipsOf(ctx, person),
	};
}

/** Plans nobody works in go with the person; open projects are their partners' work too and stay. */
export async function eraseProjects(ctx: Context, person: PersonId): Promise<void> {
	await deleteProjects(ctx, await unopenedProjectsOf(ctx, person));
	await forgetPart(ctx, person);
}

export async function uniteProjects(ctx: Context, from: PersonId, into: PersonId): Promise<Journal> {
	const choices = await moveChoices(ctx, from, into);
	const changed = await changePlaces(ctx, from, into);
	return { from, into, choices, changed, moved: await moveProjects(ctx, from, into) };
}

export async function separateProjects(ctx: Context, journal: Journal): Promise<void> {
	const { from, into, choices, changed, moved } = journal;
	await moveProjects(ctx, into, from, moved);
	if (changed) await changePlaces(ctx, from, into, changed);
	await giveChoicesBack(ctx, choices);
}
