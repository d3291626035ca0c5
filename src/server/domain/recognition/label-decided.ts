/** What follows when the support organisation has decided: the teacher has the label, or reads why not. */
import { participations } from '#domain/projects';
import type { DecidedCase } from '#domain/support';
import { audit } from '#platform/audit';
import { asActor, type Context } from '#platform/context';
import { emit } from '#platform/events';
import { system } from '#shared/actor';
import { insertLabel, refuseSubmission } from './applications.sql.ts';
import { give } from './assessments.sql.ts';
import { applicationsById, type StoredApplication } from './reach-part.ts';

/**
 * Runs in the transaction of the decision; open-to-all actors here, because the engine has demanded the officer's
 * ability. Running it twice awards nothing twice.
 */
export async function labelDecided(ctx: Context, decided: DecidedCase): Promise<void> {
	// a case is withdrawn only when its person leaves, and the application goes with them
	if (decided.outcome === 'withdrawn') return;
	const [application] = await applicationsById(ctx, [decided.subject]);
	if (!application || !(await settle(ctx, application, decided))) return;
	if (ctx.actor.kind === 'officer') await give(ctx, application.id, ctx.actor.office);
	const awarded = decided.outcome === 'granted';
	const about = { kind: 'application', id: application.id };
	await audit(ctx, awarded ? 'recognition.label-awarded' : 'recognition.label-refused', about);
	const project = (await participations(asActor(ctx, system), [application.project])).get(
		application.project,
	);
	await emit(ctx, 'notice', {
		to: [application.applicant],
		kind: awarded ? 'label-awarded' : 'label-refused',
		params: { title: project?.title ?? '' },
		path: `/projects/${project?.address ?? ''}/label`,
	});
}

/** True when it changed something. */
async function settle(
	ctx: Context,
	{ id, project, applicant, school }: StoredApplication,
	decided: DecidedCase,
): Promise<boolean> {
	if (decided.outcome === 'refused') return refuseSubmission(ctx, id);
	if (school === undefined) throw new Error('an application that was never sent');
	if (!(await insertLabel(ctx, { project, person: applicant, school, case: decided.case }))) return false;
	await emit(ctx, 'label.awarded', { person: applicant, project, school });
	return true;
}
