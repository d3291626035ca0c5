// Projects for tests, at whatever point of their way: Inês of Porto founds, Freja of Aarhus is to found with her.
import { grantStep, refuseStep } from '#domain/support';
import { acceptInvitation, foundProject, inviteCofounder, savePlan } from '#domain/projects';
import type { ProjectKind } from '#domain/projects';
import type { offices } from './index.ts';
import { officer, people, schools, teacher } from './index.ts';
import { must } from './must.ts';
import type { PersonName, SchoolName } from './names.ts';
import type { WorldDatabase } from './database.ts';

/** A plan that lacks nothing. */
export const aPlan = {
	title: 'Bread on both sides of the sea',
	summary: 'Two classes bake the bread of their town, measure it and tell each other what it means.',
	languages: ['en', 'pt'],
	subjects: ['mathematics', 'home-economics'],
	agesFrom: 9,
	agesTo: 11,
	pupilsExpected: 44,
	aims: 'To measure what we eat and to tell it in another language.',
	workPlan: 'October: recipes. November: baking. December: a video meeting.',
	expectedResults: 'A cookery book that both schools print.',
	startsIn: '2026-10-01',
	endsIn: '2027-05-01',
	tools: ['pages', 'video-meetings'],
	themes: ['food-and-health'],
	competences: ['mathematical-and-science'],
	erasmusNumber: '',
	partnersFrom: [],
} as const;

type Founders = {
	readonly founder?: PersonName;
	readonly cofounder?: PersonName;
	readonly kind?: ProjectKind;
	/** What the plan says otherwise than `aPlan`. */
	readonly plan?: Partial<Parameters<typeof savePlan>[1]['plan']>;
};

/** Makes two people of the world contacts of each other. */
export async function areContacts(world: WorldDatabase, one: PersonName, other: PersonName): Promise<void> {
	const [person_a_id = '', person_b_id = ''] = [people[one].id, people[other].id].sort();
	await world.db
		.insertInto('contacts.contact')
		.values({ person_a_id, person_b_id, since: world.as({ kind: 'system' }).now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** A draft with a complete plan and a chosen co-founder; says its short id. */
export async function aDraft(world: WorldDatabase, founders: Founders = {}): Promise<string> {
	const { founder = 'ines', cofounder = 'freja', kind = 'european' } = founders;
	await areContacts(world, founder, cofounder);
	const ctx = world.as(teacher(founder));
	const plan = { ...aPlan, ...founders.plan };
	const { address } = must(await foundProject(ctx, { kind, title: plan.title }));
	const project = address.slice(-8);
	must(await savePlan(ctx, { project, version: 1, cofounder: people[cofounder].id, plan }));
	return project;
}

/** A project whose co-founder was asked. */
export async function anInvitedProject(world: WorldDatabase, founders: Founders = {}) {
	const project = await aDraft(world, founders);
	const { invitation } = must(
		await inviteCofounder(world.as(teacher(founders.founder ?? 'ines')), { project }),
	);
	return { project, invitation };
}

/** A project that lies with the support organisations. */
export async function aSubmittedProject(
	world: WorldDatabase,
	founders: Founders & { readonly school?: SchoolName } = {},
): Promise<string> {
	const { project, invitation } = await anInvitedProject(world, founders);
	const school = schools[founders.school ?? 'skovbakke'].id;
	must(await acceptInvitation(world.as(teacher(founders.cofounder ?? 'freja')), { invitation, school }));
	return project;
}

/** The step of an officer's organisation in the running round. */
export async function stepOf(
	world: WorldDatabase,
	project: string,
	name: keyof typeof offices,
): Promise<string> {
	const { organisation } = await officer(world.as({ kind: 'system' }), name);
	const row = await world.db
		.selectFrom('support.case_step as step')
		.innerJoin('support.approval_case as approval', 'approval.id', 'step.case_id')
		.innerJoin('projects.project as project', 'project.id', 'approval.subject_id')
		.select('step.id')
		.where('project.short_id', '=', project)
		.where('step.organisation_id', '=', organisation)
		.orderBy('step.round', 'desc')
		.executeTakeFirstOrThrow();
	return row.id;
}

export async function grants(
	world: WorldDatabase,
	project: string,
	name: keyof typeof offices,
): Promise<void> {
	const ctx = world.as(await officer(world.as({ kind: 'system' }), name));
	must(await grantStep(ctx, { step: await stepOf(world, project, name) }));
}

export async function refuses(
	world: WorldDatabase,
	project: string,
	name: keyof typeof offices,
): Promise<void> {
	const ctx = world.as(await officer(world.as({ kind: 'system' }), name));
	must(await refuseStep(ctx, { step: await stepOf(world, project, name), reason: 'aims-unclear' }));
}

/** An open project of Porto and Aarhus, approved by both organisations. */
export async function anOpenProject(world: WorldDatabase): Promise<string> {
	const project = await aSubmittedProject(world);
	await grants(world, project, 'rui');
	await grants(world, project, 'mette');
	return project;
}
