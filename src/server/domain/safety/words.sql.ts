/** SQL of the lists of words that make a pupil's post wait, and of what waits in a space. */
import type { Context } from '#platform/context';
import { fold } from '#shared/folding';
import type { RoomId, RoomMemberId } from './matter.ts';

/** Whether one of these words stands on a list of any language: pupils write in several. */
export async function holdsListedWord(ctx: Context, text: string): Promise<boolean> {
	const words = [...new Set(fold(text).split(' '))].filter((word) => word !== '');
	if (words.length === 0) return false;
	const row = await ctx.db
		.selectFrom('safety.word')
		.select('word')
		.where(({ eb, fn, val }) => eb('word', '=', fn.any(val(words))))
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

export const waitingRules = ['nothing', 'first-post', 'every-post', 'pictures'] as const;
export type WaitingRule = (typeof waitingRules)[number];

/** What waits in a space; nothing, where nobody has said otherwise. */
export async function ruleOfRoom(ctx: Context, room: RoomId): Promise<WaitingRule> {
	const row = await ctx.db
		.selectFrom('safety.space_rule')
		.select('waits')
		.where('space_id', '=', room)
		.where('since', '<=', ctx.now)
		.orderBy('since', 'desc')
		.limit(1)
		.executeTakeFirst();
	return (row?.waits as WaitingRule | undefined) ?? 'nothing';
}

export async function setRuleOfRoom(
	ctx: Context,
	room: RoomId,
	waits: WaitingRule,
	by: RoomMemberId,
): Promise<void> {
	await ctx.db
		.insertInto('safety.space_rule')
		.values({ space_id: room, since: ctx.now, waits, set_by: by })
		.onConflict((conflict) => conflict.columns(['space_id', 'since']).doUpdateSet({ waits, set_by: by }))
		.execute();
}
