/** Projects of one person: exported, erased, moved when two accounts become one. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import {
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
import { projectsOf } from './read-project.ts';

type Journal = {
	readonly from: PersonId;
	readonly into: PersonId;
	readonly choices: readonly Choice[];
	readonly moved: MovedRows;
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
	return { from, into, choices, moved: await moveProjects(ctx, from, into) };
}

export async function separateProjects(ctx: Context, journal: Journal): Promise<void> {
	const { from, into, choices, moved } = journal;
	await moveProjects(ctx, into, from, moved);
	await giveChoicesBack(ctx, choices);
}
