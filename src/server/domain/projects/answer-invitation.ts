/** The invited teacher accepts, and the plan goes to the support organisations; or declines with a word. */
import { openCase } from '#domain/support';
import { asActor, type Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { isId } from '#platform/ids';
import { granted, refused, type Result } from '#platform/result';
import { system, type OrganisationId } from '#shared/actor';
import { demand } from './abilities.ts';
import { foundingPlacesOf, me, nameOf, organisationOfSchool } from './founders.ts';
import { misfitOf, type FoundingPlace, type Misfit } from './founding.ts';
import { snapshotOf } from './plan-snapshot.ts';
import { holdProject, type Project } from './read-project.ts';
import { acceptInvitationRow, declineInvitationRow, insertSubmission, invitationTo } from './steps.sql.ts';

/** `answered`: I answered before, or the founder took the invitation back. */
export type AnswerRefusal = 'answered' | 'no-validated-place' | 'founder-not-validated' | Misfit;

/** Accepts for one of my schools; from here on the support organisations have the plan. */
export async function acceptInvitation(
	ctx: Context,
	input: { readonly invitation: string; readonly school: string },
): Promise<Result<{ readonly address: string }, AnswerRefusal>> {
	return inTransaction(ctx, async (inside) => {
		const project = await invitedProject(inside, input.invitation);
		if (!project) return refused('answered');
		demand(inside, 'projects.accept-invitation', project);
		const mine = (await foundingPlacesOf(inside, me(inside))).find((place) => place.school === input.school);
		if (!mine) return refused('no-validated-place', 'school');
		const founders = await foundingPlacesOf(inside, project.founder);
		const founderPlace = founders.find((place) => place.school === project.founderSchool);
		if (!founderPlace) return refused('founder-not-validated');
		const misfit = misfitOf(project.kind, founderPlace, mine);
		if (misfit) return refused(misfit, 'school');
		await acceptInvitationRow(inside, input.invitation, mine.school);
		await submit(inside, project, founderPlace, mine);
		await tellFounder(inside, project, 'cofounder-accepted', `/projects/${project.address}/status`);
		return granted({ address: project.address });
	});
}

/** Declines; the founder reads the words and chooses somebody else. */
export async function declineInvitation(
	ctx: Context,
	input: { readonly invitation: string; readonly words: string },
): Promise<Result<undefined, 'answered'>> {
	return inTransaction(ctx, async (inside) => {
		const project = await invitedProject(inside, input.invitation);
		if (!project) return refused('answered');
		demand(inside, 'projects.decline-invitation', project);
		await declineInvitationRow(inside, input.invitation, project.id, input.words);
		await tellFounder(inside, project, 'cofounder-declined', `/projects/${project.address}/plan`);
		return granted();
	});
}

/** The project of an invitation to me that waits for my answer; undefined when it waits no longer. */
async function invitedProject(ctx: Context, id: string): Promise<Project | undefined> {
	const seen = isId(id) ? await invitationTo(ctx, id, me(ctx)) : undefined;
	if (!seen) throw new NotFound('invitation');
	// an ended invitation may have taken the project out of my sight
	const project = await holdProject(asActor(ctx, system), seen.project_id);
	return project.invitation?.id === id && project.state === 'waiting-for-cofounder' ? project : undefined;
}

/** One stage: both founders' organisations decide side by side; where one covers both it decides once. */
async function submit(
	ctx: Context,
	project: Project,
	founder: FoundingPlace,
	cofounder: FoundingPlace,
): Promise<void> {
	const organisations: OrganisationId[] = [
		await organisationOfSchool(ctx, founder.school),
		await organisationOfSchool(ctx, cofounder.school),
	];
	const caseId = await openCase(ctx, {
		kind: 'project',
		subject: project.id,
		applicant: project.founder,
		parties: [
			{ person: project.founder, school: founder.school },
			{ person: me(ctx), school: cofounder.school },
		],
		stages: [organisations],
		snapshot: snapshotOf(project),
	});
	await insertSubmission(ctx, project.id, 1, caseId);
}

async function tellFounder(
	ctx: Context,
	project: Project,
	kind: 'cofounder-accepted' | 'cofounder-declined',
	path: string,
): Promise<void> {
	const params = { cofounder: await nameOf(ctx, me(ctx)), title: project.plan.title };
	await emit(ctx, 'notice', { to: [project.founder], kind, params, names: [me(ctx)], path });
}
