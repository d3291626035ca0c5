import { expect, test } from 'vitest';
import { compose } from '#platform/part';
import { system, visitor, type Actor, type Pupil } from '#shared/actor';
import {
	aDraft,
	anInvitedProject,
	anOpenProject,
	aSubmittedProject,
	refuses,
} from '../../../../tests/world/a-project.ts';
import { testDatabase } from '../../../../tests/world/database.ts';
import { member, officer, people, teacher } from '../../../../tests/world/index.ts';
import { allParts } from '../../parts.ts';
import { declineInvitation, withdrawProject } from './index.ts';
import { projectRows } from './projects.sql.ts';
import { projectsById } from './read-project.ts';
import { seesProject } from './visible-projects.ts';

compose(allParts);
const world = testDatabase();

async function projectsInEveryState(): Promise<string[]> {
	const ines = world.as(teacher('ines'));
	const declined = await anInvitedProject(world);
	await declineInvitation(world.as(teacher('freja')), { invitation: declined.invitation, words: '' });
	const withdrawn = await aSubmittedProject(world);
	await withdrawProject(ines, { project: withdrawn });
	const takenOut = await anInvitedProject(world);
	await withdrawProject(ines, { project: takenOut.project });
	const refusedProject = await aSubmittedProject(world);
	await refuses(world, refusedProject, 'rui');
	await aDraft(world);
	await anInvitedProject(world);
	await aSubmittedProject(world);
	await anOpenProject(world);
	const hidden = await anOpenProject(world);
	await world.db
		.insertInto('projects.hiding')
		.columns(['project_id', 'hidden_at'])
		.expression((eb) =>
			eb
				.selectFrom('projects.project')
				.select(({ val }) => ['id', val(ines.now).as('hidden_at')])
				.where('short_id', '=', hidden),
		)
		.execute();
	const rows = await world.db.selectFrom('projects.project').select('id').execute();
	return rows.map((row) => row.id);
}

async function everyKindOfActor(): Promise<Actor[]> {
	const pupil: Pupil = { kind: 'pupil', pupil: people.ines.id, session: 's' };
	return [
		visitor,
		system,
		pupil,
		teacher('ines'),
		teacher('freja'),
		teacher('amelie'),
		member('ines'),
		member('marco'),
		{ kind: 'guest', person: people.freja.id, session: 's' },
		{ kind: 'operator', person: people.ines.id, session: 's' },
		{ kind: 'bearer', purpose: 'confirm', subject: people.ines.id },
		await officer(world.as(system), 'rui'),
		{ ...(await officer(world.as(system), 'mette')), person: people.ines.id },
	];
}

test('the rule and the fragment agree for every actor and every state', async () => {
	const ids = await projectsInEveryState();
	const projects = await projectsById(world.as(system), ids);
	expect(new Set(projects.map((project) => project.state)).size).toBe(6);
	for (const actor of await everyKindOfActor()) {
		const byRule = projects.filter((project) => seesProject(actor, project)).map((project) => project.id);
		const byFragment = (await projectRows(world.as(actor), { ids })).map((row) => row.id);
		expect(byFragment.toSorted(), actor.kind).toEqual(byRule.toSorted());
	}
});

test('a visitor sees open projects only, a founder all of hers, an officer at the desk no plan', async () => {
	const ids = await projectsInEveryState();
	const seen = async (actor: Actor) => (await projectRows(world.as(actor), { ids })).length;
	expect(await seen(visitor)).toBe(1);
	expect(await seen(teacher('ines'))).toBe(9);
	expect(await seen(teacher('freja'))).toBe(6);
	expect(await seen(await officer(world.as(system), 'rui'))).toBe(1);
});
