/** What happened in a space lately: written by its tools, shown on its home page. */
import type { Context } from '#platform/context';
import { demandRight } from './abilities.ts';
import { insertActivity, latestActivityOf } from './activity.sql.ts';
import type { MemberCard, Space } from './space.ts';

export type ActivityVerb = 'pupils-joined' | 'page-shared' | 'page-published' | 'page-withdrawn';

export type Deed = { readonly verb: ActivityVerb; readonly kind: string; readonly id: string };
export type Activity = Deed & { readonly by: MemberCard; readonly at: Date };

/** Notes what the actor did, in the transaction of the deed. open-to-all: the deed itself was demanded. */
export async function recordActivity(
	ctx: Context,
	space: Pick<Space, 'id' | 'me'>,
	deed: Deed,
): Promise<void> {
	await insertActivity(ctx, space.id, space.me.id, deed);
}

/** The newest deeds in the space. */
export async function activityFor(ctx: Context, space: Space, most = 8): Promise<Activity[]> {
	demandRight(ctx, space, 'space.see');
	return latestActivityOf(ctx, space.id, most);
}
