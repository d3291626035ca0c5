import { describe, expect, test } from 'vitest';
import { savePlan, sendAgain, withdrawProject } from '#domain/projects';
import { chainsFor, grantStep } from '#domain/support';
import { compose, type Events, type Part } from '#platform/part';
import { system } from '#shared/actor';
import {
	anInvitedProject,
	anOpenProject,
	aPlan,
	aSubmittedProject,
	grants,
	refuses,
	stepOf,
} from '../../../../tests/world/a-project.ts';
import { ownDatabase, testDatabase } from '../../../../tests/world/database.ts';
import { officer, people, schools, teacher } from '../../../../tests/world/index.ts';
import { allParts } from '../../parts.ts';

const heard: Events['project.opened'][] = [];
const listener: Part = {
	name: 'listener',
	schemas: [],
	within: { 'project.opened': (_ctx, event) => Promise.resolve(void heard.push(event)) },
	privacy: { columns: {} },
};
compose([...allParts, listener]);

describe('the support organisations decide', () => {
	const world = testDatabase();
	const ines = () => world.as(teacher('ines'));
	const openings = () => world.db.selectFrom('projects.opening').selectAll().execute();
	const noticesOf = (kind: string) =>
		world.db
			.selectFrom('notices.notice')
			.select('person_id')
			.where('kind', '=', kind)
			.orderBy('person_id')
			.execute();

	test('one approval is not enough; the second opens the project with both founders', async () => {
		heard.length = 0;
		const project = await aSubmittedProject(world);
		await grants(world, project, 'mette');
		expect(await openings()).toHaveLength(0);
		await grants(world, project, 'rui');
		expect(await openings()).toHaveLength(1);
		const partners = await world.db
			.selectFrom('projects.partner')
			.selectAll()
			.orderBy('standing', 'desc')
			.execute();
		expect(partners).toMatchObject([
			{ person_id: people.ines.id, school_id: schools.ribeira.id, standing: 'founder' },
			{ person_id: people.freja.id, school_id: schools.skovbakke.id, standing: 'cofounder' },
		]);
		expect(heard).toMatchObject([
			{
				title: aPlan.title,
				founders: [
					{ person: people.ines.id, school: schools.ribeira.id },
					{ person: people.freja.id, school: schools.skovbakke.id },
				],
			},
		]);
		const told = [{ person_id: people.ines.id }, { person_id: people.freja.id }];
		expect(await noticesOf('project-approved')).toEqual(told);
	});

	test('a refusal comes back with its reason; corrected, it goes round again', async () => {
		const project = await aSubmittedProject(world);
		await grants(world, project, 'mette');
		await refuses(world, project, 'rui');
		expect(await noticesOf('project-refused')).toHaveLength(2);
		const corrected = { ...aPlan, aims: 'To measure flour and water, and to write a recipe in English.' };
		await savePlan(ines(), { project, version: 2, plan: corrected });
		const note = 'The aims are clearer now.';
		expect(await sendAgain(ines(), { project, note })).toMatchObject({ ok: true });
		await grants(world, project, 'rui');
		expect(await openings()).toHaveLength(0);
		await grants(world, project, 'mette');
		expect(await openings()).toHaveLength(1);
	});

	test('an incomplete correction is not sent', async () => {
		const project = await aSubmittedProject(world);
		await refuses(world, project, 'rui');
		await savePlan(ines(), { project, version: 2, plan: { ...aPlan, aims: '' } });
		expect(await sendAgain(ines(), { project, note: '' })).toEqual({ ok: false, reason: 'incomplete' });
	});

	test('what was not refused is not sent again', async () => {
		const project = await aSubmittedProject(world);
		await expect(sendAgain(ines(), { project, note: '' })).rejects.toThrow('projects.send-again');
	});

	test('given up while it waits, the case ends and the co-founder hears of it', async () => {
		const project = await aSubmittedProject(world);
		expect(await withdrawProject(ines(), { project })).toMatchObject({ ok: true });
		const row = await world.db.selectFrom('projects.project').select('id').executeTakeFirstOrThrow();
		const chains = await chainsFor(world.as(system), 'project', [row.id]);
		expect(chains.get(row.id)?.state).toBe('withdrawn');
		expect(await noticesOf('project-withdrawn')).toEqual([{ person_id: people.freja.id }]);
		await expect(withdrawProject(ines(), { project })).rejects.toThrow('projects.withdraw');
	});

	test('given up before an answer, the invitation ends', async () => {
		const { project } = await anInvitedProject(world);
		await withdrawProject(ines(), { project });
		const rows = await world.db.selectFrom('projects.cofounder_invitation').select('withdrawn_at').execute();
		expect(rows[0]?.withdrawn_at).not.toBeNull();
	});

	test('an open project is not given up', async () => {
		const project = await anOpenProject(world);
		await expect(withdrawProject(ines(), { project })).rejects.toThrow('projects.withdraw');
	});
});

describe('both officers at the same moment', () => {
	const world = ownDatabase();

	test.each([1, 2, 3])('the project opens exactly once (%i)', async () => {
		heard.length = 0;
		const project = await aSubmittedProject(world);
		const rui = world.as(await officer(world.as(system), 'rui'));
		const mette = world.as(await officer(world.as(system), 'mette'));
		const steps = { rui: await stepOf(world, project, 'rui'), mette: await stepOf(world, project, 'mette') };
		const decisions = await Promise.all([
			grantStep(rui, { step: steps.rui }),
			grantStep(mette, { step: steps.mette }),
			grantStep(rui, { step: steps.rui }),
			grantStep(mette, { step: steps.mette }),
		]);
		expect(decisions.filter((decision) => decision.ok)).toHaveLength(2);
		const opened = await world.db
			.selectFrom('projects.opening as opening')
			.innerJoin('projects.project as project', 'project.id', 'opening.project_id')
			.innerJoin('projects.partner as partner', 'partner.project_id', 'project.id')
			.select('partner.standing')
			.where('project.short_id', '=', project)
			.execute();
		expect(opened).toHaveLength(2);
		expect(heard).toHaveLength(1);
	});

	test('giving up and the last approval: one of them holds', async () => {
		const project = await aSubmittedProject(world);
		await grants(world, project, 'rui');
		const mette = world.as(await officer(world.as(system), 'mette'));
		const step = await stepOf(world, project, 'mette');
		const outcomes = await Promise.allSettled([
			grantStep(mette, { step }),
			withdrawProject(world.as(teacher('ines')), { project }),
		]);
		expect(outcomes.filter((each) => each.status === 'fulfilled' && each.value.ok)).toHaveLength(1);
	});
});
