/** The clock: what no teacher of a room has looked at in time goes to the support organisation. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { escalateMatter, lockMatter, overdueInRooms } from './matters.sql.ts';
import { dueFrom, tellModerators } from './open-matter.ts';

/** Every few minutes. Running it twice hands nothing on again. open-to-all: only the worker runs it. */
export async function escalateOverdue(ctx: Context): Promise<void> {
	for (const id of await overdueInRooms(ctx)) {
		await inTransaction(ctx, async (inside) => {
			const matter = await lockMatter(inside, id);
			if (!matter || matter.settledAt !== null || matter.escalatedAt !== null) return;
			await escalateMatter(inside, id, await dueFrom(inside, matter.urgent));
			await audit(inside, 'safety.matter-escalated', { kind: 'matter', id });
			await tellModerators(inside, matter);
		});
	}
}
