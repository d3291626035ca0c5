import { beforeEach, expect, test } from 'vitest';
import { membersFor, removeMember } from '#domain/spaces';
import { Forbidden, NotFound, TooOften } from '#platform/errors';
import type { Guest, Pupil, Teacher } from '#shared/actor';
import { aRoom, guest, teacher, type Room } from '../../../../../tests/world/a-space.ts';
import { testDatabase } from '../../../../../tests/world/database.ts';
import { affiliations, people } from '../../../../../tests/world/index.ts';
import {
	answerPost,
	likePost,
	mendPost,
	pinPost,
	updatesFor,
	wallFor,
	writeOnWall,
	writeUpdate,
	type Thread,
} from './index.ts';

const world = testDatabase();
let room: Room;
beforeEach(async () => {
	room = await aRoom(world);
});

type Somebody = Teacher | Guest | Pupil;
const words = (text: string) => ({ words: text, locale: 'en' });

async function write(actor: Somebody, text: string) {
	const { ctx } = await room.as(actor);
	const written = await (actor.kind === 'pupil' ? writeOnWall : writeUpdate)(ctx, {
		space: room.id,
		...words(text),
	});
	if (!written.ok) throw new Error(written.reason);
	return written.value.post;
}

async function wallOf(owner: Pupil, reader: Somebody): Promise<readonly Thread[]> {
	const wall = (await room.as(owner)).space.me.id;
	const { ctx, space } = await room.as(reader);
	return (await wallFor(ctx, space, wall)).threads;
}

test('a pupil writes on the own wall, a classmate abroad and a teacher answer', async () => {
	const post = await write(room.heron, 'Our river is brown today.');
	for (const [actor, text] of [
		[room.lynx, 'Ours is frozen.'],
		[teacher('freja'), 'Lovely.'],
	] as const) {
		const { ctx } = await room.as(actor);
		expect((await answerPost(ctx, { space: room.id, post, ...words(text) })).ok).toBe(true);
	}
	const [thread] = await wallOf(room.heron, room.otter);
	expect(thread).toMatchObject({
		words: 'Our river is brown today.',
		by: { name: 'Swift Heron' },
		state: 'shown',
	});
	expect(thread?.answers.map((answer) => [answer.by.name, answer.words])).toEqual([
		['Brave Lynx', 'Ours is frozen.'],
		['Freja Holm', 'Lovely.'],
	]);
});

test('an answer to an answer stands below the same post', async () => {
	const post = await write(room.heron, 'One');
	const lynx = (await room.as(room.lynx)).ctx;
	const answer = await answerPost(lynx, { space: room.id, post, ...words('Two') });
	const below = { space: room.id, post: answer.ok ? answer.value.post : '', ...words('Three') };
	await answerPost((await room.as(room.otter)).ctx, below);
	const [thread] = await wallOf(room.heron, room.heron);
	expect(thread?.answers.map((each) => each.words)).toEqual(['Two', 'Three']);
});

test('nobody begins a wall for somebody else: teachers and guests have none', async () => {
	for (const actor of [teacher('ines'), guest('lukas'), guest('eleni')]) {
		const { ctx } = await room.as(actor);
		await expect(writeOnWall(ctx, { space: room.id, ...words('Hello') })).rejects.toThrow(Forbidden);
	}
	const { ctx, space } = await room.as(teacher('ines'));
	await expect(wallFor(ctx, space, space.me.id)).rejects.toThrow(NotFound);
});

test('teachers write updates; pupils and guests do not', async () => {
	await write(teacher('amelie'), 'We begin on Monday.');
	for (const actor of [room.heron, guest('lukas'), guest('eleni')]) {
		const { ctx } = await room.as(actor);
		await expect(writeUpdate(ctx, { space: room.id, ...words('Hello') })).rejects.toThrow(Forbidden);
	}
	const { ctx, space } = await room.as(room.lynx);
	const { threads, older } = await updatesFor(ctx, space);
	expect(threads.map((thread) => [thread.by.name, thread.words])).toEqual([
		['Amélie Laurent', 'We begin on Monday.'],
	]);
	expect(older).toBeNull();
});

test('guests do not answer a pupil', async () => {
	const post = await write(room.heron, 'Our river is brown today.');
	for (const actor of [guest('lukas'), guest('eleni')]) {
		const { ctx } = await room.as(actor);
		await expect(answerPost(ctx, { space: room.id, post, ...words('Hi') })).rejects.toThrow(Forbidden);
	}
});

test('T2: a teacher who has left the school looks after its pupils no more', async () => {
	const lynx = await room.as(room.lynx);
	await world.db
		.insertInto('people.affiliation_ending')
		.values({ affiliation_id: affiliations.freja, ended_at: lynx.ctx.now, ended_by: people.freja.id })
		.execute();
	const post = await write(room.heron, 'Hi');
	for (const hello of [
		writeOnWall(lynx.ctx, { space: room.id, ...words('Hello') }),
		answerPost(lynx.ctx, { space: room.id, post, ...words('Hello') }),
	])
		expect(await hello).toMatchObject({ reason: 'no-teacher-here' });
});

