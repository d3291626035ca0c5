/** SQL of labels, as they are shown with projects, schools and persons. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';

function labels(ctx: Context) {
	return ctx.db
		.selectFrom('recognition.label')
		.select([
			'project_id as project',
			'person_id as person',
			'school_id as school',
			'awarded_at as awardedAt',
		])
		.orderBy('awarded_at', 'desc')
		.orderBy('project_id');
}

export type LabelRow = Awaited<ReturnType<ReturnType<typeof labels>['execute']>>[number];

export function labelsInProject(ctx: Context, project: string): Promise<LabelRow[]> {
	return labels(ctx).where('project_id', '=', project).execute();
}

export function labelsHeldBy(ctx: Context, person: PersonId): Promise<LabelRow[]> {
	return labels(ctx).where('person_id', '=', person).execute();
}

const ownerColumns = { person: 'person_id', project: 'project_id', school: 'school_id' } as const;

/** Which of these persons, projects or schools have one. */
export async function ownersWithLabel(
	ctx: Context,
	of: keyof typeof ownerColumns,
	owners: readonly string[],
): Promise<string[]> {
	if (owners.length === 0) return [];
	const column = ownerColumns[of];
	const rows = await ctx.db
		.selectFrom('recognition.label')
		.select(`${column} as owner`)
		.distinct()
		.where(column, 'in', [...owners])
		.execute();
	return rows.map((row) => row.owner);
}

/** The projects for which teachers of a school have labels, with how many, the newest first. */
export async function labelledProjectsOf(ctx: Context, school: string) {
	return ctx.db
		.selectFrom('recognition.label')
		.select('project_id as project')
		.select(({ fn }) => [fn.countAll<number>().as('labels'), fn.max('awarded_at').as('awardedAt')])
		.where('school_id', '=', school)
		.groupBy('project_id')
		.orderBy('awardedAt', 'desc')
		.execute();
}
