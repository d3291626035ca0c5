/** A member reports a post to the teachers of the space, and one of them settles it. */
import {
	demandRight,
	personsWithRole,
	spaceFor,
	teacherRoles,
	type MemberId,
	type Space,
} from '#domain/spaces';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { countAgainst } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import { hidePost, removePost, showPost, type PostAt, type Why } from './moderate-post.ts';
import { postLimits, type Outcome, type Post } from './post.ts';
import { postsIn } from './posts.sql.ts';
import { asSeen, postFor } from './read-posts.ts';
import { mayModerate } from './visibility.ts';
import { countWaitingPosts, insertReport, reportsIn, type Report } from './reports.sql.ts';

/**
 * Tells all teachers of the space. From this moment the post is out of sight of pupils and guests, until a
 * teacher has looked; once found to be fine, it stays in sight whatever is reported. Reporting twice is once.
 * Says on whose wall it stands, since the post itself may be out of the reporter's sight now.
 */
export async function reportPost(
	ctx: Context,
	{ reason, words, ...at }: PostAt & Why,
): Promise<Result<{ readonly wall: MemberId | null }, 'not-open'>> {
	const { space, row, post } = await postFor(ctx, at.space, at.post);
	demandRight(ctx, space, 'posts.report');
	if (!post.may.has('report')) return refused('not-open');
	await countAgainst(ctx, postLimits.reports, space.me.id);
	return inTransaction(ctx, async (inside) => {
		const isNew = await insertReport(inside, { post: row.id, by: space.me.id, reason, words });
		if (isNew) {
			const teachers = await personsWithRole(inside, space.id, teacherRoles);
			await emit(inside, 'post.reported', { space: space.id, spaceName: space.name, teachers });
		}
		return granted({ wall: row.wall });
	});
}

/** One post that was reported, with everything that was reported about it. */
export type ReportedPost = {
	readonly post: Post;
	readonly reports: readonly Report[];
	readonly isOpen: boolean;
	/** Nobody settles what was reported about the own post. */
	readonly maySettle: boolean;
};

const reportsShown = 200;

/** What was reported in the space: what waits for a look first, then what was settled. */
export async function reportsFor(ctx: Context, space: Space): Promise<ReportedPost[]> {
	demandRight(ctx, space, 'reports.settle');
	const reports = await reportsIn(ctx, space.id, reportsShown);
	const ids = [...new Set(reports.map((report) => report.post))];
	const rows = new Map((await postsIn(ctx, space.id, ids)).map((row) => [row.id, row]));
	return ids.flatMap((id) => {
		const row = rows.get(id);
		const post = row && asSeen(space, row);
		if (!post) return [];
		const own = reports.filter((report) => report.post === id);
		const maySettle = mayModerate(space, { madeBy: post.by.id, authorRole: post.by.role });
		return [{ post, reports: own, isOpen: own.some((report) => report.settledAt === null), maySettle }];
	});
}

/** How many posts wait for a teacher's look. */
export async function openReportsFor(ctx: Context, space: Space): Promise<number> {
	demandRight(ctx, space, 'reports.settle');
	return countWaitingPosts(ctx, space.id);
}

/** A teacher of the space settles what was reported about a post: kept, hidden or removed. */
export async function settleReports(
	ctx: Context,
	{ outcome, ...input }: PostAt & Why & { readonly outcome: Outcome },
): Promise<Result<undefined, 'removed-before'>> {
	demandRight(ctx, await spaceFor(ctx, input.space), 'reports.settle');
	if (outcome === 'kept') return showPost(ctx, input);
	return outcome === 'hidden' ? hidePost(ctx, input) : removePost(ctx, input);
}
