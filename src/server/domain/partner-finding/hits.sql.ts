/** SQL that shows what was found: the last wall, whatever found it. */
import { sql, type Compilable } from 'kysely';
import { blockedEitherWay } from '#domain/contacts';
import { personCard, visiblePeople } from '#domain/people';
import type { PersonCard } from '#domain/people';
import { openSchools, schoolCard, visibleSchools, type SchoolCard } from '#domain/schools';
import type { Context } from '#platform/context';
import { prepared } from '#platform/prepared';
import { personOf } from '#shared/actor';
import type { Kind } from './groups.ts';

export type HitRow = {
	readonly kind: Kind;
	readonly id: string;
	readonly title: string | null;
	readonly words: string;
	readonly locale: string | null;
	readonly tags: readonly string[];
	readonly agesFrom: number | null;
	readonly agesTo: number | null;
	readonly person: PersonCard | null;
	readonly school: SchoolCard | null;
};

/** Which of these things belong to each school: teachers and posts to that of the teacher, projects to several. */
export async function thingsAtSchools(
	ctx: Context,
	things: readonly string[],
): Promise<{ school: string; things: string[] }[]> {
	const { rows } = await sql<{ school: string; things: string[] }>`
		select school, array_agg(entry.thing_id::text) as things
		from partner_finding.search_entry as entry cross join unnest(entry.school_ids) as school
		where entry.thing_id = any(${[...things]}::uuid[])
		group by school`.execute(ctx.db);
	return rows;
}

/** The lines of these things that the reader may see. Of projects the reader's part says itself what may be seen. */
export const hitRows: (ctx: Context, values: { readonly ids: readonly string[] }) => Promise<HitRow[]> =
	prepared((ctx, { ids }: { readonly ids: readonly string[] }) => {
		const person = sql<string>`entry.person_id`;
		const thing = sql<string>`entry.thing_id`;
		const me = personOf(ctx.actor);
		const rows = sql<HitRow>`
			select entry.kind, entry.thing_id as id, entry.title, entry.words, entry.locale, entry.tags,
				entry.ages_from as "agesFrom", entry.ages_to as "agesTo", ${personCard(person)} as person,
				case when entry.kind = 'school' then ${schoolCard(thing)} end as school
			from partner_finding.search_entry as entry
			where entry.kind = any('{person,post,school,project}') and entry.thing_id = any(${ids})
				and (entry.expires_at is null or entry.expires_at > ${ctx.now})
				and case when entry.person_id is not null
					then ${visiblePeople(ctx.actor, person)} and ${me === undefined ? sql`true` : sql`not ${blockedEitherWay(me, person)}`}
					else entry.kind <> 'school' or (${visibleSchools(ctx.actor, thing)} and ${openSchools(thing)}) end`;
		return { compile: () => rows.compile(ctx.db) } as Compilable<HitRow>;
	});
