/** SQL of what happens to a plan: invited, answered, submitted, refused, opened, given up. */
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import type { PersonId } from '#shared/actor';
import type { ProjectId } from './project.ts';
import type { Participant } from './read-project.ts';

export type InvitationRow = {
	readonly id: string;
	readonly project_id: ProjectId;
	readonly accepted_at: Date | null;
	readonly declined_at: Date | null;
	readonly withdrawn_at: Date | null;
};

export async function insertInvitation(ctx: Context, project: ProjectId, person: PersonId): Promise<string> {
	const id = newId();
	await ctx.db
		.insertInto('projects.cofounder_invitation')
		.values({ id, project_id: project, person_id: person, invited_at: ctx.now })
		.execute();
	return id;
}

/** How many invitations a founder has sent since a moment, to whomever. */
export async function invitationsSince(ctx: Context, founder: PersonId, since: Date): Promise<number> {
	const row = await ctx.db
		.selectFrom('projects.cofounder_invitation as invitation')
		.innerJoin('projects.project as project', 'project.id', 'invitation.project_id')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('project.founder_id', '=', founder)
		.where('invitation.invited_at', '>', since)
		.executeTakeFirstOrThrow();
	return row.count;
}

/** An invitation of this person, however it ended. */
export async function invitationTo(
	ctx: Context,
	id: string,
	person: PersonId,
): Promise<InvitationRow | undefined> {
	return ctx.db
		.selectFrom('projects.cofounder_invitation')
		.select(['id', 'project_id', 'accepted_at', 'declined_at', 'withdrawn_at'])
		.where('id', '=', id)
		.where('person_id', '=', person)
		.executeTakeFirst();
}

/** The newest answer with a refusal, for the founder who looks for somebody else. */
export async function newestDecline(ctx: Context, project: ProjectId) {
	return ctx.db
		.selectFrom('projects.cofounder_invitation')
		.select(['person_id', 'words', 'declined_at'])
		.where('project_id', '=', project)
		.where('declined_at', 'is not', null)
		.orderBy('declined_at', 'desc')
		.executeTakeFirst();
}

export async function acceptInvitationRow(ctx: Context, id: string, school: string): Promise<void> {
	await ctx.db
		.updateTable('projects.cofounder_invitation')
		.set({ accepted_at: ctx.now, school_id: school })
		.where('id', '=', id)
		.execute();
}

/** The founder's choice goes with it: another one is to be chosen. */
export async function declineInvitationRow(
	ctx: Context,
	id: string,
	project: ProjectId,
	words: string,
): Promise<void> {
	await ctx.db
		.updateTable('projects.cofounder_invitation')
		.set({ declined_at: ctx.now, words: words === '' ? null : words })
		.where('id', '=', id)
		.execute();
	await ctx.db
		.updateTable('projects.project')
		.set(({ eb }) => ({ cofounder_choice_id: null, version: eb('version', '+', 1) }))
		.where('id', '=', project)
		.execute();
}

export async function withdrawInvitationRow(ctx: Context, project: ProjectId): Promise<void> {
	await ctx.db
		.updateTable('projects.cofounder_invitation')
		.set({ withdrawn_at: ctx.now })
		.where('project_id', '=', project)
		.where('accepted_at', 'is', null)
		.where('declined_at', 'is', null)
		.where('withdrawn_at', 'is', null)
		.execute();
}

export async function insertSubmission(
	ctx: Context,
	project: ProjectId,
	round: number,
	caseId: string,
): Promise<void> {
	await ctx.db
		.insertInto('projects.submission')
		.values({ project_id: project, round, case_id: caseId, submitted_at: ctx.now })
		.execute();
}

export async function refuseSubmission(ctx: Context, project: ProjectId): Promise<void> {
	await ctx.db
		.updateTable('projects.submission')
		.set({ refused_at: ctx.now })
		.where('project_id', '=', project)
		.where('refused_at', 'is', null)
		.execute();
}

/** Opens the project once: false when it was open already. */
export async function insertOpening(ctx: Context, project: ProjectId, caseId: string): Promise<boolean> {
	const made = await ctx.db
		.insertInto('projects.opening')
		.values({ project_id: project, case_id: caseId, opened_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.returning('project_id')
		.executeTakeFirst();
	return made !== undefined;
}

export async function insertPartners(
	ctx: Context,
	project: ProjectId,
	partners: readonly Participant[],
): Promise<void> {
	await ctx.db
		.insertInto('projects.partner')
		.values(
			partners.map(({ person, school, standing }) => ({
				project_id: project,
				person_id: person,
				school_id: school,
				standing,
				since: ctx.now,
			})),
		)
		.execute();
}

export async function insertWithdrawal(ctx: Context, project: ProjectId, person: PersonId): Promise<void> {
	await ctx.db
		.insertInto('projects.withdrawal')
		.values({ project_id: project, withdrawn_by: person, withdrawn_at: ctx.now })
		.execute();
}

/** The case of a project that was submitted. */
export async function insertClosure(ctx: Context, project: ProjectId, person: PersonId): Promise<void> {
	await ctx.db
		.insertInto('projects.closure')
		.values({ project_id: project, closed_by: person, closed_at: ctx.now })
		.execute();
}

export async function deleteClosure(ctx: Context, project: ProjectId): Promise<void> {
	await ctx.db.deleteFrom('projects.closure').where('project_id', '=', project).execute();
}

export async function caseOf(ctx: Context, project: ProjectId): Promise<string | undefined> {
	const row = await ctx.db
		.selectFrom('projects.submission')
		.select('case_id')
		.where('project_id', '=', project)
		.executeTakeFirst();
	return row?.case_id;
}
