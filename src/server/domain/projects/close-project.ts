/** A founder closes an open project: the work is over, and what it showed stays. It can be opened again. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { granted, type Granted } from '#platform/result';
import { demand } from './abilities.ts';
import { me } from './founders.ts';
import { reachToChange } from './read-project.ts';
import { deleteClosure, insertClosure } from './steps.sql.ts';

/** Closes it. Forbidden for whoever is no founder, and for what is not open. */
export async function closeProject(
	ctx: Context,
	input: { readonly project: string },
): Promise<Granted<undefined>> {
	return inTransaction(ctx, async (inside) => {
		const project = await reachToChange(inside, input.project);
		demand(inside, 'projects.close', project);
		await insertClosure(inside, project.id, me(inside));
		await audit(inside, 'projects.closed', { kind: 'project', id: project.id });
		return granted();
	});
}

/** Opens a closed one again. */
export async function openProjectAgain(
	ctx: Context,
	input: { readonly project: string },
): Promise<Granted<undefined>> {
	return inTransaction(ctx, async (inside) => {
		const project = await reachToChange(inside, input.project);
		demand(inside, 'projects.open-again', project);
		await deleteClosure(inside, project.id);
		await audit(inside, 'projects.opened-again', { kind: 'project', id: project.id });
		return granted();
	});
}
