/** SQL of members: who is in a space, under which name, and how that changes. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import type { PersonId, PupilId } from '#shared/actor';
import type { LoggedDeed, LogWindow } from './log.ts';
import type { AdultRole, MemberRole, PupilRole } from './rights.ts';
import { isPupilRole } from './rights.ts';
import type { Member, MemberCard, MemberEver, MemberId, SchoolId, SpaceId } from './space.ts';
import { isPresent } from './spaces.sql.ts';

/**
 * Fragment: what members of a space see of each other. A teacher has a name, a pupil an alias, an erased
 * one neither. Only ever joined to rows of a space that was reached.
 */
export function memberCard(ctx: Context) {
	return ctx.db
		.selectFrom('spaces.member as member')
		.leftJoin('people.person as person', 'person.id', 'member.person_id')
		.leftJoin('pupils.pupil as pupil', 'pupil.id', 'member.pupil_id')
		.leftJoin('schools.school as school', 'school.id', 'member.school_id')
		.select(({ fn }) => [
			'member.id as member_id',
			fn.coalesce('person.name', 'pupil.alias').as('member_name'),
			'member.role as member_role',
			'school.id as school_id',
			'school.name as school_name',
			'school.country as school_country',
		]);
}

export type MemberCardRow = {
	readonly member_id: MemberId;
	readonly member_name: string | null;
	readonly member_role: string;
	readonly school_id: SchoolId | null;
	readonly school_name: string | null;
	readonly school_country: string | null;
};

/** A row of `memberCard` as the member whom others see. */
export function memberOfRow(row: MemberCardRow): MemberCard {
	const role = row.member_role as MemberRole;
	const { school_id: id, school_name: name, school_country: country } = row;
	return {
		id: row.member_id,
		name: row.member_name,
		role,
		isPupil: isPupilRole(role),
		school: id !== null && name !== null && country !== null ? { id, name, country } : null,
	};
}

/** Fragment: the countries of the schools in the space, one for each school. Expects `spaces.space as space`. */
export function countriesInSpace(ctx: Context) {
	const schools = ctx.db
		.selectFrom('spaces.member as member')
		.innerJoin('schools.school as school', 'school.id', 'member.school_id')
		.select(['school.country', 'school.id'])
		.distinct()
		.whereRef('member.space_id', '=', sql.ref('space.id'))
		.where('member.pupil_id', 'is', null)
		// in a space that was emptied nobody is present, and its threads stay those of who was to the end
		.where(({ or, eb }) =>
			or([isPresent(ctx.now), eb('member.left_at', '=', sql<Date>`${sql.ref('space.emptied_at')}`)]),
		)
		.orderBy('school.country')
		.orderBy('school.id');
	return sql<string[]>`array(select school.country from (${schools}) as school)`;
}

/** The present members, adults before pupils, in the order in which they came. */
export async function presentMembersOf(ctx: Context, space: SpaceId): Promise<Member[]> {
	const rows = await memberCard(ctx)
		.select(['member.joined_at', 'pupil.class_id'])
		.where('member.space_id', '=', space)
		.where(isPresent(ctx.now))
		.orderBy((eb) => eb('member.pupil_id', 'is not', null))
		.orderBy('member.joined_at')
		.orderBy('member.id')
		.execute();
	return rows.map((row) => ({ ...memberOfRow(row), class: row.class_id, joinedAt: row.joined_at }));
}

/** The pupils who were in the space and are no more, the last to go first. */
export async function formerPupilsOf(ctx: Context, space: SpaceId): Promise<MemberCard[]> {
	const rows = await memberCard(ctx)
		.where('member.space_id', '=', space)
		.where('member.role', 'in', ['pupil', 'pupil-administrator'])
		.where('member.left_at', 'is not', null)
		.orderBy('member.left_at', 'desc')
		.orderBy('member.id')
		.limit(500)
		.execute();
	return rows.map(memberOfRow);
}

/** A member of the space, here or gone. */
export async function memberEverOf(
	ctx: Context,
	space: SpaceId,
	id: MemberId,
): Promise<MemberEver | undefined> {
	const row = await memberCard(ctx)
		.select('member.left_at')
		.where('member.space_id', '=', space)
		.where('member.id', '=', id)
		.executeTakeFirst();
	return row && { ...memberOfRow(row), hasLeft: row.left_at !== null };
}

export async function presentMemberOf(
	ctx: Context,
	space: SpaceId,
	id: MemberId,
): Promise<Member | undefined> {
	const row = await memberCard(ctx)
		.select(['member.joined_at', 'pupil.class_id'])
		.where('member.space_id', '=', space)
		.where('member.id', '=', id)
		.where(isPresent(ctx.now))
		.executeTakeFirst();
	return row && { ...memberOfRow(row), class: row.class_id, joinedAt: row.joined_at };
}

