/** SQL of kits. */
import { emptyPlan, type Plan, type ProjectId, type ProjectKind } from '#domain/projects';
import type { SchoolId } from '#domain/schools';
import type { MemberId, SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import { personOf, type PersonId } from '#shared/actor';
import { kitLimits, type Kit, type KitId, type Structure } from './kit.ts';

export type NewKit = Pick<Kit, 'kind' | 'locale' | 'plan' | 'structure'> & {
	readonly space: SpaceId;
	readonly by: MemberId;
	readonly isOffered: boolean;
};

export async function insertKit(ctx: Context, kit: NewKit): Promise<KitId> {
	const id = newId();
	await ctx.db
		.insertInto('twinspaces_kits.kit')
		.values({
			...{ id, space_id: kit.space, made_by: kit.by, made_at: ctx.now, kind: kit.kind, locale: kit.locale },
			title: kit.plan.title,
			plan: JSON.stringify(kit.plan),
			structure: JSON.stringify(kit.structure),
			offered_at: kit.isOffered ? ctx.now : null,
		})
		.execute();
	return id;
}

/** Kits that the actor may begin with: offered ones and the own, the newest first. */
function kitsOfActor(ctx: Context) {
	const person = personOf(ctx.actor) ?? null;
	return ctx.db
		.selectFrom('twinspaces_kits.kit as kit')
		.innerJoin('spaces.member as maker', 'maker.id', 'kit.made_by')
		.select(['kit.id', 'kit.kind', 'kit.locale', 'kit.title', 'kit.plan', 'kit.structure', 'kit.offered_at'])
		.select(({ eb, selectFrom, fn }) => [
			eb('maker.person_id', '=', person).as('is_mine'),
			selectFrom('twinspaces_kits.founded as founded')
				.select(fn.countAll<number>().as('count'))
				.whereRef('founded.kit_id', '=', 'kit.id')
				.as('founded'),
		])
		.where(({ eb, or }) => or([eb('kit.offered_at', 'is not', null), eb('maker.person_id', '=', person)]));
}

function kitOfRow(row: Awaited<ReturnType<ReturnType<typeof kitsOfActor>['executeTakeFirstOrThrow']>>): Kit {
	return {
		id: row.id,
		kind: row.kind as ProjectKind,
		locale: row.locale,
		title: row.title,
		// older kits answer fewer questions
		plan: { ...emptyPlan, ...(row.plan as unknown as Plan) },
		structure: row.structure as unknown as Structure,
		offeredAt: row.offered_at,
		isMine: row.is_mine === true,
		founded: row.founded ?? 0,
	};
}

export async function kitsFoundBy(ctx: Context): Promise<Kit[]> {
	const rows = await kitsOfActor(ctx).orderBy('kit.made_at', 'desc').limit(kitLimits.shown).execute();
	return rows.map(kitOfRow);
}

export async function kitById(ctx: Context, id: KitId): Promise<Kit | undefined> {
	const row = await kitsOfActor(ctx).where('kit.id', '=', id).executeTakeFirst();
	return row && kitOfRow(row);
}

/** Who made a kit, and for which school; nobody any more where the person left. */
export async function makerOfKit(
	ctx: Context,
	id: KitId,
): Promise<{ readonly person: PersonId | null; readonly school: SchoolId | null }> {
	return ctx.db
		.selectFrom('twinspaces_kits.kit as kit')
		.innerJoin('spaces.member as maker', 'maker.id', 'kit.made_by')
		.select(['maker.person_id as person', 'maker.school_id as school'])
		.where('kit.id', '=', id)
		.executeTakeFirstOrThrow();
}

export async function takeOffer(ctx: Context, id: KitId): Promise<void> {
	await ctx.db.updateTable('twinspaces_kits.kit').set({ offered_at: null }).where('id', '=', id).execute();
}

export async function insertFounded(ctx: Context, project: ProjectId, kit: KitId): Promise<void> {
	await ctx.db
		.insertInto('twinspaces_kits.founded')
		.values({ project_id: project, kit_id: kit, founded_at: ctx.now })
		.execute();
}

/** Takes what is to be laid out in a project's TwinSpace, once. */
export async function takeStructure(ctx: Context, project: ProjectId): Promise<Structure | undefined> {
	const row = await ctx.db
		.updateTable('twinspaces_kits.founded as founded')
		.set({ laid_out_at: ctx.now })
		.from('twinspaces_kits.kit as kit')
		.whereRef('kit.id', '=', 'founded.kit_id')
		.where('founded.project_id', '=', project)
		.where('founded.laid_out_at', 'is', null)
		.returning('kit.structure')
		.executeTakeFirst();
	return row && (row.structure as unknown as Structure);
}

/** The space of a project, and who founded it there. */
export async function founderIn(
	ctx: Context,
	project: ProjectId,
): Promise<{ readonly space: SpaceId; readonly member: MemberId } | undefined> {
	return ctx.db
		.selectFrom('twinspaces.twinspace as twinspace')
		.innerJoin('projects.project as project', 'project.id', 'twinspace.project_id')
		.innerJoin('spaces.member as member', (join) =>
			join
				.onRef('member.space_id', '=', 'twinspace.space_id')
				.onRef('member.person_id', '=', 'project.founder_id'),
		)
		.select(['twinspace.space_id as space', 'member.id as member'])
		.where('twinspace.project_id', '=', project)
		.executeTakeFirst();
}

/** Kits that nobody else may use go with the space they were made of; offered ones stay, of nobody. */
export async function deleteOwnKitsOf(ctx: Context, space: SpaceId): Promise<void> {
	await ctx.db
		.deleteFrom('twinspaces_kits.kit')
		.where('space_id', '=', space)
		.where('offered_at', 'is', null)
		.execute();
}
