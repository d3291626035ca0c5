/** SQL of what happened in spaces. */
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import type { Activity, ActivityVerb, Deed } from './activity.ts';
import { memberCard, memberOfRow } from './members.sql.ts';
import type { MemberId, SpaceId } from './space.ts';

export async function insertActivity(
	ctx: Context,
	space: SpaceId,
	member: MemberId,
	deed: Deed,
): Promise<void> {
	await ctx.db
		.insertInto('spaces.activity')
		.values({
			id: newId(),
			space_id: space,
			member_id: member,
			verb: deed.verb,
			thing_kind: deed.kind,
			thing_id: deed.id,
			at: ctx.now,
		})
		.execute();
}

export async function latestActivityOf(ctx: Context, space: SpaceId, most: number): Promise<Activity[]> {
	const rows = await memberCard(ctx)
		.innerJoin('spaces.activity as activity', 'activity.member_id', 'member.id')
		.select(['activity.verb', 'activity.thing_kind', 'activity.thing_id', 'activity.at'])
		.where('activity.space_id', '=', space)
		.orderBy('activity.at', 'desc')
		.limit(most)
		.execute();
	return rows.map((row) => ({
		verb: row.verb as ActivityVerb,
		kind: row.thing_kind,
		id: row.thing_id,
		by: memberOfRow(row),
		at: row.at,
	}));
}