/** Whether this adult is in the space now. */
export async function hasMember(ctx: Context, space: SpaceId, person: PersonId): Promise<boolean> {
	const row = await ctx.db
		.selectFrom('spaces.member as member')
		.select('member.id')
		.where('member.space_id', '=', space)
		.where('member.person_id', '=', person)
		.where(isPresent(ctx.now))
		.executeTakeFirst();
	return row !== undefined;
}

/** How many grown-ups and how many pupils are in the space. */
export async function countPresentMembers(
	ctx: Context,
	space: SpaceId,
): Promise<{ adults: number; pupils: number }> {
	const row = await ctx.db
		.selectFrom('spaces.member as member')
		.select(({ fn }) => [
			fn.count<number>('member.id').filterWhere('member.pupil_id', 'is', null).as('adults'),
			fn.count<number>('member.pupil_id').as('pupils'),
		])
		.where('member.space_id', '=', space)
		.where(isPresent(ctx.now))
		.executeTakeFirstOrThrow();
	return row;
}

/** The names under which anybody was ever known in the space: persons' names and pupils' aliases. */
export async function allNamesIn(ctx: Context, space: SpaceId): Promise<string[]> {
	const rows = await memberCard(ctx).where('member.space_id', '=', space).execute();
	return rows.flatMap((row) => (row.member_name === null ? [] : [row.member_name]));
}

/** The persons among the present members who hold one of these roles. */
export async function personsWithRole(
	ctx: Context,
	space: SpaceId,
	roles: readonly AdultRole[],
): Promise<PersonId[]> {
	const rows = await ctx.db
		.selectFrom('spaces.member as member')
		.select('member.person_id')
		.where('member.space_id', '=', space)
		.where('member.role', 'in', [...roles])
		.where(isPresent(ctx.now))
		.execute();
	return rows.flatMap((row) => (row.person_id === null ? [] : [row.person_id]));
}

/** The person behind a member, wherever they are now; null for pupils and for who was erased. */
export async function personOfMember(ctx: Context, member: MemberId): Promise<PersonId | null> {
	const row = await ctx.db
		.selectFrom('spaces.member')
		.select('person_id')
		.where('id', '=', member)
		.executeTakeFirst();
	return row?.person_id ?? null;
}

/** The persons who are in the space for that school now, in one of these roles. */
export async function personsFor(
	ctx: Context,
	space: SpaceId,
	school: SchoolId,
	roles: readonly AdultRole[],
): Promise<PersonId[]> {
	const rows = await ctx.db
		.selectFrom('spaces.member as member')
		.select('member.person_id')
		.where('member.space_id', '=', space)
		.where('member.school_id', '=', school)
		.where('member.role', 'in', [...roles])
		.where(isPresent(ctx.now))
		.execute();
	return rows.flatMap(({ person_id }) => person_id ?? []);
}

type NewMember =
	| {
			readonly person: PersonId;
			readonly school: SchoolId | null;
			readonly role: AdultRole;
			readonly until?: Date;
	  }
	| { readonly pupil: PupilId; readonly school: SchoolId; readonly role: PupilRole };

/** Adds members; whoever left before comes back as the same member, and whoever is there stays as they are. */
export async function insertMembers(
	ctx: Context,
	space: SpaceId,
	members: readonly NewMember[],
): Promise<void> {
	const rows = members.map((member) => ({
		id: newId(),
		space_id: space,
		person_id: 'person' in member ? member.person : null,
		pupil_id: 'pupil' in member ? member.pupil : null,
		school_id: member.school,
		role: member.role,
		joined_at: ctx.now,
		until: 'person' in member ? (member.until ?? null) : null,
	}));
	for (const column of ['person_id', 'pupil_id'] as const) {
		const those = rows.filter((row) => row[column] !== null);
		if (those.length > 0) await insertOrBringBack(ctx, column, those);
	}
}

type MemberRow = {
	readonly id: MemberId;
	readonly space_id: SpaceId;
	readonly person_id: PersonId | null;
	readonly pupil_id: PupilId | null;
	readonly school_id: SchoolId | null;
	readonly role: MemberRole;
	readonly joined_at: Date;
	readonly until: Date | null;
};

async function insertOrBringBack(
	ctx: Context,
	column: 'person_id' | 'pupil_id',
	rows: MemberRow[],
): Promise<void> {
	await ctx.db
		.insertInto('spaces.member')
		.values(rows)
		.onConflict((conflict) =>
			conflict
				.columns(['space_id', column])
				.where('goes_on_as', 'is', null)
				.doUpdateSet((eb) => ({
					left_at: null,
					left_by: null,
					role: eb.ref('excluded.role'),
					school_id: eb.ref('excluded.school_id'),
					until: eb.ref('excluded.until'),
				}))
				.where('spaces.member.left_at', 'is not', null),
		)
		.execute();
}

