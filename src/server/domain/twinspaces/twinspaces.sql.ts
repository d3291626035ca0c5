/** SQL of TwinSpaces: which project has which space, and which classes take part. */
import { addressOf, type ProjectId } from '#domain/projects';
import type { ClassId } from '#domain/pupils';
import {
	countriesInSpace,
	spaceColumns,
	spaceOfRow,
	spacesOfActor,
	type MemberId,
	type SpaceId,
} from '#domain/spaces';
import type { Context } from '#platform/context';
import { prepared } from '#platform/prepared';
import type { ClassInSpace, TwinSpace } from './twinspace.ts';

/** The TwinSpaces the actor is a present member of; whoever is in one goes on there whatever the public sees of it. */
function twinSpacesOfActor(ctx: Context) {
	return spacesOfActor(ctx)
		.innerJoin('twinspaces.twinspace as twinspace', 'twinspace.space_id', 'space.id')
		.innerJoin('projects.project as project', 'project.id', 'twinspace.project_id')
		.select(spaceColumns)
		.select([
			'project.id as project_id',
			'project.short_id',
			'project.title',
			'project.locale as project_locale',
		])
		.select(countriesInSpace(ctx).as('countries'));
}

type Row = Awaited<ReturnType<ReturnType<typeof twinSpacesOfActor>['executeTakeFirstOrThrow']>>;

function twinSpaceOfRow(row: Row): TwinSpace {
	return {
		space: spaceOfRow(row),
		project: {
			id: row.project_id,
			shortId: row.short_id,
			title: row.title,
			locale: row.project_locale,
			address: addressOf(row.title, row.short_id),
		},
		countries: row.countries,
	};
}

const twinSpacesOfProject = prepared((ctx, values: { readonly shortId: string }) =>
	twinSpacesOfActor(ctx).where('project.short_id', '=', values.shortId),
);

export async function twinSpaceOfProject(ctx: Context, shortId: string): Promise<TwinSpace | undefined> {
	const [row] = await twinSpacesOfProject(ctx, { shortId });
	return row && twinSpaceOfRow(row);
}

export async function twinSpaceOfSpace(ctx: Context, space: SpaceId): Promise<TwinSpace | undefined> {
	const row = await twinSpacesOfActor(ctx).where('space.id', '=', space).executeTakeFirst();
	return row && twinSpaceOfRow(row);
}

export async function allTwinSpacesOfActor(ctx: Context): Promise<TwinSpace[]> {
	const rows = await twinSpacesOfActor(ctx).orderBy('member.joined_at', 'desc').limit(200).execute();
	return rows.map(twinSpaceOfRow);
}

/** The address of the project whose space this is; undefined for a space of another kind. */
export async function projectAddressOfSpace(ctx: Context, space: SpaceId): Promise<string | undefined> {
	const row = await ctx.db
		.selectFrom('twinspaces.twinspace as twinspace')
		.innerJoin('projects.project as project', 'project.id', 'twinspace.project_id')
		.select(['project.title', 'project.short_id'])
		.where('twinspace.space_id', '=', space)
		.executeTakeFirst();
	return row && addressOf(row.title, row.short_id);
}

/** Whether the project has its TwinSpace; holds the answer until the transaction ends. */
export async function takeProject(ctx: Context, project: ProjectId): Promise<boolean> {
	const row = await ctx.db
		.selectFrom('projects.project as project')
		.leftJoin('twinspaces.twinspace as twinspace', 'twinspace.project_id', 'project.id')
		.select('twinspace.space_id')
		.where('project.id', '=', project)
		.forNoKeyUpdate('project')
		.executeTakeFirst();
	return row !== undefined && row.space_id === null;
}

export async function insertTwinSpace(ctx: Context, project: ProjectId, space: SpaceId): Promise<void> {
	await ctx.db
		.insertInto('twinspaces.twinspace')
		.values({ project_id: project, space_id: space, made_at: ctx.now })
		.execute();
}

/** Notes that a class takes part; false when it does already. */
export async function insertClass(
	ctx: Context,
	space: SpaceId,
	classId: ClassId,
	by: MemberId,
): Promise<boolean> {
	const inserted = await ctx.db
		.insertInto('twinspaces.class_in_space')
		.values({ space_id: space, class_id: classId, added_by: by, added_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return Number(inserted.numInsertedOrUpdatedRows) === 1;
}

export async function spacesOfClass(ctx: Context, classId: ClassId): Promise<SpaceId[]> {
	const rows = await ctx.db
		.selectFrom('twinspaces.class_in_space')
		.select('space_id')
		.where('class_id', '=', classId)
		.execute();
	return rows.map((row) => row.space_id);
}

/** The running classes that take part, in the order in which they came. */
export async function classesInSpace(ctx: Context, space: SpaceId): Promise<ClassInSpace[]> {
	const rows = await ctx.db
		.selectFrom('twinspaces.class_in_space as part')
		.innerJoin('pupils.class as class', 'class.id', 'part.class_id')
		.innerJoin('schools.school as school', 'school.id', 'class.school_id')
		.select(['class.id', 'class.name', 'part.added_at'])
		.select(['school.id as school_id', 'school.name as school_name', 'school.country'])
		.select(({ selectFrom, fn }) =>
			selectFrom('pupils.pupil as pupil')
				.select(fn.countAll<number>().as('count'))
				.whereRef('pupil.class_id', '=', 'class.id')
				.where('pupil.ended_at', 'is', null)
				.as('pupils'),
		)
		.where('part.space_id', '=', space)
		.where('class.ended_at', 'is', null)
		.orderBy('part.added_at')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		name: row.name,
		school: { id: row.school_id, name: row.school_name, country: row.country },
		pupils: row.pupils ?? 0,
		addedAt: row.added_at,
	}));
}
