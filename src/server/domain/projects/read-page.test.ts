import { expect, test } from 'vitest';
import {
	foundingFor,
	invitationFor,
	inviteCofounder,
	openProjects,
	ownProjects,
	planFor,
	projectFor,
	statusFor,
	takeBackInvitation,
} from '#domain/projects';
import { queryOf, searchPartners } from '#domain/partner-finding';
import { appealAsAuthor, reportThing, settleAtDesk, thingToReport } from '#domain/safety';
import { twinSpaceFor } from '#domain/twinspaces';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { compose } from '#platform/part';
import { system, visitor, type Pupil } from '#shared/actor';
import {
	aDraft,
	anInvitedProject,
	anOpenProject,
	areContacts,
	aSubmittedProject,
	grants,
	refuses,
} from '../../../../tests/world/a-project.ts';
import { testDatabase } from '../../../../tests/world/database.ts';
import { member, officer, people, teacher } from '../../../../tests/world/index.ts';
import { must } from '../../../../tests/world/must.ts';
import { allParts } from '../../parts.ts';

compose(allParts);
const world = testDatabase();
const ines = () => world.as(teacher('ines'));
const freja = () => world.as(teacher('freja'));

test('a visitor and a pupil read the cover: neither plan nor names', async () => {
	const project = await anOpenProject(world);
	const pupil: Pupil = { kind: 'pupil', pupil: people.ines.id, session: 's' };
	for (const actor of [visitor, pupil, member('marco')]) {
		const page = await projectFor(world.as(actor), project);
		expect(page).toMatchObject({ plan: [], people: [], pupils: undefined, mine: false });
		expect(JSON.stringify(page)).not.toMatch(/Carvalho|Holm/);
	}
});

test('a validated teacher reads the plan and who founded it', async () => {
	const project = await anOpenProject(world);
	const page = await projectFor(world.as(teacher('amelie')), project);
	expect(page.people.map((person) => [person.name, person.standing])).toEqual([
		['Inês Carvalho', 'Founder'],
		['Freja Holm', 'Co-founder'],
	]);
	expect(page.plan.map((answer) => answer.label)).toEqual([
		'Aims',
		'Work plan',
		'Expected results',
		'Ways of working',
	]);
	expect(page.mine).toBe(false);
});

test('a draft does not exist for anybody else', async () => {
	const project = await aDraft(world);
	for (const actor of [visitor, teacher('freja'), await officer(world.as(system), 'rui')]) {
		await expect(projectFor(world.as(actor), project)).rejects.toThrow('project');
	}
	expect((await projectFor(ines(), project)).mine).toBe(true);
});

test('the founder chooses among contacts, each with what hinders now', async () => {
	const project = await aDraft(world);
	await areContacts(world, 'ines', 'tiago');
	await areContacts(world, 'ines', 'marco');
	await areContacts(world, 'ines', 'amelie');
	const amelie = people.amelie.id;
	await world.db
		.updateTable('people.profile')
		.set({ available: false })
		.where('person_id', '=', amelie)
		.execute();
	const { candidates } = await planFor(ines(), project);
	const hindrances = Object.fromEntries(candidates.map((each) => [each.name, each.hindrance]));
	expect(hindrances).toEqual({
		'Amélie Laurent': 'not-available',
		'Freja Holm': undefined,
		'Marco Bianchi': 'cofounder-not-validated',
		'Tiago Nunes': 'same-school',
	});
});

test('the way of a plan shows who has it', async () => {
	const { project } = await anInvitedProject(world);
	const states = async () => {
		const { way } = await statusFor(ines(), project);
		return way.map((stage) => stage.map((step) => `${step.holder}: ${step.state}`));
	};
	expect(await states()).toEqual([
		['Inês Carvalho: done'],
		['Freja Holm: here'],
		['The support organisations of both schools: next'],
		['with a TwinSpace for your classes: next'],
	]);
	await expect(statusFor(freja(), project)).rejects.toThrow('projects.see-chain');
});

test('both founders see the organisations side by side, and a refusal with its reason', async () => {
	const project = await aSubmittedProject(world);
	await grants(world, project, 'mette');
	await refuses(world, project, 'rui');
	for (const ctx of [ines(), freja()]) {
		const { way, state } = await statusFor(ctx, project);
		expect(state).toBe('refused');
		expect(way[2]?.map((step) => step.state)).toEqual(['refused', 'done']);
		expect(way[2]?.[0]?.note).toBe('The aims are not clear yet');
	}
	const desk = await planFor(ines(), project);
	expect(desk.refusals).toMatchObject([{ reason: 'The aims are not clear yet' }]);
	expect(desk.kinds).toEqual(['european']);
});

