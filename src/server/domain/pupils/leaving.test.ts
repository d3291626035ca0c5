import { beforeAll, beforeEach, expect, test } from 'vitest';
import {
	actorOfRequest,
	chooseDefault,
	endAffiliation,
	ownAffiliations,
	pastPlaces,
	stateAffiliation,
} from '#domain/people';
import {
	addPupils,
	classesFor,
	declineClass,
	leaveSchool,
	leavingOf,
	makeClass,
	offeredClasses,
	takeOverClass,
} from '#domain/pupils';
import { membersFor } from '#domain/spaces';
import { bringClass, twinSpaceFor } from '#domain/twinspaces';
import { addressOf, ownProjects } from '#domain/projects';
import { grantByEvidence } from '#domain/support';
import { Forbidden, NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { compose } from '#platform/part';
import { system, visitor } from '#shared/actor';
import { anOpenProject, aPlan } from '../../../../tests/world/a-project.ts';
import { testDatabase } from '../../../../tests/world/database.ts';
import { affiliations, member, people, schools, teacher } from '../../../../tests/world/index.ts';
import { signedIn, withLogin } from '../../../../tests/world/signing-in.ts';
import { must } from '../../../../tests/world/must.ts';
import { allParts } from '../../parts.ts';

beforeAll(() => compose(allParts));
const world = testDatabase();
const ines = () => world.as(teacher('ines'));
const tiago = () => world.as(teacher('tiago'));

let classId: string;
beforeEach(async () => {
	classId = must(await makeClass(ines(), { school: schools.ribeira.id, name: '4B', locale: 'en' }));
	must(await addPupils(ines(), { class: classId, aliases: ['Brave Heron', 'Quick Otter'] }));
});

const leave = (changes: { to?: string } = {}) =>
	leaveSchool(ines(), { affiliation: affiliations.ines, reason: 'left', ...changes });

test('who leaves is shown the own classes and the colleagues who may take them', async () => {
	const leaving = await leavingOf(ines(), affiliations.ines);
	expect(leaving).toMatchObject({ school: { id: schools.ribeira.id }, classes: [{ name: '4B', pupils: 2 }] });
	expect(leaving.colleagues.map(({ id }) => id)).toEqual([people.tiago.id]);
});

test('nobody leaves pupils behind without naming a colleague of the school', async () => {
	expect(await leave()).toMatchObject({ reason: 'colleague-missing' });
	expect(await leave({ to: people.freja.id })).toMatchObject({ reason: 'colleague-missing' });
	expect(await classesFor(ines())).toHaveLength(1);
});

test('the colleague accepts and is with the class in its TwinSpace; the project stays with who left', async () => {
	const shortId = await anOpenProject(world);
	const address = addressOf(aPlan.title, shortId);
	const { space } = await twinSpaceFor(ines(), address);
	must(await bringClass(ines(), { space: space.id, class: classId }));
	await expect(twinSpaceFor(tiago(), address)).rejects.toThrow(NotFound);
	must(await leave({ to: people.tiago.id }));
	const told = await world.db
		.selectFrom('notices.notice')
		.select('kind')
		.where('person_id', '=', people.tiago.id)
		.execute();
	expect(told).toContainEqual({ kind: 'classes-offered' });
	await expect(classesFor(world.as(member('ines')))).rejects.toThrow();
	expect(await offeredClasses(tiago())).toMatchObject([{ name: '4B', from: people.ines.name, toMe: true }]);
	must(await takeOverClass(tiago(), classId));
	expect(await offeredClasses(tiago())).toEqual([]);
	const { space: hers } = await twinSpaceFor(ines(), address);
	const members = await membersFor(ines(), hers);
	expect(members.map(({ name }) => name)).toEqual(
		expect.arrayContaining([people.ines.name, people.tiago.name, 'Brave Heron', 'Quick Otter']),
	);
	expect((await leavingOf(tiago(), affiliations.tiago)).classes).toMatchObject([{ id: classId }]);
	expect(await takeOverClass(tiago(), classId)).toMatchObject({ reason: 'taken-meanwhile' });
});

test('a colleague who declines leaves the class to the others', async () => {
	must(await leave({ to: people.tiago.id }));
	must(await declineClass(tiago(), classId));
	expect(await offeredClasses(tiago())).toMatchObject([{ toMe: false }]);
	must(await takeOverClass(tiago(), classId));
});

test('teachers of other schools take no class over', async () => {
	must(await leave({ to: people.tiago.id }));
	await expect(takeOverClass(world.as(teacher('freja')), classId)).rejects.toThrow(NotFound);
});

test('where nobody else is validated, the classes end with the place', async () => {
	must(await leaveSchool(tiago(), { affiliation: affiliations.tiago, reason: 'retired' }));
	expect((await leavingOf(ines(), affiliations.ines)).colleagues).toEqual([]);
	must(await leave());
	const row = await world.db
		.selectFrom('pupils.class')
		.select('ended_at')
		.where('id', '=', classId)
		.executeTakeFirstOrThrow();
	expect(row.ended_at).not.toBeNull();
});

test('no class goes to a colleague who is suspended: where nobody else is there, it ends', async () => {
	const until = new Date(ines().now.getTime() + 24 * 3_600_000);
	await emit(world.as(system), 'person.suspended', { person: people.tiago.id, until });
	expect((await leavingOf(ines(), affiliations.ines)).colleagues).toEqual([]);
	must(await leave({ to: people.tiago.id }));
	const row = await world.db
		.selectFrom('pupils.class')
		.select(['ended_at'])
		.where('id', '=', classId)
		.executeTakeFirstOrThrow();
	expect(row.ended_at).not.toBeNull();
});

test('a place that ends in whatever way leaves its classes to the colleagues', async () => {
	must(await endAffiliation(ines(), { affiliation: affiliations.ines, reason: 'left' }));
	expect(await offeredClasses(tiago())).toMatchObject([{ name: '4B', toMe: false }]);
});

test('changing school: the place before is kept as history, the new one is the one to appear under', async () => {
	const { affiliation } = must(
		await stateAffiliation(ines(), { school: schools.aurora.id, role: 'librarian' }),
	);
	must(await chooseDefault(ines(), affiliation));
	const defaults = async () =>
		(await ownAffiliations(ines())).flatMap(({ school, isDefault }) => (isDefault ? [school] : []));
	expect(await defaults()).toEqual([schools.aurora.id]);
	must(await leave({ to: people.tiago.id }));
	expect(await defaults()).toEqual([schools.aurora.id]);
	expect(await pastPlaces(ines())).toMatchObject([{ card: { id: schools.ribeira.id }, reason: 'left' }]);
});

test('nobody leaves for somebody else', async () => {
	await expect(leavingOf(tiago(), affiliations.ines)).rejects.toThrow(NotFound);
	await expect(
		leaveSchool(tiago(), { affiliation: affiliations.ines, reason: 'left', to: people.tiago.id }),
	).rejects.toThrow(NotFound);
});

test('who leaves the only school is out of every TwinSpace, keeps the projects, and comes back with the next school', async () => {
	const shortId = await anOpenProject(world);
	const address = addressOf(aPlan.title, shortId);
	await withLogin(world.as(visitor), 'ines');
	const headers = await signedIn(world.as(visitor), 'ines@school.example');
	const acting = async () => ({
		...world.as(visitor),
		actor: await actorOfRequest(world.as(visitor), headers),
	});
	expect((await leavingOf(await acting(), affiliations.ines)).isLast).toBe(true);
	await twinSpaceFor(await acting(), address);
	const leaving = { affiliation: affiliations.ines, reason: 'left', to: people.tiago.id } as const;
	must(await leaveSchool(await acting(), leaving));
	expect((await acting()).actor.kind).toBe('member');
	await expect(twinSpaceFor(await acting(), address)).rejects.toThrow(NotFound);
	await expect(classesFor(await acting())).rejects.toThrow(Forbidden);
	expect((await ownProjects(await acting())).map(({ path }) => path)).toContainEqual(
		expect.stringContaining(address),
	);
	const told = await world.db
		.selectFrom('notices.notice')
		.select('person_id')
		.where('kind', '=', 'partner-between-schools')
		.execute();
	expect(told).toEqual([{ person_id: people.freja.id }]);
	const { affiliation } = must(
		await stateAffiliation(await acting(), { school: schools.lindenhof.id, role: 'teacher' }),
	);
	expect((await acting()).actor.kind).toBe('member');
	await grantByEvidence(world.as(system), { kind: 'affiliation', subject: affiliation, evidence: 'head' });
	expect((await acting()).actor.kind).toBe('teacher');
	await twinSpaceFor(await acting(), address);
});
