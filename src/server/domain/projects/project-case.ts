/** The project as a case of the approval engine: what officers read, and what follows from their decision. */
import { t } from '#messages/projects';
import type { CaseDescription, CaseKind, Fact, SnapshotField } from '#domain/support';
import { countryLabels } from '#domain/places';
import type { SchoolCard } from '#domain/schools';
import { asActor, type Context } from '#platform/context';
import { system } from '#shared/actor';
import { formatLine, formatList, formatPlace } from '#shared/format';
import { projectDecided } from './decide-project.ts';
import { schoolsById } from './founders.ts';
import { planOfSnapshot } from './plan-snapshot.ts';
import { agesText, languageNames, monthsText, planReader, planTexts, subjectNames } from './plan-texts.ts';
import { projectsById, type Project } from './read-project.ts';

/** Officers see schools and the plan, no names: two schools and their work are what they judge. */
export const projectCase: CaseKind = {
	label: () => t('projects.case.label'),
	describe: describeProjects,
	fields: async (ctx, snapshot) =>
		planTexts(planOfSnapshot(snapshot), await planReader(ctx)).filter(
			(text): text is SnapshotField & typeof text => text.value !== '',
		),
	decided: projectDecided,
	reasons: ['aims-unclear', 'no-shared-work', 'pupils-not-involved', 'partners-not-suitable'],
	tellsOutcome: true,
};

/** The engine asks for cases of its own desk only, so the projects are read as the system. */
async function describeProjects(
	ctx: Context,
	subjects: readonly string[],
): Promise<Map<string, CaseDescription>> {
	const projects = await projectsById(asActor(ctx, system), subjects);
	const schools = await schoolsById(ctx, projects.flatMap(schoolsOf));
	const country = await countryLabels(ctx);
	const place = (id: string) => {
		const school = schools.get(id);
		return school ? [formatPlace([school.town, country(school.country).name], ctx.locale)] : [];
	};
	return new Map(
		projects.map((project) => [
			project.id,
			{
				title: project.plan.title,
				path: `/projects/${project.address}/status`,
				facts: factsOf(ctx, project, schools),
				place: formatLine(schoolsOf(project).flatMap(place), ctx.locale),
				locale: project.locale,
			},
		]),
	);
}

function schoolsOf(project: Project): string[] {
	return project.cofounderSchool === undefined
		? [project.founderSchool]
		: [project.founderSchool, project.cofounderSchool];
}

function factsOf(ctx: Context, project: Project, schools: ReadonlyMap<string, SchoolCard>): Fact[] {
	const { plan } = project;
	const names = schoolsOf(project).flatMap((id) => schools.get(id)?.name ?? []);
	const facts: [string, string | undefined][] = [
		[t('projects.field.kind'), t(`projects.kind.${project.kind}`)],
		[t('projects.field.schools'), formatList(names, ctx.locale)],
		[t('projects.field.languages'), languageNames(plan, ctx.locale)],
		[t('projects.field.subjects'), subjectNames(plan, ctx.locale)],
		[t('projects.field.ages'), agesText(plan)],
		[t('projects.field.months'), monthsText(plan, ctx.locale)],
	];
	return facts.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}
