/** SQL of one project: reached through what the actor may see, with every fact its state follows from. */
import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { isWithheld } from '#domain/safety';
import type { Context } from '#platform/context';
import type { DB } from '#platform/schema';
import type { Actor, PersonId } from '#shared/actor';
import type { ProjectId } from './project.ts';
import { ownPerson } from './visible-projects.ts';

type WithProject = DB & { project: DB['projects.project'] };

/** Condition on `projects.project as project`: the actor may see it. */
export function visibleProjects(actor: Actor): Expression<SqlBool> {
	if (actor.kind === 'system') return sql<SqlBool>`true`;
	const { and, exists, not, or, selectFrom, eb } = expressionBuilder<WithProject, 'project'>();
	const isOpened = and([
		exists(
			selectFrom('projects.opening as seen')
				.select('seen.project_id')
				.whereRef('seen.project_id', '=', 'project.id'),
		),
		not(isHidden()),
	]);
	const person = ownPerson(actor);
	if (person === undefined) return isOpened;
	const takesPart = exists(
		selectFrom('projects.partner as part')
			.select('part.project_id')
			.whereRef('part.project_id', '=', 'project.id')
			.where('part.person_id', '=', person)
			.where('part.until', 'is', null),
	);
	const isInvited = exists(
		selectFrom('projects.cofounder_invitation as asked')
			.select('asked.id')
			.whereRef('asked.project_id', '=', 'project.id')
			.where('asked.person_id', '=', person)
			.where('asked.declined_at', 'is', null)
			.where('asked.withdrawn_at', 'is', null),
	);
	return or([isOpened, eb('project.founder_id', '=', person), isInvited, takesPart]);
}

/** Condition on `projects.project as project`: moderators took it from the public, or it waits for their look. */
export function isHidden(): Expression<SqlBool> {
	const { exists, or, selectFrom, ref } = expressionBuilder<WithProject, 'project'>();
	const isTaken = exists(
		selectFrom('projects.hiding as hiding')
			.select('hiding.project_id')
			.whereRef('hiding.project_id', '=', 'project.id'),
	);
	return or([isTaken, isWithheld(ref('project.id'))]);
}

