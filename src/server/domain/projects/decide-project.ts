/** What follows when the support organisations have decided: the project opens, once, or the founders hear why not. */
import type { DecidedCase } from '#domain/support';
import { asActor, type Context } from '#platform/context';
import { emit } from '#platform/events';
import { system } from '#shared/actor';
import { reachProjectById, type Participant, type Project } from './read-project.ts';
import { insertOpening, insertPartners, refuseSubmission } from './steps.sql.ts';

/**
 * Runs in the transaction of the last decision; open-to-all actors here, because the engine has demanded
 * the officer's ability. Running it twice opens nothing twice.
 */
export async function projectDecided(ctx: Context, decided: DecidedCase): Promise<void> {
	if (decided.outcome === 'withdrawn') return;
	const project = await reachProjectById(asActor(ctx, system), decided.subject);
	if (decided.outcome === 'granted') await open(ctx, project, decided.case);
	else await refuse(ctx, project);
}

async function open(ctx: Context, project: Project, caseId: string): Promise<void> {
	if (!(await insertOpening(ctx, project.id, caseId))) return;
	const founders = foundersOf(project);
	await insertPartners(ctx, project.id, founders);
	await emit(ctx, 'project.opened', {
		project: project.id,
		title: project.plan.title,
		summary: project.plan.summary,
		locale: project.locale,
		founders: founders.map(({ person, school }) => ({ person, school })),
	});
	await tellFounders(ctx, project, 'project-approved', `/projects/${project.address}`);
}

async function refuse(ctx: Context, project: Project): Promise<void> {
	await refuseSubmission(ctx, project.id);
	await tellFounders(ctx, project, 'project-refused', `/projects/${project.address}/status`);
}

async function tellFounders(
	ctx: Context,
	project: Project,
	kind: 'project-approved' | 'project-refused',
	path: string,
): Promise<void> {
	const to = foundersOf(project).map((founder) => founder.person);
	await emit(ctx, 'notice', { to, kind, params: { title: project.plan.title }, path });
}

function foundersOf(project: Project): Participant[] {
	if (project.cofounder === undefined || project.cofounderSchool === undefined) {
		throw new Error('a decided project without a co-founder');
	}
	return [
		{ person: project.founder, school: project.founderSchool, standing: 'founder' },
		{ person: project.cofounder, school: project.cofounderSchool, standing: 'cofounder' },
	];
}
