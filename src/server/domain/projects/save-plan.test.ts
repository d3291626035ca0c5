import { describe, expect, test } from 'vitest';
import { emptyPlan, inviteCofounder, savePlan } from '#domain/projects';
import { compose } from '#platform/part';
import {
	aDraft,
	anInvitedProject,
	anOpenProject,
	aPlan,
	areContacts,
	aSubmittedProject,
	refuses,
} from '../../../../tests/world/a-project.ts';
import { ownDatabase, testDatabase } from '../../../../tests/world/database.ts';
import { people, schools, teacher } from '../../../../tests/world/index.ts';
import { allParts } from '../../parts.ts';

compose(allParts);
describe('the founder writes the plan', () => {
	const world = testDatabase();
	const stored = (project: string) =>
		world.db
			.selectFrom('projects.project')
			.selectAll()
			.where('short_id', '=', project)
			.executeTakeFirstOrThrow();

	test('a draft may lack everything', async () => {
		const project = await aDraft(world);
		const saved = await savePlan(world.as(teacher('ines')), { project, version: 2, plan: emptyPlan });
		expect(saved).toMatchObject({ ok: true, value: { version: 3 } });
		expect(await stored(project)).toMatchObject({
			title: '',
			ages_from: null,
			cofounder_choice_id: null,
			version: 3,
		});
	});

	test('a second tab is told that the plan changed, and overwrites nothing', async () => {
		const project = await aDraft(world);
		const ctx = world.as(teacher('ines'));
		await savePlan(ctx, { project, version: 2, plan: { ...aPlan, title: 'From the first tab' } });
		const second = await savePlan(ctx, {
			project,
			version: 2,
			plan: { ...aPlan, title: 'From the second tab' },
		});
		expect(second).toEqual({ ok: false, reason: 'changed-meanwhile' });
		expect(await stored(project)).toMatchObject({ title: 'From the first tab', version: 3 });
	});

	test('saving the same again after a lost answer is a success and changes nothing', async () => {
		const project = await aDraft(world);
		const ctx = world.as(teacher('ines'));
		const sent = { project, version: 2, plan: { ...aPlan, title: 'Once' }, cofounder: people.freja.id };
		await savePlan(ctx, sent);
		expect(await savePlan(ctx, sent)).toMatchObject({ ok: true, value: { version: 3 } });
		expect(await stored(project)).toMatchObject({ version: 3 });
	});

	test('only a contact is kept as the choice of co-founder', async () => {
		const project = await aDraft(world);
		await savePlan(world.as(teacher('ines')), {
			project,
			version: 2,
			plan: aPlan,
			cofounder: people.amelie.id,
		});
		expect(await stored(project)).toMatchObject({ cofounder_choice_id: null });
	});

	test('the school is one of the founder’s own', async () => {
		const project = await aDraft(world);
		const sent = { project, version: 2, plan: aPlan, school: schools.tartu.id };
		await expect(savePlan(world.as(teacher('ines')), sent)).rejects.toThrow('school');
	});

	test('for others a draft does not exist', async () => {
		const project = await aDraft(world);
		for (const name of ['freja', 'tiago', 'amelie'] as const) {
			const attempt = savePlan(world.as(teacher(name)), { project, version: 2, plan: emptyPlan });
			await expect(attempt).rejects.toThrow('project');
		}
	});

	test('once sent, the plan stands until it comes back', async () => {
		const { project } = await anInvitedProject(world);
		const attempt = savePlan(world.as(teacher('ines')), { project, version: 2, plan: emptyPlan });
		await expect(attempt).rejects.toThrow('projects.write-plan');
	});

	test('the kind is frozen from the first sending on, in the rule and in the database', async () => {
		await areContacts(world, 'ines', 'tiago');
		const project = await aSubmittedProject(world);
		await refuses(world, project, 'rui');
		const corrected = {
			project,
			version: 2,
			kind: 'national',
			plan: { ...aPlan, aims: 'Clearer aims.' },
		} as const;
		expect(await savePlan(world.as(teacher('ines')), corrected)).toMatchObject({ ok: true });
		expect(await stored(project)).toMatchObject({ kind: 'european', aims: 'Clearer aims.' });
		const change = world.db
			.updateTable('projects.project')
			.set({ kind: 'national' })
			.where('short_id', '=', project);
		await expect(change.execute()).rejects.toThrow('frozen');
	});

	test('the kind may change before', async () => {
		await areContacts(world, 'ines', 'tiago');
		const project = await aDraft(world);
		const changed = {
			project,
			version: 2,
			kind: 'national',
			plan: aPlan,
			cofounder: people.tiago.id,
		} as const;
		await savePlan(world.as(teacher('ines')), changed);
		expect(await stored(project)).toMatchObject({ kind: 'national' });
		const invited = await inviteCofounder(world.as(teacher('ines')), { project });
		expect(invited).toMatchObject({ ok: false, reason: 'same-school' });
	});

	test('of an open project both founders change the plan, and the search finds its new words', async () => {
		const project = await anOpenProject(world);
		const { version } = await stored(project);
		const plan = { ...aPlan, title: 'Bread and salt', partnersWanted: 1, partnersFrom: ['IT'] };
		const changed = await savePlan(world.as(teacher('freja')), { project, version, plan });
		expect(changed).toMatchObject({ ok: true });
		expect(await stored(project)).toMatchObject({ title: 'Bread and salt', partners_from: ['IT'] });
		const entry = await world.db
			.selectFrom('partner_finding.search_entry')
			.select('title')
			.where('kind', '=', 'project')
			.where('title', '=', 'Bread and salt')
			.execute();
		expect(entry).toHaveLength(1);
		const others = savePlan(world.as(teacher('amelie')), { project, version: version + 1, plan });
		await expect(others).rejects.toThrow('projects.write-plan');
	});

	test('of an open project nothing that was asked for is left out', async () => {
		const project = await anOpenProject(world);
		const { version } = await stored(project);
		const sent = { project, version, plan: { ...aPlan, aims: '' } };
		expect(await savePlan(world.as(teacher('ines')), sent)).toEqual({ ok: false, reason: 'incomplete' });
		expect(await stored(project)).toMatchObject({ aims: aPlan.aims });
	});
});

describe('two tabs at the same moment', () => {
	const world = ownDatabase();

	test('one of twenty is saved, the others are told', async () => {
		const project = await aDraft(world);
		const ctx = world.as(teacher('ines'));
		const answers = await Promise.all(
			Array.from({ length: 20 }, (_, tab) =>
				savePlan(ctx, { project, version: 2, plan: { ...aPlan, title: `Tab ${tab}` } }),
			),
		);
		expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
		const row = await world.db.selectFrom('projects.project').select('version').executeTakeFirstOrThrow();
		expect(row.version).toBe(3);
	});
});
