/** The application as a case of the approval engine: what officers read, and who stands too near to decide. */
import { countryLabels } from '#domain/places';
import { personCards } from '#domain/people';
import { participations } from '#domain/projects';
import { schoolCards } from '#domain/schools';
import type { CaseDescription, CaseKind, Near, Snapshot, SnapshotField, Weighed } from '#domain/support';
import { t } from '#messages/recognition';
import { asActor, type Context } from '#platform/context';
import { system } from '#shared/actor';
import { formatList, formatPlace } from '#shared/format';
import { assessmentOf } from './assessments.sql.ts';
import { isEnough, problemsOfAssessment } from './assessment.ts';
import { labelDecided } from './label-decided.ts';
import { checks, criteria, reviewable } from './label.ts';
import { applicationsById } from './reach-part.ts';
import { labelRuleOf } from './rules.sql.ts';

/** Who applies, and what they wrote, is opened by a look; the queue says project and school. */
export const labelCase: CaseKind = {
	label: () => t('recognition.case.label'),
	describe: describeApplications,
	async reveal(ctx, subject) {
		const [application] = await applicationsById(ctx, [subject]);
		const name =
			application && (await personCards(ctx, [application.applicant])).get(application.applicant)?.name;
		return name === undefined ? [] : [[t('recognition.field.teacher'), name]];
	},
	fields: fieldsOf,
	near: partnersBeside,
	weighing: { page: 'points', label: () => t('recognition.case.weigh'), lacks },
	decided: labelDecided,
	reasons: ['points-too-few', 'minimum-not-met', 'evidence-missing'],
	tellsOutcome: true,
};

/** The engine asks for cases of its own desk only, so projects and schools are read as the system. */
async function describeApplications(
	ctx: Context,
	subjects: readonly string[],
): Promise<Map<string, CaseDescription>> {
	const applications = await applicationsById(ctx, subjects);
	const all = asActor(ctx, system);
	const projects = await participations(
		all,
		applications.map(({ project }) => project),
	);
	const schools = await schoolCards(
		all,
		applications.flatMap(({ school }) => school ?? []),
	);
	const country = await countryLabels(ctx);
	return new Map(
		applications.flatMap(({ id, project: of, school: at }) => {
			const project = projects.get(of);
			if (!project) return [];
			const school = at === undefined ? undefined : schools.get(at);
			const description: CaseDescription = {
				title: project.title,
				path: `/projects/${project.address}/label`,
				facts: school ? [[t('recognition.field.school'), school.name]] : [],
				...(school && { place: formatPlace([school.town, country(school.country).name], ctx.locale) }),
				locale: project.lang,
			};
			return [[id, description]];
		}),
	);
}

function fieldsOf(ctx: Context, snapshot: Snapshot): SnapshotField[] {
	const locale = String(snapshot['locale']);
	const list = (field: string): readonly string[] => {
		const value = snapshot[field];
		return Array.isArray(value) ? value : [];
	};
	const named = (field: string, label: string, names: readonly string[]): SnapshotField[] =>
		names.length === 0 ? [] : [{ field, label, value: formatList(names, ctx.locale) }];
	const review = reviewable.filter((each) => list('review').includes(each));
	const checked = checks.filter((check) => list('checks').includes(check));
	return [
		...named(
			'review',
			t('recognition.field.review'),
			review.map((each) => t(`recognition.about.${each}`)),
		),
		...criteria.map((criterion) => ({
			field: criterion,
			label: t(`recognition.about.${criterion}`),
			value: String(snapshot[criterion] ?? ''),
			locale,
		})),
		...named('evidence', t('recognition.field.evidence'), list('evidence')),
		{
			field: 'checks',
			label: t('recognition.field.checks'),
			value: checked.map((check) => t(`recognition.check.${check}`)).join('\n'),
		},
	];
}

/** Everybody who takes part in the project now. */
async function partnersBeside(
	ctx: Context,
	subjects: readonly string[],
): Promise<Map<string, readonly Near[]>> {
	const applications = await applicationsById(ctx, subjects);
	const projects = await participations(
		asActor(ctx, system),
		applications.map(({ project }) => project),
	);
	return new Map(applications.map(({ id, project }) => [id, projects.get(project)?.participants ?? []]));
}

async function lacks(ctx: Context, { step, office, organisation, decision }: Weighed) {
	const assessment = await assessmentOf(ctx, { step, office });
	const rule = await labelRuleOf(ctx, organisation);
	if (!assessment || Object.keys(problemsOfAssessment(assessment, rule)).length > 0) return 'not-weighed';
	return decision === 'granted' && !isEnough(assessment, rule) ? 'weighed-otherwise' : undefined;
}
