/** What the log of a space tells of pages: made, every version with its writer, what is written together, the bin. */
import { sql } from 'kysely';
import type { LoggedDeed, LogWindow } from '#domain/spaces';
import type { Context } from '#platform/context';

export async function pagesLogged(ctx: Context, window: LogWindow): Promise<LoggedDeed[]> {
	const found = await sql<Omit<LoggedDeed, 'kind' | 'version'> & { version: number | null }>`
		select deed.at, deed.by, deed.verb, page.id, deed.words, page.locale, deed.version
		from spaces_pages.page as page
		cross join lateral (
			select version.saved_at, version.saved_by, case version.version when 1 then 'made' else 'changed' end,
				version.title, version.version
			from spaces_pages.page_version as version
			where version.page_id = page.id and version.live_since is null
			union all
			-- what one hand wrote along in an hour is one deed
			select max(change.written_at), change.written_by, 'changed', page.title, null
			from spaces_pages.page_change as change
			where change.page_id = page.id and change.written_by is not null
				and change.written_at >= ${window.since}
			group by change.written_by, date_trunc('hour', change.written_at)
			union all
			select page.binned_at, page.binned_by, 'removed', page.title, null
		) as deed (at, by, verb, words, version)
		where page.space_id = ${window.space} and deed.at < ${window.before} and deed.at >= ${window.since}
			and (${window.by ?? null}::uuid is null or deed.by = ${window.by ?? null}::uuid)
		order by deed.at desc limit ${window.most}`.execute(ctx.db);
	return found.rows.map(({ version, ...row }) => ({
		...row,
		kind: 'page',
		...(version !== null && { version }),
	}));
}
