import { beforeEach, expect, test } from 'vitest';
import { NotFound, Forbidden } from '#platform/errors';
import { newId } from '#platform/ids';
import { compose } from '#platform/part';
import { visitor } from '#shared/actor';
import { aRoom, guest, teacher, type Room } from '../../../../tests/world/a-space.ts';
import { testDatabase } from '../../../../tests/world/database.ts';
import { people } from '../../../../tests/world/names.ts';
import {
	addAdultMember,
	changeRole,
	changeSpace,
	leaveSpace,
	membersFor,
	removeMember,
	spaceFor,
	spacesFor,
} from './index.ts';
import { eraseMemberships, separateMemberships, uniteMemberships } from './privacy.ts';

compose([]);
const world = testDatabase();
let room: Room;
beforeEach(async () => {
	room = await aRoom(world);
});

const memberNamed = async (name: string) => {
	const { ctx, space } = await room.as(teacher('ines'));
	const member = (await membersFor(ctx, space)).find((each) => each.name === name);
	if (!member) throw new Error(`${name} is not in the room`);
	return member.id;
};

test('members see each other, teachers by name and pupils by alias', async () => {
	const { ctx, space } = await room.as(room.lynx);
	const members = await membersFor(ctx, space);
	const seen = members.map((member) => [member.name, member.role, member.school?.country]);
	expect(seen).toHaveLength(8);
	expect(seen).toEqual(
		expect.arrayContaining([
			['Inês Carvalho', 'founder', 'PT'],
			['Freja Holm', 'founder', 'DK'],
			['Amélie Laurent', 'teacher', 'FR'],
			['Lukas Gruber', 'expert', undefined],
			['Ελένη Παπαδάκη', 'observer', undefined],
			['Swift Heron', 'pupil', 'PT'],
			['Quiet Otter', 'pupil', 'PT'],
			['Brave Lynx', 'pupil', 'DK'],
		]),
	);
	expect(members.map((member) => member.isPupil)).toEqual([
		false,
		false,
		false,
		false,
		false,
		true,
		true,
		true,
	]);
});

test('who is no member does not reach the space, whatever they are', async () => {
	const strangers = [
		teacher('liis'),
		visitor,
		{ kind: 'member', person: people.ines.id, session: 's' },
		{
			kind: 'officer',
			person: people.ines.id,
			session: 's',
			office: newId(),
			officeKind: 'central',
			organisation: newId(),
		},
		{ kind: 'operator', person: people.ines.id, session: 's' },
		{ kind: 'pupil', pupil: newId(), session: 's' },
		{ kind: 'system' },
	] as const;
	for (const actor of strangers) {
		await expect(spaceFor(world.as(actor), room.id), actor.kind).rejects.toThrow(NotFound);
		expect(await spacesFor(world.as(actor)), actor.kind).toEqual([]);
	}
	await expect(spaceFor(world.as(teacher('ines')), 'not-an-id')).rejects.toThrow(NotFound);
	await expect(spaceFor(world.as(teacher('ines')), newId())).rejects.toThrow(NotFound);
});

test('a removed teacher has lost the space with the next request, and comes back as the same member', async () => {
	const { ctx } = await room.as(teacher('ines'));
	const amelie = await memberNamed('Amélie Laurent');
	expect(await removeMember(ctx, { space: room.id, member: amelie })).toMatchObject({ ok: true });
	await expect(spaceFor(world.as(teacher('amelie')), room.id)).rejects.toThrow(NotFound);

	const system = world.as({ kind: 'system' });
	await addAdultMember(system, { space: room.id, person: people.amelie.id, school: null, role: 'teacher' });
	expect((await room.as(teacher('amelie'))).space.me.id).toBe(amelie);
});

test("nobody changes a founder's role or removes a founder, not even the other one", async () => {
	const { ctx } = await room.as(teacher('freja'));
	const ines = await memberNamed('Inês Carvalho');
	const amelie = await memberNamed('Amélie Laurent');
	expect(await removeMember(ctx, { space: room.id, member: ines })).toMatchObject({
		reason: 'founder-stays',
	});
	expect(await changeRole(ctx, { space: room.id, member: ines, role: 'teacher' })).toMatchObject({
		reason: 'founder-stays',
	});
	expect(await changeRole(ctx, { space: room.id, member: amelie, role: 'founder' })).toMatchObject({
		reason: 'founder-stays',
	});
	expect(await leaveSpace(ctx, room.id)).toMatchObject({ reason: 'founder-stays' });
});

test('a founder makes a teacher an administrator, and no guest or pupil a teacher', async () => {
	const { ctx } = await room.as(teacher('ines'));
	const amelie = await memberNamed('Amélie Laurent');
	expect(
		await changeRole(ctx, { space: room.id, member: amelie, role: 'teacher-administrator' }),
	).toMatchObject({ ok: true });
	expect((await room.as(teacher('amelie'))).space.me.role).toBe('teacher-administrator');
	for (const name of ['Lukas Gruber', 'Swift Heron']) {
		const change = { space: room.id, member: await memberNamed(name), role: 'teacher' } as const;
		expect(await changeRole(ctx, change), name).toMatchObject({ reason: 'other-kind-of-role' });
	}
	expect(
		(
			await changeRole(ctx, {
				space: room.id,
				member: await memberNamed('Swift Heron'),
				role: 'pupil-administrator',
			})
		).ok,
	).toBe(true);
});

test('a teacher of the space may neither remove members nor change the space', async () => {
	const { ctx } = await room.as(teacher('amelie'));
	const lynx = await memberNamed('Brave Lynx');
	await expect(removeMember(ctx, { space: room.id, member: lynx })).rejects.toThrow(Forbidden);
	await expect(changeSpace(ctx, room.id, { name: 'Mine', description: '', locale: 'en' })).rejects.toThrow(
		Forbidden,
	);
});

test('T4: a guest is gone the day the invitation ends', async () => {
	const until = new Date(world.as(visitor).now.getTime() + 31 * 24 * 3600 * 1000);
	expect((await spaceFor(world.as(guest('lukas')), room.id)).me.role).toBe('expert');
	await expect(spaceFor(world.as(guest('lukas'), { now: until }), room.id)).rejects.toThrow(NotFound);
});

test('an erased person leaves no name behind', async () => {
	await eraseMemberships(world.as({ kind: 'system' }), people.amelie.id);
	await expect(spaceFor(world.as(teacher('amelie')), room.id)).rejects.toThrow(NotFound);
	const { ctx, space } = await room.as(teacher('ines'));
	expect((await membersFor(ctx, space)).map((member) => member.name)).not.toContain('Amélie Laurent');
});

test('two accounts become one and are separated again', async () => {
	const system = world.as({ kind: 'system' });
	const journal = await uniteMemberships(system, people.amelie.id, people.liis.id);
	expect((await room.as(teacher('liis'))).space.me.role).toBe('teacher');
	await separateMemberships(system, journal);
	await expect(room.as(teacher('liis'))).rejects.toThrow(NotFound);
	expect((await room.as(teacher('amelie'))).space.me.role).toBe('teacher');
});
