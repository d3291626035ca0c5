/**
 * Applications and labels of one person: exported, erased, joined for good when two accounts have become one. open-to-all here: the
 * part `privacy` asks, and has demanded its own ability.
 */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import { deleteApplications } from './applications.sql.ts';
import { givenTo } from './assessments.sql.ts';
import { applicationIdsOf, applicationsForExport, deleteLabelsOf, labelsForExport } from './privacy.sql.ts';

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

/** What both accounts had of one project is there once, for whoever stays. */
export async function joinLabels(ctx: Context, from: PersonId): Promise<void> {
	await deleteApplications(ctx, await applicationIdsOf(ctx, from));
	await deleteLabelsOf(ctx, from);
}
