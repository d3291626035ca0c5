/** The invitation as the invited teacher reads it: the whole plan, who asks, and what answering means. */
import { asActor, type Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import { system } from '#shared/actor';
import { demand, may } from './abilities.ts';
import { foundingPlacesOf, me, nameOf, schoolName } from './founders.ts';
import { misfitOf, type Misfit } from './founding.ts';
import { factTexts, longTexts, planReader, type PlanText } from './plan-texts.ts';
import type { ProjectKind } from './project.ts';
import { reachProjectById, type Project } from './read-project.ts';
import { invitationTo, type InvitationRow } from './steps.sql.ts';

export type Invitation = {
	readonly id: string;
	readonly state: 'waiting' | 'accepted' | 'declined' | 'taken-back';
	readonly title: string;
	readonly lang: string;
	readonly kind: ProjectKind;
	readonly founder: string;
	readonly school: string;
	/** What follows is empty once it waits no longer: the plan is the founder's again. */
	readonly summary: string;
	readonly facts: readonly { readonly label: string; readonly text: string }[];
	readonly plan: readonly PlanText[];
	/** My schools; each may be the one I take part for, or says why not. */
	readonly places: readonly {
		readonly id: string;
		readonly name: string;
		readonly misfit: Misfit | undefined;
	}[];
	/** Of an accepted invitation: the project it belongs to. */
	readonly address: string | undefined;
	readonly mayAccept: boolean;
};

/** An invitation to me, however it ended. */
export async function invitationFor(ctx: Context, id: string): Promise<Invitation> {
	demand(ctx, 'projects.read-own');
	const row = isId(id) ? await invitationTo(ctx, id, me(ctx)) : undefined;
	if (!row) throw new NotFound('invitation');
	// an invitation that has ended may have taken the project out of my sight; its title is still mine to read
	const project = await reachProjectById(asActor(ctx, system), row.project_id);
	const state = project.state === 'withdrawn' ? 'taken-back' : stateOf(row);
	const waits = state === 'waiting';
	const reader = await planReader(ctx);
	return {
		id: row.id,
		state,
		title: project.plan.title,
		lang: project.locale,
		kind: project.kind,
		founder: await nameOf(ctx, project.founder),
		school: await schoolName(ctx, project.founderSchool),
		summary: waits ? project.plan.summary : '',
		facts: waits ? factTexts(project, reader) : [],
		plan: waits ? longTexts(project, reader) : [],
		places: waits ? await placesFor(ctx, project) : [],
		address: state === 'accepted' ? project.address : undefined,
		mayAccept: waits && may(ctx.actor, 'projects.accept-invitation', project),
	};
}

function stateOf(row: InvitationRow): Invitation['state'] {
	if (row.accepted_at) return 'accepted';
	if (row.declined_at) return 'declined';
	return row.withdrawn_at ? 'taken-back' : 'waiting';
}

async function placesFor(ctx: Context, project: Project): Promise<Invitation['places']> {
	const theirs = await foundingPlacesOf(ctx, project.founder);
	const founder = theirs.find((place) => place.school === project.founderSchool);
	const mine = await foundingPlacesOf(ctx, me(ctx));
	return mine.map((place) => ({
		id: place.school,
		name: place.name,
		misfit: founder && misfitOf(project.kind, founder, place),
	}));
}
