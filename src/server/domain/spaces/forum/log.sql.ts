/** What the log of a space tells of discussions and threads; what is said in them are posts. */
import { sql } from 'kysely';
import type { LoggedDeed, LogWindow } from '#domain/spaces';
import type { Context } from '#platform/context';

export async function threadsLogged(ctx: Context, window: LogWindow): Promise<LoggedDeed[]> {
	const found = await sql<LoggedDeed>`
		select deed.at, deed.by, deed.verb, deed.kind, deed.id, deed.words, deed.locale
		from (
			select space_id, begun_at, begun_by, 'made', 'thread', id, title, locale from spaces_forum.thread
			union all
			select space_id, locked_at, locked_by, 'changed', 'thread', id, title, locale from spaces_forum.thread
			union all
			select space_id, opened_at, opened_by, 'made', 'discussion', id, title, locale
			from spaces_forum.discussion
			union all
			select discussion.space_id, removal.removed_at, removal.removed_by, 'removed', 'discussion', discussion.id,
				discussion.title, discussion.locale
			from spaces_forum.discussion_removal as removal
			join spaces_forum.discussion as discussion on discussion.id = removal.discussion_id
		) as deed (space_id, at, by, verb, kind, id, words, locale)
		where deed.space_id = ${window.space} and deed.at < ${window.before} and deed.at >= ${window.since}
			and (${window.by ?? null}::uuid is null or deed.by = ${window.by ?? null}::uuid)
		order by deed.at desc limit ${window.most}`.execute(ctx.db);
	return found.rows;
}
