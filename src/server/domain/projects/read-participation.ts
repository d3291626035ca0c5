/** What other parts build on: a project with everybody who takes part in it now. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import type { Locale } from '#shared/locales';
import type { ProjectId, ProjectKind, ProjectState } from './project.ts';
import { projectsById, reachProject, type Participant, type Project } from './read-project.ts';

export type Participation = {
	readonly id: ProjectId;
	readonly address: string;
	readonly title: string;
	/** The language of the title. */
	readonly lang: Locale;
	readonly kind: ProjectKind;
	readonly state: ProjectState;
	readonly participants: readonly Participant[];
};

/** The project behind a short id, as far as the actor may see it. NotFound otherwise. */
export async function participationIn(ctx: Context, shortId: string): Promise<Participation> {
	return participationOf(await reachProject(ctx, shortId));
}

/** Many projects by id, as far as the actor may see them. */
export async function participations(
	ctx: Context,
	projects: readonly ProjectId[],
): Promise<Map<ProjectId, Participation>> {
	const found = await projectsById(ctx, [...new Set(projects)]);
	return new Map(found.map((project) => [project.id, participationOf(project)]));
}

/** The person's part in it, while it lasts. */
export function partIn(
	{ participants }: Pick<Participation, 'participants'>,
	person: PersonId | undefined,
): Participant | undefined {
	return participants.find((each) => each.person === person);
}

function participationOf(project: Project): Participation {
	const { id, address, kind, state, participants, locale, plan } = project;
	return { id, address, kind, state, participants, lang: locale, title: plan.title };
}
