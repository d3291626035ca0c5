/** The founder gives a plan up before it has become a project. */
import { withdrawCase } from '#domain/support';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { granted, refused, type Result } from '#platform/result';
import { demand } from './abilities.ts';
import { me, nameOf } from './founders.ts';
import { reachToChange } from './read-project.ts';
import { insertWithdrawal, withdrawInvitationRow } from './steps.sql.ts';

/** `decided-meanwhile`: the support organisations were quicker; the page shows what they said. */
export async function withdrawProject(
	ctx: Context,
	input: { readonly project: string },
): Promise<Result<undefined, 'decided-meanwhile'>> {
	return inTransaction(ctx, async (inside) => {
		const project = await reachToChange(inside, input.project);
		demand(inside, 'projects.withdraw', project);
		if (project.state === 'waiting-for-support') {
			const withdrawn = await withdrawCase(inside, { kind: 'project', subject: project.id });
			if (!withdrawn.ok) return refused('decided-meanwhile');
		}
		await withdrawInvitationRow(inside, project.id);
		await insertWithdrawal(inside, project.id, me(inside));
		if (project.cofounder !== undefined) {
			const params = { founder: await nameOf(inside, me(inside)), title: project.plan.title };
			await emit(inside, 'notice', {
				to: [project.cofounder],
				kind: 'project-withdrawn',
				params,
				names: [me(inside)],
				path: '/me/projects',
			});
		}
		return granted();
	});
}
