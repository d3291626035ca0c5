/** SQL of partner posts. */
import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';
import { blockedEitherWay } from '#domain/contacts';
import { visiblePeople } from '#domain/people';
import { isWithheld } from '#domain/safety';
import type { Context } from '#platform/context';
import type { DB } from '#platform/schema';
import { personOf, type PersonId } from '#shared/actor';
import type { LanguageCode, Subject } from '#shared/vocabulary';
import type { ClosingReason, Post, PostId, PostKind } from './post.ts';

const eb = expressionBuilder<DB & { post: DB['partner_finding.post'] }, 'post'>();

/** True for running posts of authors the reader may find, and for the reader's own, whatever became of them. */
export function visiblePosts(ctx: Pick<Context, 'actor' | 'now'>): Expression<SqlBool> {
	const me = personOf(ctx.actor);
	if (me === undefined || ctx.actor.kind !== 'teacher') return sql<SqlBool>`false`;
	const closure = eb
		.selectFrom('partner_finding.post_closure as closure')
		.select('closure.post_id')
		.whereRef('closure.post_id', '=', 'post.id');
	const others = eb.and([
		eb('post.expires_at', '>', ctx.now),
		eb.not(eb.exists(closure)),
		eb.not(isWithheld(eb.ref('post.id'))),
		visiblePeople(ctx.actor, eb.ref('post.person_id')),
		eb.not(blockedEitherWay(me, eb.ref('post.person_id'))),
	]);
	return eb.or([eb('post.person_id', '=', me), others]);
}

export async function visiblePost(ctx: Context, id: PostId): Promise<Post | undefined> {
	const row = await posts(ctx)
		.where('post.id', '=', id)
		.where(() => visiblePosts(ctx))
		.executeTakeFirst();
	return row && postOf(row);
}

/** The posts of one author, the newest first: all of them, or so many. */
export async function postsBy(ctx: Context, author: PersonId, most?: number): Promise<Post[]> {
	const rows = await posts(ctx)
		.where('post.person_id', '=', author)
		.orderBy('post.posted_at', 'desc')
		.orderBy('post.id', 'desc')
		.$if(most !== undefined, (query) => query.limit(most ?? 0))
		.execute();
	return rows.map(postOf);
}

/** Posts of these authors that can be found now. */
export async function runningPostsOf(ctx: Context, authors: readonly PersonId[]): Promise<Post[]> {
	if (authors.length === 0) return [];
	const rows = await posts(ctx)
		.where('post.person_id', 'in', [...authors])
		.where('post.expires_at', '>', ctx.now)
		.where('closure.post_id', 'is', null)
		.where(({ not, ref }) => not(isWithheld(ref('post.id'))))
		.execute();
	return rows.map(postOf);
}

function posts(ctx: Context) {
	return ctx.db
		.selectFrom('partner_finding.post as post')
		.leftJoin('partner_finding.post_closure as closure', 'closure.post_id', 'post.id')
		.select([
			'post.id',
			'post.person_id',
			'post.school_id',
			'post.kind',
			'post.title',
			'post.words',
			'post.locale',
		])
		.select(['post.languages', 'post.subjects', 'post.ages_from', 'post.ages_to', 'post.countries_wanted'])
		.select([
			'post.partners_wanted',
			'post.pupils',
			'post.starts_in',
			'post.lasts_months',
			'post.posted_at',
			'post.expires_at',
			'closure.reason',
			'closure.closed_at',
		]);
}

type PostRow = Awaited<ReturnType<ReturnType<typeof posts>['executeTakeFirstOrThrow']>>;

function postOf(row: PostRow): Post {
	return {
		id: row.id,
		author: row.person_id,
		school: row.school_id,
		kind: row.kind as PostKind,
		title: row.title,
		words: row.words,
		locale: row.locale,
		languages: row.languages as LanguageCode[],
		subjects: row.subjects as Subject[],
		agesFrom: row.ages_from,
		agesTo: row.ages_to,
		countriesWanted: row.countries_wanted,
		partnersWanted: row.partners_wanted,
		pupils: row.pupils ?? undefined,
		startsIn: row.starts_in ?? undefined,
		lastsMonths: row.lasts_months ?? undefined,
		postedAt: row.posted_at,
		expiresAt: row.expires_at,
		closed:
			row.reason !== null && row.closed_at !== null
				? { reason: row.reason as ClosingReason, at: row.closed_at }
				: undefined,
	};
}

