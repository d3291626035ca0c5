/** My projects: drafts, plans on their way, invitations, open projects; each with who has it. */
import { t } from '#messages/projects';
import { countryLabels } from '#domain/places';
import { chainsFor, type Chain } from '#domain/support';
import type { Context } from '#platform/context';
import { demand } from './abilities.ts';
import { me, namesOf, schoolsById } from './founders.ts';
import type { ProjectId, ProjectState } from './project.ts';
import { projectsOf, type Project } from './read-project.ts';

export type OwnProject = {
	readonly id: ProjectId;
	readonly title: string;
	readonly lang: string;
	readonly state: ProjectState;
	/** Where the next step is done; without the language. */
	readonly path: string;
	/** Who has it now, or what to do next. */
	readonly now: string;
	/** It waits for me. */
	readonly needsMe: boolean;
	readonly countries: readonly string[];
	readonly schools: readonly string[];
};

/** The projects I have a part in, what needs me first. */
export async function ownProjects(ctx: Context): Promise<OwnProject[]> {
	demand(ctx, 'projects.read-own');
	const projects = await projectsOf(ctx, me(ctx));
	const waiting = projects.filter((project) => project.state === 'waiting-for-support');
	const chains = await chainsFor(
		ctx,
		'project',
		waiting.map((project) => project.id),
	);
	const schools = await schoolsById(ctx, projects.flatMap(schoolIds));
	const names = await namesOf(
		ctx,
		projects.flatMap((project) => [project.founder, project.cofounder ?? project.founder]),
	);
	const country = await countryLabels(ctx);
	const own = projects.map((project): OwnProject => {
		const theirs = schoolIds(project).flatMap((id) => schools.get(id) ?? []);
		return {
			id: project.id,
			title: project.plan.title === '' ? t('projects.untitled') : project.plan.title,
			lang: project.locale,
			state: project.state,
			...stepOf(project, me(ctx), chains.get(project.id), (person) => names.get(person) ?? ''),
			countries: theirs.map((school) => school.country),
			schools: theirs.map((school) => `${school.name}, ${country(school.country).name}`),
		};
	});
	return own.toSorted((one, other) => Number(other.needsMe) - Number(one.needsMe));
}

function schoolIds(project: Project): string[] {
	const founders = [project.founderSchool, project.cofounderSchool].flatMap((id) => id ?? []);
	return project.participants.length > 0
		? [...new Set(project.participants.map((each) => each.school))]
		: founders;
}

type Step = Pick<OwnProject, 'path' | 'now' | 'needsMe'>;

function stepOf(
	project: Project,
	reader: string,
	chain: Chain | undefined,
	name: (person: string) => string,
): Step {
	const page = `/projects/${project.address}`;
	const isFounder = reader === project.founder;
	switch (project.state) {
		case 'draft':
			return { path: `${page}/plan`, now: t('projects.own.draft'), needsMe: true };
		case 'refused':
			return isFounder
				? { path: `${page}/plan`, now: t('projects.own.refused'), needsMe: true }
				: {
						path: `${page}/status`,
						now: t('projects.own.refused-other', { founder: name(project.founder) }),
						needsMe: false,
					};
		case 'waiting-for-cofounder':
			return isFounder
				? {
						path: `${page}/status`,
						now: t('projects.own.asked', { cofounder: name(project.cofounder ?? '') }),
						needsMe: false,
					}
				: {
						path: `/projects/invitations/${project.invitation?.id}`,
						now: t('projects.own.invited', { founder: name(project.founder) }),
						needsMe: true,
					};
		case 'waiting-for-support':
			return {
				path: `${page}/status`,
				now: t('projects.own.waiting', { holder: chain?.holder ?? '' }),
				needsMe: chain?.applicantHolds ?? false,
			};
		default:
			return { path: page, now: t(`projects.status.next.${project.state}`), needsMe: false };
	}
}