/** Takes a project from the public, or gives it back; twice is once. */
export async function setHidden(ctx: Context, id: ProjectId, isHidden: boolean): Promise<void> {
	if (!isHidden) {
		await ctx.db.deleteFrom('projects.hiding').where('project_id', '=', id).execute();
		return;
	}
	await ctx.db
		.insertInto('projects.hiding')
		.values({ project_id: id, hidden_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export type ProjectRow = Awaited<ReturnType<typeof projectRows>>[number];

/** The projects with their facts, as far as the actor may see them. */
export async function projectRows(ctx: Context, by: { ids: readonly ProjectId[] } | { shortId: string }) {
	return factsOfProjects(ctx)
		.where(visibleProjects(ctx.actor))
		.$if('ids' in by, (query) => query.where('project.id', 'in', 'ids' in by ? [...by.ids] : []))
		.$if('shortId' in by, (query) => query.where('project.short_id', '=', 'shortId' in by ? by.shortId : ''))
		.execute();
}

/** The projects a person founded or was invited to found, newest first; those given up last are left out. */
export async function projectRowsOf(ctx: Context, person: PersonId) {
	return factsOfProjects(ctx)
		.where(({ or, eb, exists, selectFrom }) =>
			or([
				eb('project.founder_id', '=', person),
				eb('invitation.person_id', '=', person),
				exists(
					selectFrom('projects.partner as mine')
						.select('mine.person_id')
						.whereRef('mine.project_id', '=', 'project.id')
						.where('mine.person_id', '=', person)
						.where('mine.until', 'is', null),
				),
			]),
		)
		.where('withdrawal.withdrawn_at', 'is', null)
		.orderBy('project.saved_at', 'desc')
		.orderBy('project.id')
		.execute();
}

/**
 * Makes everyone else who would change this project wait; the facts are read after it, in a statement of
 * their own. An officer who decides at this moment is not held up: the lock lets new rows refer to the project.
 */
export async function lockProject(ctx: Context, id: ProjectId): Promise<void> {
	await ctx.db.selectFrom('projects.project').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}

function factsOfProjects(ctx: Context) {
	return ctx.db
		.selectFrom('projects.project as project')
		.leftJoin('projects.cofounder_invitation as invitation', (join) =>
			join
				.onRef('invitation.project_id', '=', 'project.id')
				.on('invitation.declined_at', 'is', null)
				.on('invitation.withdrawn_at', 'is', null),
		)
		.leftJoin('projects.submission as submission', (join) =>
			join.onRef('submission.project_id', '=', 'project.id').on(({ eb, selectFrom }) =>
				eb(
					'submission.round',
					'=',
					selectFrom('projects.submission as round')
						.select(({ fn }) => fn.max('round.round').as('newest'))
						.whereRef('round.project_id', '=', 'project.id'),
				),
			),
		)
		.leftJoin('projects.opening as opening', 'opening.project_id', 'project.id')
		.leftJoin('projects.closure as closure', 'closure.project_id', 'project.id')
		.leftJoin('projects.withdrawal as withdrawal', 'withdrawal.project_id', 'project.id')
		.select(() => sql<boolean>`${isHidden()}`.as('is_hidden'))
		.select([
			'project.id',
			'project.short_id',
			'project.kind',
			'project.founder_id',
			'project.founder_school_id',
			'project.cofounder_choice_id',
			'project.locale',
			'project.title',
			'project.summary',
			'project.languages',
			'project.subjects',
			'project.ages_from',
			'project.ages_to',
			'project.pupils_expected',
			'project.aims',
			'project.work_plan',
			'project.expected_results',
			'project.tools',
			'project.starts_in',
			'project.ends_in',
			'project.themes',
			'project.competences',
			'project.erasmus_number',
			'project.partners_wanted',
			'project.partners_from',
			'project.partners_until',
			'project.picture_file_id',
			'project.picture_alternative',
			'project.made_at',
			'project.saved_at',
			'project.version',
			'invitation.id as invitation_id',
			'invitation.person_id as cofounder_id',
			'invitation.school_id as cofounder_school_id',
			'invitation.invited_at',
			'invitation.accepted_at',
			'submission.round',
			'submission.submitted_at',
			'submission.refused_at',
			'opening.opened_at',
			'closure.closed_at',
			'withdrawal.withdrawn_at',
		])
		.select(({ selectFrom, exists }) => [
			exists(
				selectFrom('projects.cofounder_invitation as ever')
					.select('ever.id')
					.whereRef('ever.project_id', '=', 'project.id'),
			).as('was_sent'),
			jsonArrayFrom(
				selectFrom('projects.partner as partner')
					.select(['partner.person_id as person', 'partner.school_id as school', 'partner.standing'])
					.whereRef('partner.project_id', '=', 'project.id')
					.where('partner.until', 'is', null)
					.orderBy('partner.since')
					.orderBy('partner.standing', 'desc'),
			).as('partners'),
		]);
}

/** The running projects in which a person takes part, each with those who founded it beside them; none without any. */
export async function foundersBeside(
	ctx: Context,
	person: PersonId,
): Promise<{ title: string; shortId: string; founders: PersonId[] }[]> {
	return ctx.db
		.selectFrom('projects.partner as own')
		.innerJoin('projects.project as project', 'project.id', 'own.project_id')
		.innerJoin('projects.partner as founder', 'founder.project_id', 'own.project_id')
		.leftJoin('projects.closure as closure', 'closure.project_id', 'own.project_id')
		.select(['project.title', 'project.short_id as shortId'])
		.select(({ fn }) => fn.agg<PersonId[]>('array_agg', ['founder.person_id']).as('founders'))
		.where('own.person_id', '=', person)
		.where('own.until', 'is', null)
		.where('founder.standing', 'in', ['founder', 'cofounder'])
		.where('founder.person_id', '<>', person)
		.where('founder.until', 'is', null)
		.where('closure.closed_at', 'is', null)
		.groupBy('project.id')
		.execute();
}