test('T2: a pupil writes only where a teacher of the own school is', async () => {
	const { ctx, space } = await room.as(teacher('ines'));
	const members = await membersFor(ctx, space);
	// the founders cannot be removed, so Freja leaves as the project would have it
	const freja = members.find((member) => member.name === 'Freja Holm');
	await world.db
		.updateTable('spaces.member')
		.set({ left_at: ctx.now })
		.where('id', '=', freja?.id ?? '')
		.execute();
	const lynx = await room.as(room.lynx);
	expect(await writeOnWall(lynx.ctx, { space: room.id, ...words('Hello') })).toMatchObject({
		reason: 'no-teacher-here',
	});
});

test("another space's posts do not exist here", async () => {
	const post = await write(room.heron, 'Ours alone');
	const other = await aRoom(world);
	const { ctx } = await other.as(teacher('ines'));
	await expect(answerPost(ctx, { space: other.id, post, ...words('Hi') })).rejects.toThrow(NotFound);
	const removed = await other.as(teacher('ines'));
	const wall = (await room.as(room.heron)).space.me.id;
	await expect(wallFor(removed.ctx, removed.space, wall)).rejects.toThrow(NotFound);
	const stranger = world.as(teacher('liis'));
	await expect(answerPost(stranger, { space: room.id, post, ...words('Hi') })).rejects.toThrow(NotFound);
});

test('a removed teacher writes no more', async () => {
	const amelie = await room.as(teacher('amelie'));
	const { ctx } = await room.as(teacher('ines'));
	await removeMember(ctx, { space: room.id, member: amelie.space.me.id });
	await expect(writeUpdate(amelie.ctx, { space: room.id, ...words('Still here') })).rejects.toThrow(NotFound);
});

test('more than forty updates come in pages, each once', async () => {
	for (let number = 1; number <= 43; number++) {
		await writeUpdate(world.as(teacher(number % 2 ? 'ines' : 'freja')), {
			space: room.id,
			...words(`Update ${number}`),
		});
	}
	const { ctx, space } = await room.as(teacher('amelie'));
	const first = await updatesFor(ctx, space);
	const second = await updatesFor(ctx, space, first.older ?? undefined);
	expect([first.threads.length, second.threads.length, second.older]).toEqual([40, 3, null]);
	const all = [...first.threads, ...second.threads].map((thread) => thread.words);
	expect(new Set(all).size).toBe(43);
});

test('who writes a flood is asked to come back later', async () => {
	const attempt = async () => {
		for (let number = 1; number <= 61; number++) await write(room.heron, `Post ${number}`);
	};
	await expect(attempt()).rejects.toThrow(TooOften);
});

test('a post is liked once by each, kept on top by those who lead, and changed by its author alone', async () => {
	const first = await write(teacher('ines'), 'Read this first.');
	await write(teacher('freja'), 'Then this.');
	const at = { space: room.id, post: first };
	for (const who of [room.heron, room.heron, teacher('freja')]) {
		await likePost((await room.as(who)).ctx, { ...at, likes: true });
	}
	await likePost((await room.as(teacher('freja'))).ctx, { ...at, likes: false });
	for (const who of [teacher('ines'), guest('eleni')])
		await expect(likePost((await room.as(who)).ctx, { ...at, likes: true })).rejects.toThrow(Forbidden);
	for (const who of [teacher('amelie'), room.heron])
		await expect(pinPost((await room.as(who)).ctx, { ...at, pins: true })).rejects.toThrow(Forbidden);
	await pinPost((await room.as(teacher('freja'))).ctx, { ...at, pins: true });
	await expect(mendPost((await room.as(teacher('freja'))).ctx, { ...at, ...words('x') })).rejects.toThrow(
		Forbidden,
	);
	await mendPost((await room.as(teacher('ines'))).ctx, { ...at, ...words('Read this, please.') });
	const { ctx, space } = await room.as(room.heron);
	const seen = (await updatesFor(ctx, space)).threads;
	expect(seen.map((each) => [each.words, each.isPinned, each.isMended, each.likes])).toEqual([
		['Read this, please.', true, true, { count: 1, mine: true }],
		['Then this.', false, false, { count: 0, mine: false }],
	]);
	for (const again of [1, 2, 3]) {
		const post = await write(teacher('ines'), `Also ${again}`);
		const pinned = await pinPost((await room.as(teacher('ines'))).ctx, { space: room.id, post, pins: true });
		expect(pinned.ok).toBe(again < 3);
	}
});
