/** The founder sends the plan to the one contact who is to found with them, or takes the invitation back. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { granted, refused, type Result } from '#platform/result';
import type { PersonId } from '#shared/actor';
import { demand } from './abilities.ts';
import { areMyContacts, foundingPlacesOf, isAvailable, me, nameOf, schoolName } from './founders.ts';
import { fittingPlace, type Misfit } from './founding.ts';
import { aDayAgo, invitationsADay } from './limits.ts';
import { isComplete } from './plan.ts';
import { reachToChange, type Project } from './read-project.ts';
import { insertInvitation, invitationsSince, withdrawInvitationRow } from './steps.sql.ts';

/** Why a contact cannot be invited; each is told in words beside the choice. */
export type CofounderRefusal =
	| 'no-cofounder'
	| 'not-a-contact'
	| 'not-available'
	| 'cofounder-not-validated'
	| 'no-validated-place'
	| 'too-many-today'
	| Misfit;

/** Invites the contact chosen in the saved plan. `incomplete`: `problemsOf` says what is missing. */
export async function inviteCofounder(
	ctx: Context,
	input: { readonly project: string },
): Promise<Result<{ readonly invitation: string }, 'incomplete' | CofounderRefusal>> {
	return inTransaction(ctx, async (inside) => {
		const project = await reachToChange(inside, input.project);
		demand(inside, 'projects.invite-cofounder', project);
		if (!isComplete(project.plan)) return refused('incomplete');
		const chosen = project.cofounderChoice;
		if (chosen === undefined) return refused('no-cofounder', 'cofounder');
		const hindrance = await hindranceOf(inside, project, chosen);
		if (hindrance) return refused(hindrance, 'cofounder');
		const invitation = await insertInvitation(inside, project.id, chosen);
		await emit(inside, 'notice', {
			to: [chosen],
			kind: 'cofounder-invited',
			params: {
				founder: await nameOf(inside, me(inside)),
				school: await schoolName(inside, project.founderSchool),
				title: project.plan.title,
			},
			names: [me(inside)],
			path: `/projects/invitations/${invitation}`,
		});
		return granted({ invitation });
	});
}

/** The founder takes the invitation back; the plan can be written again. */
export async function takeBackInvitation(
	ctx: Context,
	input: { readonly project: string },
): Promise<Result<undefined, never>> {
	return inTransaction(ctx, async (inside) => {
		const project = await reachToChange(inside, input.project);
		demand(inside, 'projects.take-back-invitation', project);
		await withdrawInvitationRow(inside, project.id);
		return granted();
	});
}

async function hindranceOf(
	ctx: Context,
	project: Project,
	chosen: PersonId,
): Promise<CofounderRefusal | undefined> {
	if (!(await areMyContacts(ctx, chosen))) return 'not-a-contact';
	if (!(await isAvailable(ctx, chosen))) return 'not-available';
	if ((await invitationsSince(ctx, project.founder, aDayAgo(ctx))) >= invitationsADay)
		return 'too-many-today';
	const mine = await foundingPlacesOf(ctx, project.founder);
	const founderPlace = mine.find((place) => place.school === project.founderSchool);
	if (!founderPlace) return 'no-validated-place';
	const theirs = await foundingPlacesOf(ctx, chosen);
	if (theirs.length === 0) return 'cofounder-not-validated';
	const fit = fittingPlace(project.kind, founderPlace, theirs);
	return 'place' in fit ? undefined : fit.misfit;
}
