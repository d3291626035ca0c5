import { expect, test } from 'vitest';
import { declineInvitation } from '#domain/projects';
import { compose } from '#platform/part';
import { system } from '#shared/actor';
import { aDraft, anInvitedProject, anOpenProject, aPlan } from '../../../../tests/world/a-project.ts';
import { testDatabase } from '../../../../tests/world/database.ts';
import { people, teacher } from '../../../../tests/world/index.ts';
import { allParts } from '../../parts.ts';
import { eraseProjects, exportProjects, separateProjects, uniteProjects } from './privacy.ts';

compose(allParts);
const world = testDatabase();
const asSystem = () => world.as(system);

test('the export holds what I founded and what I was asked', async () => {
	const { invitation } = await anInvitedProject(world);
	await declineInvitation(world.as(teacher('freja')), { invitation, words: 'Next year, gladly.' });
	expect(await exportProjects(asSystem(), people.ines.id)).toMatchObject({
		founded: [{ plan: { aims: aPlan.aims } }],
	});
	const asked = await exportProjects(asSystem(), people.freja.id);
	expect(asked).toMatchObject({
		founded: [],
		invitations: [{ title: aPlan.title, words: 'Next year, gladly.' }],
	});
});

test('erasing takes drafts and words along and leaves what partners work in', async () => {
	const { invitation } = await anInvitedProject(world);
	await declineInvitation(world.as(teacher('freja')), { invitation, words: 'Next year, gladly.' });
	await aDraft(world);
	await anOpenProject(world);
	await eraseProjects(asSystem(), people.freja.id);
	const words = await world.db.selectFrom('projects.cofounder_invitation').select('words').execute();
	expect(words.every((row) => row.words === null)).toBe(true);
	await eraseProjects(asSystem(), people.ines.id);
	const left = await world.db.selectFrom('projects.project').select('id').execute();
	expect(left).toHaveLength(1);
	const running = await world.db
		.selectFrom('projects.partner')
		.select('person_id')
		.where('until', 'is', null)
		.execute();
	expect(running).toEqual([]);
});

test('two accounts become one and come apart again', async () => {
	await anOpenProject(world);
	await anInvitedProject(world);
	const founders = () => world.db.selectFrom('projects.project').select('founder_id').execute();
	const journal = await uniteProjects(asSystem(), people.ines.id, people.tiago.id);
	expect((await founders()).every((row) => row.founder_id === people.tiago.id)).toBe(true);
	await separateProjects(asSystem(), journal);
	expect((await founders()).every((row) => row.founder_id === people.ines.id)).toBe(true);
	const partners = await world.db.selectFrom('projects.partner').select('person_id').execute();
	expect(partners.map((row) => row.person_id).toSorted()).toEqual(
		[people.ines.id, people.freja.id].toSorted(),
	);
});