export async function insertPost(ctx: Context, post: Omit<Post, 'closed'>): Promise<void> {
	await ctx.db
		.insertInto('partner_finding.post')
		.values({
			id: post.id,
			person_id: post.author,
			school_id: post.school,
			kind: post.kind,
			title: post.title,
			words: post.words,
			locale: post.locale,
			languages: [...post.languages],
			subjects: [...post.subjects],
			ages_from: post.agesFrom,
			ages_to: post.agesTo,
			countries_wanted: [...post.countriesWanted],
			partners_wanted: post.partnersWanted,
			pupils: post.pupils ?? null,
			starts_in: post.startsIn ?? null,
			lasts_months: post.lastsMonths ?? null,
			posted_at: post.postedAt,
			expires_at: post.expiresAt,
		})
		.execute();
}

export async function prolongPost(ctx: Context, id: PostId, until: Date): Promise<void> {
	await ctx.db
		.updateTable('partner_finding.post')
		.set({ expires_at: until, reminded_at: null })
		.where('id', '=', id)
		.execute();
}

/** The post itself, for whoever has a signed link to it, and for jobs. */
export async function postById(ctx: Context, id: PostId): Promise<Post | undefined> {
	const row = await posts(ctx).where('post.id', '=', id).executeTakeFirst();
	return row && postOf(row);
}

/** Running posts whose run ends before a moment and whose authors do not know yet. */
export async function postsEndingBefore(ctx: Context, moment: Date): Promise<Post[]> {
	const rows = await posts(ctx)
		.where('post.expires_at', '>', ctx.now)
		.where('post.expires_at', '<=', moment)
		.where('post.reminded_at', 'is', null)
		.where('closure.post_id', 'is', null)
		.execute();
	return rows.map(postOf);
}

/** False when somebody else reminds of it. */
export async function takeReminder(ctx: Context, id: PostId): Promise<boolean> {
	const taken = await ctx.db
		.updateTable('partner_finding.post')
		.set({ reminded_at: ctx.now })
		.where('id', '=', id)
		.where('reminded_at', 'is', null)
		.executeTakeFirst();
	return taken.numUpdatedRows > 0n;
}

/** Closed once; a second closing changes nothing. */
export async function insertClosure(ctx: Context, id: PostId, reason: ClosingReason): Promise<void> {
	await ctx.db
		.insertInto('partner_finding.post_closure')
		.values({ post_id: id, reason, closed_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** A post that was closed for this reason runs again. */
export async function deleteClosure(ctx: Context, id: PostId, reason: ClosingReason): Promise<void> {
	await ctx.db
		.deleteFrom('partner_finding.post_closure')
		.where('post_id', '=', id)
		.where('reason', '=', reason)
		.execute();
}

/** One author's posts change one after another, so that their number holds. */
export async function lockAuthor(ctx: Context, author: PersonId): Promise<void> {
	await sql`select pg_advisory_xact_lock(hashtextextended(${`partner-finding ${author}`}, 0))`.execute(
		ctx.db,
	);
}

/** Posts that were closed or ran out before a moment. */
export async function deletePostsOverBefore(ctx: Context, before: Date): Promise<void> {
	const rows = await ctx.db
		.selectFrom('partner_finding.post as post')
		.leftJoin('partner_finding.post_closure as closure', 'closure.post_id', 'post.id')
		.select('post.id')
		.where(({ eb, fn }) => eb(fn.coalesce('closure.closed_at', 'post.expires_at'), '<', before))
		.execute();
	const over = rows.map(({ id }) => id);
	if (over.length === 0) return;
	await ctx.db.deleteFrom('partner_finding.post_closure').where('post_id', 'in', over).execute();
	await ctx.db.deleteFrom('partner_finding.post').where('id', 'in', over).execute();
}