/** Gives a role; a founder's stays, whoever asks. */
export async function updateRole(ctx: Context, member: MemberId, role: MemberRole): Promise<void> {
	await ctx.db
		.updateTable('spaces.member')
		.set({ role })
		.where('id', '=', member)
		.where('role', '<>', 'founder')
		.execute();
}

/** Ends a membership; a founder's does not end here. */
export async function endMembership(ctx: Context, member: MemberId, by: MemberId): Promise<void> {
	await ctx.db
		.updateTable('spaces.member')
		.set({ left_at: ctx.now, left_by: by })
		.where('id', '=', member)
		.where('role', '<>', 'founder')
		.where('left_at', 'is', null)
		.execute();
}

/** Ends the memberships of a pupil whose account has ended. */
export async function endPupilMemberships(ctx: Context, pupil: PupilId): Promise<void> {
	await ctx.db
		.updateTable('spaces.member')
		.set({ left_at: ctx.now })
		.where('pupil_id', '=', pupil)
		.where('left_at', 'is', null)
		.execute();
}

/** The spaces that a pupil is or was in. */
export async function spacesWithPupil(ctx: Context, pupil: PupilId): Promise<SpaceId[]> {
	const rows = await ctx.db
		.selectFrom('spaces.member')
		.select('space_id')
		.distinct()
		.where('pupil_id', '=', pupil)
		.execute();
	return rows.map((row) => row.space_id);
}

/** Which of these persons are members of some space now. */
export async function presentMembersAmong(
	ctx: Context,
	persons: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
	const rows = await ctx.db
		.selectFrom('spaces.member')
		.select('person_id')
		.distinct()
		.where('person_id', 'in', [...persons])
		.where('left_at', 'is', null)
		.execute();
	return new Set(rows.flatMap(({ person_id }) => person_id ?? []));
}

/** Who these members are for the others of their space. */
export async function cardsOfMembers(ctx: Context, members: readonly MemberId[]): Promise<MemberCard[]> {
	if (members.length === 0) return [];
	const rows = await memberCard(ctx)
		.where('member.id', 'in', [...members])
		.execute();
	return rows.map(memberOfRow);
}

/** Nobody acts as this member until then; null: they may again. */
export async function suspendMemberRow(ctx: Context, member: MemberId, until: Date | null): Promise<void> {
	await ctx.db
		.updateTable('spaces.member')
		.set({ suspended_until: until })
		.where('id', '=', member)
		.execute();
}

/** Everybody who is or was in the space, adults first. */
export async function memberCardsOf(ctx: Context, space: SpaceId): Promise<MemberCard[]> {
	const rows = await memberCard(ctx)
		.where('member.space_id', '=', space)
		.orderBy((eb) => eb('member.pupil_id', 'is not', null))
		.orderBy('member.joined_at')
		.orderBy('member.id')
		.execute();
	return rows.map(memberOfRow);
}

/** Who came and went, and who put them out. */
export async function membersLogged(ctx: Context, window: LogWindow): Promise<LoggedDeed[]> {
	const found = await sql<{
		at: Date;
		by: MemberId;
		verb: LoggedDeed['verb'];
		id: string;
		words: string | null;
	}>`
		select deed.at, deed.by, deed.verb, member.id, coalesce(person.name, pupil.alias) as words
		from spaces.member as member
		left join people.person as person on person.id = member.person_id
		left join pupils.pupil as pupil on pupil.id = member.pupil_id
		cross join lateral (values
			(member.joined_at, member.id, 'joined'),
			(member.left_at, coalesce(member.left_by, member.id),
				case when coalesce(member.left_by, member.id) = member.id then 'left' else 'let-go' end)) as deed (at, by, verb)
		where member.space_id = ${window.space} and deed.at < ${window.before} and deed.at >= ${window.since}
			and (${window.by ?? null}::uuid is null or deed.by = ${window.by ?? null}::uuid)
		order by deed.at desc limit ${window.most}`.execute(ctx.db);
	return found.rows.map((row) => ({ ...row, kind: 'member', locale: null }));
}

/** Who is of the space and suspended from it now. */
export async function suspendedMembersOf(
	ctx: Context,
	space: SpaceId,
): Promise<(MemberCard & { readonly until: Date })[]> {
	const rows = await memberCard(ctx)
		.select('member.suspended_until')
		.where('member.space_id', '=', space)
		.where('member.left_at', 'is', null)
		.where('member.suspended_until', '>', ctx.now)
		.orderBy('member.suspended_until')
		.execute();
	return rows.map((row) => ({ ...memberOfRow(row), until: row.suspended_until ?? ctx.now }));
}
