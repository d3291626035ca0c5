// Applications for quality labels, for tests and the demo: written, sent, assessed and decided like any other.
import { assessApplication, checks, criteria, saveApplication, sendApplication } from '#domain/recognition';
import type { Application, Assessment } from '#domain/recognition';
import { grantStep, openLook, refuseStep } from '#domain/support';
import { pagesFor, makePage, sharePage } from '#domain/spaces/pages';
import { twinSpaceFor } from '#domain/twinspaces';
import type { Context } from '#platform/context';
import type { Teacher } from '#shared/actor';
import { must } from './must.ts';

/** An application that lacks nothing but its pages. */
export const ownWords: Omit<Application, 'evidence'> = {
	checks,
	collaboration:
		'Each class measured one river, and could not finish its model without the numbers of the other.',
	technology:
		'The pupils kept the logbook in the TwinSpace themselves, and met in five short video meetings.',
	pedagogy: 'The pupils asked the questions; we only helped them to find a way to measure.',
	curriculum: 'Natural sciences, every Friday, in place of the chapter on water.',
	results:
		'One logbook of two rivers, shown to the parents of both schools and to the water works of the town.',
	review: [],
	note: '',
};

/** A shared page to name: one that is there, or a new one. */
export async function aSharedPage(ctx: Context<Teacher>, project: string): Promise<string> {
	const { space } = await twinSpaceFor(ctx, project);
	const shared = (await pagesFor(ctx, space)).find(({ sharedAt }) => sharedAt !== null);
	if (shared) return shared.id;
	const { page } = must(await makePage(ctx, { space: space.id, title: 'Our logbook', locale: 'en' }));
	await sharePage(ctx, { space: space.id, page });
	return page;
}

/** Writes the application of this teacher and sends it; says what stands on the way, if something does. */
export async function applies(ctx: Context<Teacher>, project: string, changes: Partial<Application> = {}) {
	const version = (await applicationIn(ctx, project))?.version ?? 0;
	const application = { ...ownWords, evidence: [await aSharedPage(ctx, project)], ...changes };
	must(await saveApplication(ctx, { project, version, application }));
	return sendApplication(ctx, { project });
}

/** The application of this teacher in a project, and its case. */
export async function applicationIn(ctx: Context<Teacher>, project: string) {
	return ctx.db
		.selectFrom('recognition.application as application')
		.innerJoin('projects.project as project', 'project.id', 'application.project_id')
		.leftJoin('recognition.submission as submission', 'submission.application_id', 'application.id')
		.select(['application.id', 'application.version', 'submission.case_id as case'])
		.where('project.short_id', '=', project)
		.where('application.person_id', '=', ctx.actor.person)
		.executeTakeFirst();
}

/** So many points for each criterion, with words beside them. */
export function assessmentWith(each: number): Assessment {
	const feedback =
		'Show who did what: the pages name the tools, but not yet what the pupils of the two schools decided and made together. A short diary of the teams, written by the pupils themselves, would let a reader see how one class needed the other.';
	return {
		points: Object.fromEntries(criteria.map((criterion) => [criterion, each])),
		met: { 'pupils-together': true, 'choice-of-tools': true, 'safety-and-rights': true },
		notes: Object.fromEntries(criteria.map((criterion) => [criterion, each < 3 ? feedback : ''])),
		words: 'Two classes that needed each other, and a logbook that lets one see it.',
	};
}

/** The officer opens the case, gives the points and decides. */
export async function decides(desk: Context, caseId: string, each: number, granted: boolean) {
	await openLook(desk, { case: caseId, reason: 'to-decide' });
	const assessment = assessmentWith(each);
	const { step } = must(await assessApplication(desk, { case: caseId, assessment, wordsLocale: 'en' }));
	return granted ? grantStep(desk, { step }) : refuseStep(desk, { step, reason: 'points-too-few' });
}