test('the invited teacher reads the whole plan until it is taken back', async () => {
	const { project, invitation } = await anInvitedProject(world);
	const waiting = await invitationFor(freja(), invitation);
	expect(waiting).toMatchObject({ state: 'waiting', founder: 'Inês Carvalho', mayAccept: true });
	expect(waiting.plan).toHaveLength(4);
	expect(await invitationFor(world.as(member('freja')), invitation)).toMatchObject({ mayAccept: false });
	await takeBackInvitation(ines(), { project });
	expect(await invitationFor(freja(), invitation)).toMatchObject({
		state: 'taken-back',
		plan: [],
		summary: '',
	});
	await expect(invitationFor(world.as(teacher('amelie')), invitation)).rejects.toThrow('invitation');
	await inviteCofounder(ines(), { project });
	expect(await invitationFor(freja(), invitation)).toMatchObject({ state: 'taken-back', plan: [] });
});

test('my projects: what needs me stands first', async () => {
	await aSubmittedProject(world);
	await anInvitedProject(world);
	const own = await ownProjects(freja());
	expect(own.map((project) => [project.state, project.needsMe])).toEqual([
		['waiting-for-cofounder', true],
		['waiting-for-support', false],
	]);
	expect(own[0]?.path).toMatch(/^\/projects\/invitations\//);
	expect(own[1]?.now).toContain('Portugal');
});

test('who is not validated learns why no kind can be chosen', async () => {
	expect(await foundingFor(world.as(member('marco')))).toEqual([]);
	expect(await foundingFor(ines())).toEqual(['european', 'national']);
});

test('R-NTC: a visitor reports a project; where a child may be at risk it is gone at once, and comes back when moderators say so', async () => {
	const shortId = await anOpenProject(world);
	const anyone = world.as(visitor);
	const { id, summary } = await projectFor(anyone, shortId);
	const about = { kind: 'project', thing: id, words: '', network: '192.0.2.4' } as const;
	// nobody reads more of it by reporting it than on its page
	expect((await thingToReport(anyone, 'project', id)).reached.evidence.words).toBe(summary);
	const sees = (ctx: Context) =>
		projectFor(ctx, shortId).then(
			() => true,
			() => false,
		);
	const everywhere = async () => [
		await sees(anyone),
		await sees(world.as(teacher('amelie'))),
		(await openProjects(anyone, {})).projects.some((project) => project.address.endsWith(shortId)),
		(await searchPartners(world.as(teacher('amelie')), queryOf(new URLSearchParams('kind=project')))).total >
			0,
	];
	await compare(true);
	must(await reportThing(anyone, { ...about, reason: 'copied' }));
	await compare(true);
	must(await reportThing(world.as(teacher('amelie')), { ...about, reason: 'worrying' }));
	await compare(false);
	// its own people work on
	expect([await sees(ines()), await sees(freja())]).toEqual([true, true]);
	expect((await projectFor(ines(), shortId)).isHidden).toBe(true);
	await twinSpaceFor(ines(), shortId);
	const { id: matter } = await world.db
		.selectFrom('safety.matter')
		.select('id')
		.where('thing_id', '=', id)
		.executeTakeFirstOrThrow();
	const anna = world.as(await officer(world.as(system), 'anna'));
	must(
		await settleAtDesk(anna, { matter, outcome: 'removed', reason: 'private-details', words: 'A child.' }),
	);
	await compare(false);
	must(await appealAsAuthor(ines(), { matter, words: 'It is a drawing.' }));
	const later = { ...anna, actor: { ...anna.actor, person: people.mette.id } };
	must(await settleAtDesk(later, { matter, outcome: 'kept', reason: 'other', words: '' }));
	await compare(true);
	await expect(reportThing(anyone, { ...about, thing: people.ines.id, reason: 'other' })).rejects.toThrow(
		NotFound,
	);

	async function compare(isThere: boolean): Promise<void> {
		expect(await everywhere()).toEqual([isThere, isThere, isThere, isThere]);
	}
});
