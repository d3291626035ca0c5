/** Plans that were taken back long ago: nobody works on them and nobody reads them. */
import { forgetWordsOfCase } from '#domain/support';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { overBefore } from '#platform/retention';
import { deleteProjects, plansWithdrawnBefore } from './privacy.sql.ts';

/** The hourly job. Running it twice forgets nothing more. open-to-all: only the worker runs it. */
export async function forgetWithdrawnPlans(ctx: Context): Promise<void> {
	const over = await overBefore(ctx, 'plan_withdrawn');
	for (const project of await plansWithdrawnBefore(ctx, over)) {
		await inTransaction(ctx, async (inside) => {
			await forgetWordsOfCase(inside, { kind: 'project', subject: project });
			await deleteProjects(inside, [project]);
		});
	}
}
