/** Where a plan lies on its way: who has it, since when, what comes next. */
import { t } from '#messages/projects';
import { timeZoneOf } from '#domain/places';
import { chainsFor, type Chain, type OpenQuestion } from '#domain/support';
import type { Context } from '#platform/context';
import { formatDate } from '#shared/format';
import { demand, may } from './abilities.ts';
import { namesOf, schoolsById } from './founders.ts';
import type { ProjectState } from './project.ts';
import { reachProject, type Project } from './read-project.ts';

export type WayStep = {
	readonly title: string;
	readonly holder: string;
	readonly state: 'done' | 'here' | 'answer' | 'refused' | 'next';
	readonly when?: string;
	readonly note?: string;
	readonly lang?: string;
};

export type ProjectStatus = {
	readonly address: string;
	readonly title: string;
	readonly lang: string;
	readonly state: ProjectState;
	/** Stages in order; what stands in one stage runs side by side. */
	readonly way: readonly (readonly WayStep[])[];
	/** What comes next, as one sentence. */
	readonly next: string;
	readonly question: OpenQuestion | undefined;
	/** The co-founder who is asked. */
	readonly asked: string | undefined;
	readonly abilities: {
		readonly takeBack: boolean;
		readonly correct: boolean;
		readonly withdraw: boolean;
	};
};

/** The way of a plan for its founders. */
export async function statusFor(ctx: Context, shortId: string): Promise<ProjectStatus> {
	const project = await reachProject(ctx, shortId);
	demand(ctx, 'projects.see-chain', project);
	const chain = (await chainsFor(ctx, 'project', [project.id])).get(project.id);
	const names = await namesOf(
		ctx,
		[project.founder, project.cofounder].flatMap((id) => id ?? []),
	);
	const name = (person: string | undefined) => (person && names.get(person)) ?? '';
	const day = await dayWriter(ctx, project);
	return {
		address: project.address,
		title: project.plan.title,
		lang: project.locale,
		state: project.state,
		way: [
			[planStep(project, name(project.founder), day)],
			[cofounderStep(project, name(project.cofounder), day)],
			chain ? chain.steps.map(organisationStep) : [unknownOrganisations()],
			[openingStep(project, day)],
		],
		next: nextOf(project, chain, name(project.cofounder)),
		question: project.state === 'waiting-for-support' ? chain?.openQuestion : undefined,
		asked: project.state === 'waiting-for-cofounder' ? name(project.cofounder) : undefined,
		abilities: {
			takeBack: may(ctx.actor, 'projects.take-back-invitation', project),
			correct: may(ctx.actor, 'projects.write-plan', project),
			withdraw: may(ctx.actor, 'projects.withdraw', project),
		},
	};
}

type DayWriter = (moment: Date) => string;

async function dayWriter(ctx: Context, project: Project): Promise<DayWriter> {
	const school = (await schoolsById(ctx, [project.founderSchool])).get(project.founderSchool);
	const zone = await timeZoneOf(ctx, school?.country);
	return (moment) => formatDate(moment, ctx.locale, zone);
}

function planStep(project: Project, founder: string, day: DayWriter): WayStep {
	const title = t('projects.status.step.plan');
	if (project.state === 'draft')
		return {
			title,
			holder: founder,
			state: 'here',
			when: t('projects.status.saved', { day: day(project.savedAt) }),
		};
	return { title, holder: founder, state: 'done' };
}

function cofounderStep(project: Project, cofounder: string, day: DayWriter): WayStep {
	const title = t('projects.status.step.cofounder');
	const { invitation } = project;
	if (!invitation) return { title, holder: t('projects.status.step.cofounder-to-choose'), state: 'next' };
	if (project.cofounderAccepted) return { title, holder: cofounder, state: 'done' };
	return {
		title,
		holder: cofounder,
		state: 'here',
		when: t('projects.status.since', { day: day(invitation.invitedAt) }),
	};
}

const stateOfStep = {
	later: 'next',
	overtaken: 'next',
	waiting: 'here',
	asked: 'answer',
	granted: 'done',
	refused: 'refused',
} as const satisfies Record<Chain['steps'][number]['state'], WayStep['state']>;

function organisationStep(step: Chain['steps'][number]): WayStep {
	const state = stateOfStep[step.state];
	const note = [step.reason, step.words].flatMap((text) => text ?? []).join(': ');
	return {
		title: t('projects.status.step.organisation'),
		holder: step.state === 'waiting' ? (step.holder ?? step.organisation.name) : step.organisation.name,
		state,
		...(step.sinceText && state !== 'next' ? { when: whenOf(step.state, step.sinceText) } : {}),
		...(note === '' ? {} : { note }),
	};
}

function whenOf(state: Chain['steps'][number]['state'], day: string): string {
	return state === 'waiting' || state === 'asked'
		? t('projects.status.since', { day })
		: t('projects.status.on', { day });
}

function unknownOrganisations(): WayStep {
	return {
		title: t('projects.status.step.organisation'),
		holder: t('projects.status.step.both-organisations'),
		state: 'next',
	};
}

function openingStep(project: Project, day: DayWriter): WayStep {
	const step = { title: t('projects.status.step.opening'), holder: t('projects.status.step.twinspace') };
	if (!project.openedAt) return { ...step, state: 'next' };
	return { ...step, state: 'done', when: t('projects.status.on', { day: day(project.openedAt) }) };
}

function nextOf(project: Project, chain: Chain | undefined, cofounder: string): string {
	if (project.state === 'waiting-for-cofounder') return t('projects.status.next.cofounder', { cofounder });
	if (chain?.openQuestion) return chain.next;
	return t(`projects.status.next.${project.state}`);
}
