import { beforeEach, expect, test } from 'vitest';
import { addressOf } from '#domain/projects';
import { addPupils, bringClassBack, bringPupilBack, endClass, endPupil, makeClass } from '#domain/pupils';
import { formerPupilsFor, membersFor } from '#domain/spaces';
import { reportThing } from '#domain/safety';
import { wallFor, writeOnWall } from '#domain/spaces/updates';
import { NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { inTransaction } from '#platform/database';
import { compose } from '#platform/part';
import { anOpenProject, aPlan, aSubmittedProject, grants } from '../../../../tests/world/a-project.ts';
import { pupil } from '../../../../tests/world/a-space.ts';
import { testDatabase } from '../../../../tests/world/database.ts';
import { officer, people, schools, teacher } from '../../../../tests/world/index.ts';
import { allParts } from '../../parts.ts';
import { bringClass, classesOfTwinSpace, twinSpaceById, twinSpaceFor, twinSpacesFor } from './index.ts';

compose(allParts);
const world = testDatabase();
let shortId: string;
beforeEach(async () => {
	shortId = await anOpenProject(world);
});

const ines = () => world.as(teacher('ines'));
const freja = () => world.as(teacher('freja'));

async function aClassOf(ctx: ReturnType<typeof ines>, school: string, aliases: readonly string[]) {
	const made = await makeClass(ctx, { school, name: '4B', locale: 'en' });
	const id = made.ok ? made.value : '';
	const added = await addPupils(ctx, { class: id, aliases });
	return { id, pupils: added.ok ? added.value : [] };
}

test('the last approval makes the TwinSpace, with both founders and the plan in short', async () => {
	for (const ctx of [ines(), freja()]) {
		const { space, project, countries } = await twinSpaceFor(ctx, addressOf(aPlan.title, shortId));
		expect(space).toMatchObject({ name: aPlan.title, description: aPlan.summary, me: { role: 'founder' } });
		expect(project.address).toBe(addressOf(aPlan.title, shortId));
		expect(countries).toEqual(['DK', 'PT']);
		expect(await twinSpacesFor(ctx)).toHaveLength(1);
		expect((await twinSpaceById(ctx, space.id)).project.shortId).toBe(shortId);
	}
});

test('before the last approval there is none, and being told twice makes no second', async () => {
	const waiting = await aSubmittedProject(world, {
		founder: 'amelie',
		cofounder: 'yasmine',
		school: 'ibnKhaldoun',
	});
	await grants(world, waiting, 'claire');
	await expect(twinSpaceFor(world.as(teacher('amelie')), waiting)).rejects.toThrow(NotFound);

	const { project } = await twinSpaceFor(ines(), shortId);
	const founders = [{ person: people.liis.id, school: schools.tartu.id }];
	await inTransaction(world.as({ kind: 'system' }), (ctx) =>
		emit(ctx, 'project.opened', { project: project.id, title: 'Again', summary: '', locale: 'en', founders }),
	);
	await expect(twinSpaceFor(world.as(teacher('liis')), shortId)).rejects.toThrow(NotFound);
	expect(await world.db.selectFrom('spaces.space').select('id').execute()).toHaveLength(1);
});

test('nobody else reaches it: colleagues, officers who approved it, visitors', async () => {
	const rui = await officer(world.as({ kind: 'system' }), 'rui');
	for (const actor of [
		teacher('tiago'),
		teacher('amelie'),
		rui,
		{ kind: 'visitor' } as const,
		{ kind: 'operator', person: people.ines.id, session: 's' } as const,
	]) {
		await expect(twinSpaceFor(world.as(actor), shortId), actor.kind).rejects.toThrow(NotFound);
	}
	await expect(twinSpaceFor(ines(), 'no-such-project')).rejects.toThrow(NotFound);
});

test('a class comes in whole, who joins it later follows, and who is ended is out', async () => {
	const { space } = await twinSpaceFor(ines(), shortId);
	const { id, pupils } = await aClassOf(ines(), schools.ribeira.id, ['Swift Heron', 'Quiet Otter']);
	expect(await bringClass(ines(), { space: space.id, class: id })).toMatchObject({ ok: true });
	expect(await bringClass(ines(), { space: space.id, class: id })).toMatchObject({ reason: 'already-here' });
	await addPupils(ines(), { class: id, aliases: ['Brave Lynx'] });
	await endPupil(ines(), { class: id, pupil: pupils[0] ?? '' });

	const names = (await membersFor(freja(), (await twinSpaceFor(freja(), shortId)).space)).filter(
		(each) => each.isPupil,
	);
	expect(names.map((each) => each.name).sort()).toEqual(['Brave Lynx', 'Quiet Otter']);
	await expect(twinSpaceById(world.as(pupil(pupils[0] ?? '')), space.id)).rejects.toThrow(NotFound);
	expect((await twinSpaceById(world.as(pupil(pupils[1] ?? '')), space.id)).space.me.role).toBe('pupil');
	expect(await classesOfTwinSpace(ines(), await twinSpaceFor(ines(), shortId))).toMatchObject([
		{ name: '4B', pupils: 2, school: { country: 'PT' } },
	]);
});

test('a teacher brings a class of the own school only', async () => {
	const { space } = await twinSpaceFor(ines(), shortId);
	const { id } = await aClassOf(ines(), schools.ribeira.id, ['Swift Heron']);
	await expect(bringClass(freja(), { space: space.id, class: id })).rejects.toThrow(NotFound);
	await expect(bringClass(world.as(teacher('tiago')), { space: space.id, class: id })).rejects.toThrow(
		NotFound,
	);
});

test('a reported post is told to the teachers, who learn where to look and nothing of the pupil', async () => {
	const { space } = await twinSpaceFor(ines(), shortId);
	const porto = await aClassOf(ines(), schools.ribeira.id, ['Swift Heron', 'Quiet Otter']);
	await bringClass(ines(), { space: space.id, class: porto.id });
	const [heron = '', otter = ''] = porto.pupils;
	const written = await writeOnWall(world.as(pupil(heron)), {
		space: space.id,
		words: 'You are all silly',
		locale: 'en',
	});
	const post = written.ok ? written.value.post : '';
	const report = { kind: 'post', thing: post, reason: 'unkind', words: 'He means me' } as const;
	await reportThing(world.as(pupil(otter)), report);

	const told = await world.db
		.selectFrom('notices.notice')
		.selectAll()
		.where('kind', '=', 'post-reported')
		.execute();
	expect(told.map((notice) => notice.person_id).sort()).toEqual([people.ines.id, people.freja.id].sort());
	expect(told[0]?.path).toBe(`/projects/${addressOf(aPlan.title, shortId)}/twinspace/reports`);
	const mails = await world.db.selectFrom('platform.mail').select(['subject', 'body']).execute();
	expect(JSON.stringify([told, mails])).not.toMatch(/Heron|Otter|silly|means me/);
});

test('what a pupil wrote is read after the account ended, and a pupil brought back is the same member', async () => {
	const { space } = await twinSpaceFor(ines(), shortId);
	const { id, pupils } = await aClassOf(ines(), schools.ribeira.id, ['Swift Heron', 'Quiet Otter']);
	await bringClass(ines(), { space: space.id, class: id });
	const heron = pupils[0] ?? '';
	await writeOnWall(world.as(pupil(heron)), { space: space.id, words: 'I draw boats.', locale: 'en' });
	const wall = (await twinSpaceFor(world.as(pupil(heron)), shortId)).space.me.id;
	const earlier = world.as(teacher('ines'), { now: new Date(ines().now.getTime() - 1000) });
	await endPupil(earlier, { class: id, pupil: heron });
	await expect(twinSpaceFor(world.as(pupil(heron)), shortId)).rejects.toThrow(NotFound);
	expect(await wallFor(freja(), (await twinSpaceFor(freja(), shortId)).space, wall)).toMatchObject({
		pupil: { name: 'Swift Heron', hasLeft: true },
		threads: [{ words: 'I draw boats.' }],
	});
	expect(await formerPupilsFor(ines(), space)).toMatchObject([{ id: wall }]);

	await endClass(ines(), id);
	expect(await classesOfTwinSpace(ines(), await twinSpaceFor(ines(), shortId))).toEqual([]);
	expect(await formerPupilsFor(ines(), space)).toHaveLength(2);
	await bringClassBack(ines(), id);
	await bringPupilBack(ines(), { class: id, pupil: heron });
	expect((await twinSpaceFor(world.as(pupil(heron)), shortId)).space.me.id).toBe(wall);
	expect(await formerPupilsFor(ines(), space)).toEqual([]);
});

test('a class that has ended is brought nowhere', async () => {
	const { space } = await twinSpaceFor(ines(), shortId);
	const { id } = await aClassOf(ines(), schools.ribeira.id, ['Swift Heron']);
	await endClass(ines(), id);
	await expect(bringClass(ines(), { space: space.id, class: id })).rejects.toThrow('look-after-class');
});
