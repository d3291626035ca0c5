/**
 * Applications and labels of one person: exported, erased, moved when two accounts become one. open-to-all here: the
 * part `privacy` asks, and has demanded its own ability.
 */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import { deleteApplications } from './applications.sql.ts';
import { givenTo } from './assessments.sql.ts';
import {
	applicationIdsOf,
	applicationsForExport,
	deleteLabelsOf,
	labelsForExport,
	moveLabels,
	type MovedLabels,
} from './privacy.sql.ts';

type Journal = { readonly from: PersonId; readonly into: PersonId; readonly moved: MovedLabels };

export async function exportLabels(ctx: Context, person: PersonId): Promise<unknown> {
	const given = await givenTo(ctx, await applicationIdsOf(ctx, person));
	return {
		applications: await applicationsForExport(ctx, person),
		assessments: given.map(({ application, points, met, notes, words, givenAt }) => ({
			...{ application, points, met, notes, words, givenAt },
		})),
		labels: await labelsForExport(ctx, person),
	};
}

/** Every word goes with the person; that a project and a school have a label is theirs too, and stays without a name. */
export async function eraseLabels(ctx: Context, person: PersonId): Promise<void> {
	await deleteApplications(ctx, await applicationIdsOf(ctx, person));
}

export async function uniteLabels(ctx: Context, from: PersonId, into: PersonId): Promise<Journal> {
	return { from, into, moved: await moveLabels(ctx, from, into) };
}

export async function separateLabels(ctx: Context, { from, into, moved }: Journal): Promise<void> {
	await moveLabels(ctx, into, from, moved);
}

/** What both accounts had of one project is there once, for whoever stays. */
export async function joinLabels(ctx: Context, from: PersonId): Promise<void> {
	await deleteApplications(ctx, await applicationIdsOf(ctx, from));
	await deleteLabelsOf(ctx, from);
}
