/** The page of one project: a cover for everybody, the whole plan and the names for validated teachers. */
import { t } from '#messages/projects';
import { countryLabels, footnotesOf, timeZoneOf } from '#domain/places';
import type { Context } from '#platform/context';
import { personOf, type PersonId } from '#shared/actor';
import { formatDate, formatNumber } from '#shared/format';
import { may } from './abilities.ts';
import { namesOf, schoolsById } from './founders.ts';
import type { CardSchool } from './read-cards.ts';
import type { ProjectPicture } from './picture.ts';
import { takesPartners } from './plan.ts';
import {
	agesText,
	competenceNames,
	languageNames,
	longTexts,
	monthsText,
	partnersText,
	planReader,
	subjectNames,
	themeNames,
	type PlanText,
} from './plan-texts.ts';
import { isParty, type ProjectId, type ProjectState } from './project.ts';
import { reachProject, type Participant, type Project } from './read-project.ts';

export type NamedParticipant = {
	readonly person: PersonId;
	readonly name: string;
	readonly school: string;
	readonly standing: string;
};

export type ProjectPage = {
	readonly id: ProjectId;
	readonly address: string;
	readonly state: ProjectState;
	readonly title: string;
	readonly summary: string;
	/** The language in which the founder wrote. */
	readonly lang: string;
	readonly kind: string;
	readonly schools: readonly CardSchool[];
	readonly footnotes: readonly string[];
	readonly ages: string | undefined;
	readonly languages: string;
	readonly subjects: string;
	readonly months: string | undefined;
	readonly themes: string;
	readonly competences: string;
	/** How many more schools it would take, while it would. */
	readonly partners: string | undefined;
	/** For whoever may read the plan. */
	readonly pupils: string | undefined;
	readonly openedOn: string | undefined;
	/** For whoever may read the plan. */
	readonly picture: ProjectPicture | undefined;
	/** For whoever may read the plan: aims, work plan, results, ways of working. */
	readonly plan: readonly PlanText[];
	/** For whoever may read the plan. */
	readonly people: readonly NamedParticipant[];
	/** The reader takes part, or is asked to. */
	readonly mine: boolean;
	/** Moderators took it from the public; those who take part still see it. */
	readonly isHidden: boolean;
	/** An invitation that waits for the reader. */
	readonly invitation: string | undefined;
	readonly abilities: {
		readonly writePlan: boolean;
		readonly seeChain: boolean;
		readonly withdraw: boolean;
	};
};

/** The project behind a short id, as far as the reader may see it; open-to-all once it is open. */
export async function projectFor(ctx: Context, shortId: string): Promise<ProjectPage> {
	const project = await reachProject(ctx, shortId);
	const schools = await schoolsOfProject(ctx, project);
	const readsPlan = may(ctx.actor, 'projects.read-plan', project);
	const { plan } = project;
	const reader = await planReader(ctx);
	return {
		id: project.id,
		address: project.address,
		state: project.state,
		title: plan.title,
		summary: plan.summary,
		lang: project.locale,
		kind: t(`projects.kind.${project.kind}`),
		schools,
		footnotes: footnotesOf(schools.map((school) => school.country)),
		ages: agesText(plan),
		languages: languageNames(plan, ctx.locale),
		subjects: subjectNames(plan, ctx.locale),
		months: monthsText(plan, ctx.locale),
		themes: themeNames(plan, ctx.locale),
		competences: competenceNames(plan, ctx.locale),
		partners: takesPartners(plan, ctx.now) ? partnersText(plan, reader) : undefined,
		pupils: readsPlan && plan.pupilsExpected ? formatNumber(plan.pupilsExpected, ctx.locale) : undefined,
		openedOn: project.openedAt && formatDate(project.openedAt, ctx.locale, await zoneOf(ctx, schools)),
		picture: readsPlan ? project.picture : undefined,
		plan: readsPlan ? longTexts(project, reader) : [],
		people: readsPlan ? await namedParticipants(ctx, project, schools) : [],
		mine: isParty(personOf(ctx.actor), project),
		isHidden: project.isHidden,
		invitation: may(ctx.actor, 'projects.decline-invitation', project) ? project.invitation?.id : undefined,
		abilities: {
			writePlan: may(ctx.actor, 'projects.write-plan', project),
			seeChain: project.openedAt === undefined && may(ctx.actor, 'projects.see-chain', project),
			withdraw: may(ctx.actor, 'projects.withdraw', project),
		},
	};
}

/** The schools of a project, each once; before it is open the founders' ones. */
export async function schoolsOfProject(ctx: Context, project: Project): Promise<CardSchool[]> {
	const founders = [project.founderSchool, project.cofounderSchool].flatMap((id) => id ?? []);
	const ids = project.participants.length > 0 ? project.participants.map((each) => each.school) : founders;
	const schools = await schoolsById(ctx, ids);
	const country = await countryLabels(ctx);
	return [...new Set(ids)].flatMap((id) => {
		const school = schools.get(id);
		return school ? [{ ...school, country: country(school.country) }] : [];
	});
}

/** Dates of a project are those of the founder's school. */
export async function zoneOf(ctx: Context, schools: readonly CardSchool[]): Promise<string> {
	return timeZoneOf(ctx, schools[0]?.country.code);
}

async function namedParticipants(
	ctx: Context,
	project: Project,
	schools: readonly CardSchool[],
): Promise<NamedParticipant[]> {
	const participants = project.participants.length > 0 ? project.participants : [founderOf(project)];
	const names = await namesOf(
		ctx,
		participants.map((each) => each.person),
	);
	return participants.flatMap(({ person, school, standing }) => {
		const name = names.get(person);
		if (name === undefined) return [];
		const schoolName = schools.find((each) => each.id === school)?.name ?? '';
		return [{ person, name, school: schoolName, standing: t(`projects.standing.${standing}`) }];
	});
}

function founderOf(project: Project): Participant {
	return { person: project.founder, school: project.founderSchool, standing: 'founder' };
}
