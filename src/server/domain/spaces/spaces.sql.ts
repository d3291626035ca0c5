/** SQL of spaces and memberships. */
import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import { prepared } from '#platform/prepared';
import type { DB } from '#platform/schema';
import type { Actor, PersonId, PupilId } from '#shared/actor';
import type { MemberRole, SpaceKind } from './rights.ts';
import type { MemberId, SchoolId, Space, SpaceId } from './space.ts';

const member = expressionBuilder<DB & { member: DB['spaces.member'] }, 'member'>();

/** Fragment: the membership runs at this moment. Expects `spaces.member as member`. */
export function isPresent(now: Date): Expression<SqlBool> {
	return member.and([
		member('member.left_at', 'is', null),
		member.or([member('member.until', 'is', null), member('member.until', '>', now)]),
		member.or([member('member.suspended_until', 'is', null), member('member.suspended_until', '<=', now)]),
	]);
}

/** Fragment: the membership is the actor's own. Expects `spaces.member as member`. */
export function isOfActor(actor: Actor): Expression<SqlBool> {
	if (actor.kind === 'pupil') return member('member.pupil_id', '=', actor.pupil);
	if (actor.kind === 'teacher' || actor.kind === 'guest')
		return member('member.person_id', '=', actor.person);
	return sql<boolean>`false`;
}

/** Fragment: the spaces in which the actor is a present member, as the actor sees them. */
export function spacesOfActor(ctx: Context) {
	return ctx.db
		.selectFrom('spaces.space as space')
		.innerJoin('spaces.member as member', 'member.space_id', 'space.id')
		.where(isOfActor(ctx.actor))
		.where(isPresent(ctx.now));
}

/** The columns of `spacesOfActor` that `spaceOfRow` reads. */
export const spaceColumns = [
	'space.id as space_id',
	'space.kind',
	'space.name',
	'space.description',
	'space.locale',
	'space.made_at',
	'space.archived_at',
	'member.id as member_id',
	'member.role',
	'member.school_id',
	'member.person_id',
	'member.pupil_id',
] as const;

export type SpaceRow = {
	readonly space_id: SpaceId;
	readonly kind: string;
	readonly name: string;
	readonly description: string;
	readonly locale: string;
	readonly made_at: Date;
	readonly archived_at: Date | null;
	readonly member_id: MemberId;
	readonly role: string;
	readonly school_id: SchoolId | null;
	readonly person_id: PersonId | null;
	readonly pupil_id: PupilId | null;
};

/** A row of `spacesOfActor` as the space that was reached. */
export function spaceOfRow(row: SpaceRow): Space {
	return {
		id: row.space_id,
		kind: row.kind as SpaceKind,
		name: row.name,
		description: row.description,
		locale: row.locale,
		madeAt: row.made_at,
		archivedAt: row.archived_at,
		me: {
			id: row.member_id,
			role: row.role as MemberRole,
			school: row.school_id,
			person: row.person_id,
			pupil: row.pupil_id,
		},
	};
}

export async function spaceOfActor(ctx: Context, id: SpaceId): Promise<Space | undefined> {
	const [row] = await rowOfActor(ctx, { id });
	return row && spaceOfRow(row);
}

const rowOfActor = prepared((ctx: Context, { id }: { readonly id: SpaceId }) =>
	spacesOfActor(ctx).where('space.id', '=', id).select(spaceColumns),
);

export async function allSpacesOfActor(ctx: Context): Promise<Space[]> {
	const rows = await spacesOfActor(ctx)
		.select(spaceColumns)
		.orderBy('member.joined_at', 'desc')
		.limit(200)
		.execute();
	return rows.map(spaceOfRow);
}

export type NewSpace = {
	readonly kind: SpaceKind;
	readonly name: string;
	readonly description: string;
	readonly locale: string;
};

export async function insertSpace(ctx: Context, space: NewSpace): Promise<SpaceId> {
	const id = newId();
	await ctx.db
		.insertInto('spaces.space')
		.values({ id, ...space, made_at: ctx.now })
		.execute();
	return id;
}

export async function updateSpace(ctx: Context, id: SpaceId, changes: Omit<NewSpace, 'kind'>): Promise<void> {
	await ctx.db.updateTable('spaces.space').set(changes).where('id', '=', id).execute();
}

/** From when on the space is only read, and who said so; neither when it is written again. */
export async function markArchived(
	ctx: Context,
	id: SpaceId,
	{ at, by }: { readonly at: Date | null; readonly by: MemberId | null },
): Promise<void> {
	await ctx.db
		.updateTable('spaces.space')
		.set({ archived_at: at, archived_by: by })
		.where('id', '=', id)
		.execute();
}

export async function nameOfSpace(ctx: Context, id: SpaceId): Promise<string> {
	const { name } = await ctx.db
		.selectFrom('spaces.space')
		.select('name')
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	return name;
}
