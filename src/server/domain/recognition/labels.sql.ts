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

/** Which of these projects have one. */
export async function projectsWithLabel(ctx: Context, projects: readonly string[]): Promise<string[]> {
	if (projects.length === 0) return [];
	const rows = await ctx.db
		.selectFrom('recognition.label')
		.select('project_id')
		.distinct()
		.where('project_id', 'in', [...projects])
		.execute();
	return rows.map((row) => row.project_id);
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
