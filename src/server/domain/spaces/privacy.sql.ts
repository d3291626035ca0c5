/** SQL of one person's or one pupil's memberships, whatever the space. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { PersonId, PupilId } from '#shared/actor';
import type { MemberId } from './space.ts';

export async function membershipsOf(ctx: Context, person: PersonId) {
	return ctx.db
		.selectFrom('spaces.member as member')
		.innerJoin('spaces.space as space', 'space.id', 'member.space_id')
		.select(['space.name', 'space.kind', 'member.role', 'member.joined_at', 'member.until', 'member.left_at'])
		.where('member.person_id', '=', person)
		.orderBy('member.joined_at')
		.execute();
}

/** What the person did in spaces, as their first pages tell it. */
export async function activityOf(ctx: Context, person: PersonId) {
	return ctx.db
		.selectFrom('spaces.activity as activity')
		.innerJoin('spaces.member as member', 'member.id', 'activity.member_id')
		.select(['activity.verb', 'activity.thing_kind', 'activity.at'])
		.where('member.person_id', '=', person)
		.orderBy('activity.at')
		.execute();
}

/** The member stays as the author of what was written, and is nobody any more. */
export async function eraseMember(
	ctx: Context,
	whom: { readonly person_id: PersonId } | { readonly pupil_id: PupilId },
): Promise<void> {
	const [column, id] =
		'person_id' in whom ? (['person_id', whom.person_id] as const) : (['pupil_id', whom.pupil_id] as const);
	await ctx.db
		.updateTable('spaces.member')
		.set((eb) => ({
			person_id: null,
			pupil_id: null,
			erased_at: ctx.now,
			left_at: eb.fn.coalesce('left_at', eb.val(ctx.now)),
		}))
		.where(column, '=', id)
		.execute();
}

/** Gives memberships (all, or those named) to another person, but for spaces in which that person is already. */
export async function moveMemberships(
	ctx: Context,
	from: PersonId,
	into: PersonId,
	only?: readonly MemberId[],
): Promise<MemberId[]> {
	if (only?.length === 0) return [];
	const rows = await ctx.db
		.updateTable('spaces.member as member')
		.set({ person_id: into })
		.where('member.person_id', '=', from)
		.$if(only !== undefined, (query) => query.where('member.id', 'in', [...(only ?? [])]))
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('spaces.member as other')
						.select('other.id')
						.whereRef('other.space_id', '=', 'member.space_id')
						.where('other.person_id', '=', into),
				),
			),
		)
		.returning('member.id')
		.execute();
	return rows.map((row) => row.id);
}

/**
 * Where both accounts of one person were members of one space, the person goes on as the better of the two: here before
 * gone, then by role, and suspended as long as either was. What the other wrote keeps the person's name.
 */
export async function joinMemberships(ctx: Context, from: PersonId, into: PersonId): Promise<void> {
	await sql`
		with pair as (
			select other.id, first_value(other.id) over best as stays, max(other.suspended_until) over whole as suspended,
				count(*) over whole as held
			from spaces.member as other
			where other.person_id in (${from}, ${into}) and other.goes_on_as is null
			window whole as (partition by other.space_id),
				best as (partition by other.space_id order by other.left_at is not null,
					array_position(array['founder', 'teacher-administrator', 'teacher', 'expert', 'observer'], other.role),
					other.person_id = ${from})
		)
		update spaces.member as member set
			goes_on_as = case when pair.id <> pair.stays then pair.stays end,
			left_at = case when pair.id <> pair.stays then coalesce(member.left_at, ${ctx.now}) else member.left_at end,
			suspended_until = pair.suspended
		from pair where pair.id = member.id and pair.held > 1`.execute(ctx.db);
	await ctx.db.updateTable('spaces.member').set({ person_id: into }).where('person_id', '=', from).execute();
}
