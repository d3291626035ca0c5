import { describe, expect, test } from 'vitest';
import { inviteCofounder, savePlan, takeBackInvitation } from '#domain/projects';
import { once } from '#platform/forms';
import { compose } from '#platform/part';
import { aDraft, anInvitedProject, aPlan } from '../../../../tests/world/a-project.ts';
import { ownDatabase, testDatabase } from '../../../../tests/world/database.ts';
import { people, teacher } from '../../../../tests/world/index.ts';
import { allParts } from '../../parts.ts';

compose(allParts);

describe('the founder invites a co-founder', () => {
	const world = testDatabase();
	const ines = () => world.as(teacher('ines'));

	test('a contact of another country is asked and hears of it', async () => {
		const { invitation } = await anInvitedProject(world);
		const told = await world.db
			.selectFrom('notices.notice')
			.selectAll()
			.where('kind', '=', 'cofounder-invited')
			.execute();
		expect(told).toMatchObject([
			{
				person_id: people.freja.id,
				path: `/projects/invitations/${invitation}`,
				params: { founder: 'Inês Carvalho', school: 'Escola Básica da Ribeira', title: aPlan.title },
			},
		]);
	});

	test.each([
		['european', 'tiago', 'same-school'],
		['national', 'freja', 'other-country'],
		['national', 'tiago', 'same-school'],
	] as const)('a %s project cannot be founded with %s: %s', async (kind, cofounder, reason) => {
		const project = await aDraft(world, { kind, cofounder });
		expect(await inviteCofounder(ines(), { project })).toEqual({ ok: false, reason, field: 'cofounder' });
	});

	test('an incomplete plan is not sent', async () => {
		const project = await aDraft(world);
		await savePlan(ines(), { project, version: 2, plan: { ...aPlan, aims: '' }, cofounder: people.freja.id });
		expect(await inviteCofounder(ines(), { project })).toEqual({ ok: false, reason: 'incomplete' });
	});

	test('somebody must be chosen', async () => {
		const project = await aDraft(world);
		await savePlan(ines(), { project, version: 2, plan: aPlan });
		const invited = await inviteCofounder(ines(), { project });
		expect(invited).toEqual({ ok: false, reason: 'no-cofounder', field: 'cofounder' });
	});

	test('who is no contact any more cannot be invited', async () => {
		const project = await aDraft(world);
		await world.db.deleteFrom('contacts.contact').execute();
		expect(await inviteCofounder(ines(), { project })).toMatchObject({ ok: false, reason: 'not-a-contact' });
	});

	test('who is not available cannot be invited', async () => {
		const project = await aDraft(world);
		await world.db
			.updateTable('people.profile')
			.set({ available: false })
			.where('person_id', '=', people.freja.id)
			.execute();
		expect(await inviteCofounder(ines(), { project })).toMatchObject({ ok: false, reason: 'not-available' });
	});

	test('who is not validated cannot be invited', async () => {
		const project = await aDraft(world, { cofounder: 'marco' });
		const invited = await inviteCofounder(ines(), { project });
		expect(invited).toMatchObject({ ok: false, reason: 'cofounder-not-validated' });
	});

	test('a second invitation waits until the first is answered or taken back', async () => {
		const { project } = await anInvitedProject(world);
		await expect(inviteCofounder(ines(), { project })).rejects.toThrow('projects.invite-cofounder');
		expect(await takeBackInvitation(ines(), { project })).toMatchObject({ ok: true });
		expect(await inviteCofounder(ines(), { project })).toMatchObject({ ok: true });
	});

	test('inviting and taking back ten times a day is enough', async () => {
		const project = await aDraft(world);
		for (let turn = 0; turn < 10; turn++) {
			await inviteCofounder(ines(), { project });
			await takeBackInvitation(ines(), { project });
		}
		expect(await inviteCofounder(ines(), { project })).toMatchObject({ ok: false, reason: 'too-many-today' });
	});

	test('nobody but the founder invites or takes back', async () => {
		const { project } = await anInvitedProject(world);
		const takenBack = takeBackInvitation(world.as(teacher('freja')), { project });
		await expect(takenBack).rejects.toThrow('projects.take-back-invitation');
		await expect(takeBackInvitation(world.as(teacher('amelie')), { project })).rejects.toThrow('project');
	});
});

describe('the same form at the same moment', () => {
	const world = ownDatabase();

	test('twenty submits invite once', async () => {
		const project = await aDraft(world);
		const sent = { form: 'plan:send', key: 'key-of-the-form', body: 'the same' };
		const answers = await Promise.all(
			Array.from({ length: 20 }, () =>
				once(world.as(teacher('ines')), sent, (ctx) => inviteCofounder(ctx, { project })),
			),
		);
		expect(answers.every((answer) => answer.ok)).toBe(true);
		const invitations = await world.db.selectFrom('projects.cofounder_invitation').select('id').execute();
		const notices = await world.db.selectFrom('notices.notice').select('id').execute();
		expect([invitations.length, notices.length]).toEqual([1, 1]);
	});
});
