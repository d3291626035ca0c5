import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { signInPupil } from '#domain/pupils';
import { membersFor } from '#domain/spaces';
import { pagesFor } from '#domain/spaces/pages';
import { mattersForRoom } from '#domain/safety';
import { updatesFor } from '#domain/spaces/updates';
import { publishedPagesOf, twinSpaceFor, twinSpacesFor } from '#domain/twinspaces';
import { NotFound } from '#platform/errors';
import { system, visitor } from '#shared/actor';
import { pupil } from './a-space.ts';
import { testDatabase } from './database.ts';
import { addDemoProjects } from './demo-projects.ts';
import { addDemoTwinSpaces } from './demo-twinspaces.ts';
import { teacher } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'demo-'));
process.env['OPENTWINNING_DATA'] = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const world = testDatabase();

test('who tries the platform finds two classes at work, and comes in with the card of a pupil', async () => {
	const projects = await addDemoProjects(world.as(system));
	const cards = await addDemoTwinSpaces(world.as(system), projects);
	const rivers = projects.get('Two rivers') ?? '';
	const ines = world.as(teacher('ines'));
	const { space, project } = await twinSpaceFor(ines, rivers);
	expect(await pagesFor(ines, space)).toHaveLength(3 + 1);
	expect((await updatesFor(ines, space)).threads).toHaveLength(3);
	expect(await mattersForRoom(ines, space.id)).toMatchObject([
		{ matter: { settledAt: null }, maySettle: true },
		{ matter: { decisions: [{ outcome: 'removed', reason: 'private-details' }] } },
	]);
	const members = await membersFor(ines, space);
	expect(new Set(members.filter((each) => each.isPupil).map((each) => each.school?.country))).toEqual(
		new Set(['PT', 'DK']),
	);
	await expect(twinSpaceFor(world.as(teacher('amelie')), rivers)).rejects.toThrow(NotFound);
	expect(await publishedPagesOf(world.as(visitor), project.id)).toMatchObject([
		{ title: 'Two rivers, two cities' },
	]);

	const card = cards.find(({ alias }) => alias === 'Swift Heron');
	const entered = await signInPupil(world.as(visitor), { code: card?.code ?? '', network: '192.0.2.1' });
	const heron = world.as(pupil(entered.ok ? entered.value.pupil : ''));
	expect((await twinSpacesFor(heron)).map((each) => each.space.name).sort()).toEqual([
		'Two rivers',
		'خبز على ضفتي البحر',
	]);
	expect(await pagesFor(heron, (await twinSpaceFor(heron, rivers)).space)).toHaveLength(3);
}, 60_000);
