/** Projects as safety knows them: anybody who reads the page of one can report it, without an account. */
import { reasonsInPublic, type Reportable } from '#domain/safety';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { isId } from '#platform/ids';
import { personOf } from '#shared/actor';
import { may } from './abilities.ts';
import { isParty, isPublic, type ProjectId } from './project.ts';
import { setHidden } from './projects.sql.ts';
import { reachProjectById } from './read-project.ts';

/** The name under which safety knows them. */
export const projectKind = 'project';

export const reportableProject: Reportable = {
	outcomes: ['kept', 'removed'],
	reasons: reasonsInPublic,
	// two support organisations have seen the plan: one word does not take it away, unless a child may be at risk
	hidesAtOnce: false,
	async reach(ctx, id) {
		const project = isId(id) ? await reachProjectById(ctx, id) : undefined;
		if (!project || !isPublic(project.state)) throw new NotFound('project');
		const { plan } = project;
		// nobody reads more by reporting than on the page
		const all = [plan.summary, plan.aims, plan.workPlan, plan.expectedResults];
		return {
			room: null,
			author: { person: project.founder },
			school: project.founderSchool,
			byPupil: false,
			isMine: isParty(personOf(ctx.actor), project),
			evidence: {
				title: plan.title,
				words: (may(ctx.actor, 'projects.read-plan', project) ? all : [plan.summary])
					.join('\n')
					.slice(0, 20_000),
				locale: project.locale,
			},
		};
	},
	/** Removed from the public; founders and partners go on in their TwinSpace. */
	settled: (ctx, id, { outcome }) => setHidden(ctx, id, outcome === 'removed'),
	changed: (ctx, id) => tellSearch(ctx, id),
};

function tellSearch(ctx: Context, project: ProjectId): Promise<void> {
	return emit(ctx, 'project.changed', { project });
}
