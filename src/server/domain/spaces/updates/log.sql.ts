/** What the log of a space tells of posts: written, said anew, hidden and removed, on walls, in news, in threads and among teachers. */
import { sql } from 'kysely';
import type { LoggedDeed, LogWindow } from '#domain/spaces';
import type { Context } from '#platform/context';

export async function postsLogged(ctx: Context, window: LogWindow): Promise<LoggedDeed[]> {
	const found = await sql<Omit<LoggedDeed, 'kind'>>`
		select deed.at, deed.by, deed.verb, post.id, left(deed.words, 200) as words, deed.locale
		from spaces_updates.post as post
		left join spaces_updates.post_hiding as hiding on hiding.post_id = post.id
		left join spaces_updates.post_removal as removal on removal.post_id = post.id
		cross join lateral (
			-- each with the words it had from then on
			select coalesce(said.since, post.posted_at), post.member_id,
				case when said.since is null then 'made' else 'changed' end, said.words, said.locale
			from (
				select words, locale, lag(said_until) over (order by said_until nulls last) as since
				from (
					select words, locale, said_until from spaces_updates.earlier_words where post_id = post.id
					union all
					select post.words, post.locale, null
				) as version
			) as said
			union all select hiding.hidden_at, hiding.hidden_by, 'hidden', post.words, post.locale
			union all select removal.removed_at, removal.removed_by, 'removed', post.words, post.locale
		) as deed (at, by, verb, words, locale)
		where post.space_id = ${window.space} and deed.at < ${window.before} and deed.at >= ${window.since}
			and (${window.by ?? null}::uuid is null or deed.by = ${window.by ?? null}::uuid)
		order by deed.at desc limit ${window.most}`.execute(ctx.db);
	return found.rows.map((row) => ({ ...row, kind: 'post' }));
}
