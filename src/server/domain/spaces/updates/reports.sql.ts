/** SQL of reports about posts. */
import { memberCard, memberOfRow, type MemberId, type SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import type { Author, Outcome, PostId, PostReason } from './post.ts';

export type Report = {
	readonly post: PostId;
	readonly by: Author;
	readonly reason: PostReason;
	readonly words: string;
	readonly reportedAt: Date;
	readonly outcome: Outcome | null;
	readonly settledAt: Date | null;
};

export type NewReport = {
	readonly post: PostId;
	readonly by: MemberId;
	readonly reason: PostReason;
	readonly words: string;
};

/** Keeps a report; false when this member reported this post before. */
export async function insertReport(ctx: Context, report: NewReport): Promise<boolean> {
	const inserted = await ctx.db
		.insertInto('spaces_updates.post_report')
		.values({
			id: newId(),
			post_id: report.post,
			reported_by: report.by,
			reason: report.reason,
			words: report.words,
			reported_at: ctx.now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return Number(inserted.numInsertedOrUpdatedRows) === 1;
}

/** Settles all open reports about a post. Returns how many there were. */
export async function settleOpenReports(
	ctx: Context,
	post: PostId,
	by: MemberId,
	outcome: Outcome,
): Promise<number> {
	const settled = await ctx.db
		.updateTable('spaces_updates.post_report')
		.set({ settled_by: by, settled_at: ctx.now, outcome })
		.where('post_id', '=', post)
		.where('settled_at', 'is', null)
		.executeTakeFirst();
	return Number(settled.numUpdatedRows);
}

/** The newest reports about posts of the space, open ones first. */
export async function reportsIn(ctx: Context, space: SpaceId, most: number): Promise<Report[]> {
	const rows = await memberCard(ctx)
		.innerJoin('spaces_updates.post_report as report', 'report.reported_by', 'member.id')
		.innerJoin('spaces_updates.post as post', 'post.id', 'report.post_id')
		.select(['report.post_id', 'report.reason', 'report.words', 'report.reported_at'])
		.select(['report.outcome', 'report.settled_at'])
		.where('post.space_id', '=', space)
		.orderBy((eb) => eb('report.settled_at', 'is not', null))
		.orderBy('report.reported_at', 'desc')
		.limit(most)
		.execute();
	return rows.map((row) => ({
		post: row.post_id,
		by: memberOfRow(row),
		reason: row.reason as PostReason,
		words: row.words,
		reportedAt: row.reported_at,
		outcome: row.outcome as Outcome | null,
		settledAt: row.settled_at,
	}));
}

/** How many posts of the space wait for a teacher's look. */
export async function countWaitingPosts(ctx: Context, space: SpaceId): Promise<number> {
	const row = await ctx.db
		.selectFrom('spaces_updates.post_report as report')
		.innerJoin('spaces_updates.post as post', 'post.id', 'report.post_id')
		.select(({ fn }) => fn.count<number>('report.post_id').distinct().as('count'))
		.where('post.space_id', '=', space)
		.where('report.settled_at', 'is', null)
		.executeTakeFirstOrThrow();
	return row.count;
}

/** Forgets reports settled before that day. Returns how many. */
export async function deleteReportsSettledBefore(ctx: Context, day: Date): Promise<number> {
	const deleted = await ctx.db
		.deleteFrom('spaces_updates.post_report')
		.where('settled_at', '<', day)
		.executeTakeFirst();
	return Number(deleted.numDeletedRows);
}
