/** SQL of one person's or one pupil's memberships, whatever the space. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { PersonId, PupilId } from '#shared/actor';
import type { MemberId } from './space.ts';

/** Whose memberships: a person's, or a pupil's. */
export type Whose = { readonly person: PersonId } | { readonly pupil: PupilId };

/** Fragment: the ids of somebody's memberships, for what each tool keeps by member. */
export function membershipIds(ctx: Context, whose: Whose) {
	const all = ctx.db.selectFrom('spaces.member').select('id');
	return 'person' in whose
		? all.where('person_id', '=', whose.person)
		: all.where('pupil_id', '=', whose.pupil);
}

export async function membershipsOf(ctx: Context, whose: Whose) {
	return ctx.db
		.selectFrom('spaces.member as member')
		.innerJoin('spaces.space as space', 'space.id', 'member.space_id')
		.select(['space.name', 'space.kind', 'member.role', 'member.joined_at', 'member.until', 'member.left_at'])
		.where('member.id', 'in', membershipIds(ctx, whose))
		.orderBy('member.joined_at')
		.execute();
}

/** What somebody did in spaces, as their first pages tell it. */
export async function activityOf(ctx: Context, whose: Whose) {
	return ctx.db
		.selectFrom('spaces.activity as activity')
		.innerJoin('spaces.member as member', 'member.id', 'activity.member_id')
		.select(['activity.verb', 'activity.thing_kind', 'activity.at'])
		.where('member.id', 'in', membershipIds(ctx, whose))
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

/** How a membership stood before two accounts became one; moments as the database writes them. */
export type Standing = {
	readonly id: MemberId;
	readonly role: string;
	readonly until: string | null;
	readonly left_at: string | null;
	readonly left_by: MemberId | null;
	readonly suspended_until: string | null;
};

/** The membership that goes on as another: as both stood before. */
export type JoinedPair = { readonly stays: Standing; readonly other: Standing };

/**
 * Where both accounts of one person are members of one space, the person goes on as the better of the two from now on:
 * here before gone, then by role, and suspended as long as either is. The membership of the account that stays takes that
 * standing, the other one leaves and points to it; what it wrote keeps the person's name. Answers how both stood.
 */
export async function joinMemberships(ctx: Context, from: PersonId, into: PersonId): Promise<JoinedPair[]> {
	const { rows } = await sql<JoinedPair>`
		with pair as (
			select stays, other, (array_agg(one order by (one).left_at is not null,
				array_position(array['founder', 'teacher-administrator', 'teacher', 'expert', 'observer'], (one).role),
				(one).id = other.id))[1] as best
			from spaces.member as stays
			join spaces.member as other using (space_id)
			cross join lateral (values (stays), (other)) as both_of (one)
			where stays.person_id = ${into} and other.person_id = ${from}
				and stays.goes_on_as is null and other.goes_on_as is null
			group by stays, other
		), kept as (
			update spaces.member as member set role = (pair.best).role, until = (pair.best).until,
				left_at = (pair.best).left_at, left_by = (pair.best).left_by,
				suspended_until = greatest((pair.stays).suspended_until, (pair.other).suspended_until)
			from pair where member.id = (pair.stays).id
		), given as (
			update spaces.member as member set goes_on_as = (pair.stays).id,
				left_at = coalesce(member.left_at, ${ctx.now})
			from pair where member.id = (pair.other).id
		)
		select to_jsonb(stays) as stays, to_jsonb(other) as other from pair`.execute(ctx.db);
	return rows.map(({ stays, other }) => ({ stays: standingOf(stays), other: standingOf(other) }));
}

function standingOf({ id, role, until, left_at, left_by, suspended_until }: Standing): Standing {
	return { id, role, until, left_at, left_by, suspended_until };
}

/**
 * Two people again, each as before; but who left the space meanwhile, or was sent out of it or suspended, did so with
 * both memberships.
 */
export async function partMemberships(ctx: Context, pairs: readonly JoinedPair[]): Promise<void> {
	if (pairs.length === 0) return;
	await sql`
		with pair as (
			select member.id, was, whole.left_at as whole_left_at, whole.left_by as whole_left_by,
				case when whole.suspended_until is distinct from greatest(kept.suspended_until, given.suspended_until)
					then whole.suspended_until else (was).suspended_until end as suspended
			from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as held (stays jsonb, other jsonb)
			cross join lateral jsonb_populate_record(null::spaces.member, held.stays) as kept
			cross join lateral jsonb_populate_record(null::spaces.member, held.other) as given
			cross join lateral (values (kept), (given)) as both_of (was)
			join spaces.member as whole on whole.id = kept.id
			join spaces.member as member on member.id = (was).id
		)
		update spaces.member as member set role = (was).role, until = (was).until, goes_on_as = null,
			left_at = coalesce((was).left_at, whole_left_at), suspended_until = suspended,
			left_by = case when (was).left_at is null then whole_left_by else (was).left_by end
		from pair where pair.id = member.id`.execute(ctx.db);
}

/** What the given-up account wrote as the person's other membership is the person's for good. */
export async function keepJoined(ctx: Context, from: PersonId, into: PersonId): Promise<void> {
	await ctx.db.updateTable('spaces.member').set({ person_id: into }).where('person_id', '=', from).execute();
}
