/** What the log of a space tells of posts: written, hidden and removed, on walls, in news, in threads and among teachers. */
import { sql } from 'kysely';
import type { LoggedDeed, LogWindow } from '#domain/spaces';
import type { Context } from '#platform/context';

export async function postsLogged(ctx: Context, window: LogWindow): Promise<LoggedDeed[]> {
	const found = await sql<Omit<LoggedDeed, 'kind'>>`
		select deed.at, deed.by, deed.verb, post.id, left(post.words, 200) as words, post.locale
		from spaces_updates.post as post
		left join spaces_updates.post_hiding as hiding on hiding.post_id = post.id
		left join spaces_updates.post_removal as removal on removal.post_id = post.id
		cross join lateral (values
			(post.posted_at, post.member_id, 'made'),
			(hiding.hidden_at, hiding.hidden_by, 'hidden'),
			(removal.removed_at, removal.removed_by, 'removed')) as deed (at, by, verb)
		where post.space_id = ${window.space} and deed.at < ${window.before} and deed.at >= ${window.since}
			and (${window.by ?? null}::uuid is null or deed.by = ${window.by ?? null}::uuid)
		order by deed.at desc limit ${window.most}`.execute(ctx.db);
	return found.rows.map((row) => ({ ...row, kind: 'post' }));
}
