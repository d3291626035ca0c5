/** The kits a teacher may begin with. */
import type { Context } from '#platform/context';
import { Forbidden } from '#platform/errors';
import type { Kit } from './kit.ts';
import { kitsFoundBy } from './kits.sql.ts';

/** Offered ones and the own, the newest first. For teachers. */
export async function kitsFor(ctx: Context): Promise<Kit[]> {
	if (ctx.actor.kind !== 'teacher') throw new Forbidden('kits.see');
	return kitsFoundBy(ctx);
}
