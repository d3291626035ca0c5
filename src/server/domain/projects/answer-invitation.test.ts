import { describe, expect, test } from 'vitest';
import {
	acceptInvitation,
	declineInvitation,
	inviteCofounder,
	savePlan,
	takeBackInvitation,
} from '#domain/projects';
import { compose } from '#platform/part';
import {
	aDraft,
	anInvitedProject,
	aPlan,
	areContacts,
	aSubmittedProject,
	grants,
	refuses,
} from '../../../../tests/world/a-project.ts';
import { ownDatabase, testDatabase } from '../../../../tests/world/database.ts';
import { member, people, schools, teacher } from '../../../../tests/world/index.ts';
import { allParts } from '../../parts.ts';

compose(allParts);
const school = schools.skovbakke.id;

describe('the invited teacher answers', () => {
	const world = testDatabase();
	const freja = () => world.as(teacher('freja'));
	const ines = () => world.as(teacher('ines'));

	test('accepting opens one case with a step for each organisation', async () => {
		await aSubmittedProject(world);
		const steps = await world.db
			.selectFrom('support.case_step as step')
			.innerJoin('support.approval_case as approval', 'approval.id', 'step.case_id')
			.innerJoin('support.organisation as organisation', 'organisation.id', 'step.organisation_id')
			.select(['organisation.country', 'step.stage'])
			.where('approval.kind', '=', 'project')
			.orderBy('organisation.country')
			.execute();
		expect(steps).toEqual([
			{ country: 'DK', stage: 1 },
			{ country: 'PT', stage: 1 },
		]);
		const parties = await world.db
			.selectFrom('support.case_party as party')
			.innerJoin('projects.submission as submission', 'submission.case_id', 'party.case_id')
			.select(['party.person_id', 'party.school_id'])
			.orderBy('party.person_id')
			.execute();
		expect(parties).toEqual([
			{ person_id: people.ines.id, school_id: schools.ribeira.id },
			{ person_id: people.freja.id, school_id: schools.skovbakke.id },
		]);
	});

	test('the founder hears that it was accepted', async () => {
		const project = await aSubmittedProject(world);
		const told = await world.db
			.selectFrom('notices.notice')
			.selectAll()
			.where('kind', '=', 'cofounder-accepted')
			.execute();
		expect(told).toMatchObject([{ person_id: people.ines.id, params: { cofounder: 'Freja Holm' } }]);
		expect(told[0]?.path).toMatch(new RegExp(`${project}/status$`));
	});

	test('after declining, the founder picks another without typing anything again', async () => {
		const { project, invitation } = await anInvitedProject(world);
		const words = 'I am on leave this spring.';
		expect(await declineInvitation(freja(), { invitation, words })).toMatchObject({ ok: true });
		const row = await world.db.selectFrom('projects.project').selectAll().executeTakeFirstOrThrow();
		expect(row).toMatchObject({ aims: aPlan.aims, title: aPlan.title, cofounder_choice_id: null });
		await areContacts(world, 'ines', 'amelie');
		await savePlan(ines(), { project, version: row.version, plan: aPlan, cofounder: people.amelie.id });
		const invited = await inviteCofounder(ines(), { project });
		if (!invited.ok) throw new Error(invited.reason);
		const accepted = await acceptInvitation(world.as(teacher('amelie')), {
			invitation: invited.value.invitation,
			school: schools.jeanMoulin.id,
		});
		expect(accepted).toMatchObject({ ok: true });
	});

	test('an invitation is answered once', async () => {
		const { invitation } = await anInvitedProject(world);
		await declineInvitation(freja(), { invitation, words: '' });
		expect(await acceptInvitation(freja(), { invitation, school })).toEqual({
			ok: false,
			reason: 'answered',
		});
		expect(await declineInvitation(freja(), { invitation, words: '' })).toEqual({
			ok: false,
			reason: 'answered',
		});
	});

	test('an invitation taken back cannot be accepted', async () => {
		const { project, invitation } = await anInvitedProject(world);
		await takeBackInvitation(ines(), { project });
		expect(await acceptInvitation(freja(), { invitation, school })).toEqual({
			ok: false,
			reason: 'answered',
		});
	});

	test('the invitation of somebody else does not exist', async () => {
		const { invitation } = await anInvitedProject(world);
		for (const name of ['amelie', 'ines'] as const) {
			const attempt = acceptInvitation(world.as(teacher(name)), { invitation, school });
			await expect(attempt).rejects.toThrow('invitation');
		}
	});

	test('who is validated no longer may decline, not accept', async () => {
		const { invitation } = await anInvitedProject(world);
		const attempt = acceptInvitation(world.as(member('freja')), { invitation, school });
		await expect(attempt).rejects.toThrow('projects.accept-invitation');
		expect(await declineInvitation(world.as(member('freja')), { invitation, words: '' })).toMatchObject({
			ok: true,
		});
	});

	test('she takes part for a school of her own', async () => {
		const { invitation } = await anInvitedProject(world);
		const accepted = await acceptInvitation(freja(), { invitation, school: schools.tartu.id });
		expect(accepted).toEqual({ ok: false, reason: 'no-validated-place', field: 'school' });
	});

	test('both founders of one organisation are one step', async () => {
		await world.db
			.updateTable('people.affiliation')
			.set({ school_id: schools.tartu.id })
			.where('person_id', '=', people.tiago.id)
			.execute();
		await world.db
			.updateTable('schools.school')
			.set({ country: 'PT' })
			.where('id', '=', schools.tartu.id)
			.execute();
		const project = await aSubmittedProject(world, { kind: 'national', cofounder: 'tiago', school: 'tartu' });
		await grants(world, project, 'rui');
		const opened = await world.db.selectFrom('projects.opening').select('project_id').execute();
		expect(opened).toHaveLength(1);
	});

	test('a refused plan is not withdrawn by refusing: it stays the founder’s', async () => {
		const project = await aSubmittedProject(world);
		await refuses(world, project, 'mette');
		const saved = await savePlan(ines(), { project, version: 2, plan: { ...aPlan, aims: 'Clearer.' } });
		expect(saved).toMatchObject({ ok: true });
	});
});

describe('at the same moment', () => {
	const world = ownDatabase();

	test('twenty acceptances open one case', async () => {
		const { invitation } = await anInvitedProject(world);
		const answers = await Promise.all(
			Array.from({ length: 20 }, () => acceptInvitation(world.as(teacher('freja')), { invitation, school })),
		);
		expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
		const cases = await world.db
			.selectFrom('support.approval_case')
			.select('id')
			.where('kind', '=', 'project')
			.execute();
		expect(cases).toHaveLength(1);
	});

	test('accepting and taking back: one of them holds', async () => {
		const project = await aDraft(world);
		const invited = await inviteCofounder(world.as(teacher('ines')), { project });
		if (!invited.ok) throw new Error(invited.reason);
		const { invitation } = invited.value;
		const [accepted, takenBack] = await Promise.allSettled([
			acceptInvitation(world.as(teacher('freja')), { invitation, school }),
			takeBackInvitation(world.as(teacher('ines')), { project }),
		]);
		const succeeded = [accepted, takenBack].filter((each) => each.status === 'fulfilled' && each.value.ok);
		expect(succeeded).toHaveLength(1);
	});
});
