/** What the log of a space tells of materials and folders: added, hidden, thrown away. */
import { sql } from 'kysely';
import type { LoggedDeed, LogWindow } from '#domain/spaces';
import type { Context } from '#platform/context';

export async function materialsLogged(ctx: Context, window: LogWindow): Promise<LoggedDeed[]> {
	const found = await sql<LoggedDeed>`
		select deed.at, deed.by, deed.verb, thing.kind, thing.id, thing.name as words, thing.locale
		from (
			select 'material' as kind, id, space_id, name, locale, added_by as made_by, added_at as made_at,
				binned_by, binned_at
			from spaces_materials.material
			union all
			select 'folder', id, space_id, name, locale, made_by, made_at, binned_by, binned_at
			from spaces_materials.folder
		) as thing
		left join spaces_materials.hiding as hiding on hiding.material_id = thing.id
		cross join lateral (values
			(thing.made_at, thing.made_by, 'made'),
			(hiding.hidden_at, hiding.hidden_by, 'hidden'),
			(thing.binned_at, thing.binned_by, 'removed')) as deed (at, by, verb)
		where thing.space_id = ${window.space} and deed.at < ${window.before} and deed.at >= ${window.since}
			and (${window.by ?? null}::uuid is null or deed.by = ${window.by ?? null}::uuid)
		order by deed.at desc limit ${window.most}`.execute(ctx.db);
	return found.rows;
}
