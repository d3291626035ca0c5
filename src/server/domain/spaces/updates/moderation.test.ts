import { beforeEach, expect, test } from 'vitest';
import { Forbidden, NotFound } from '#platform/errors';
import { compose, type Events } from '#platform/part';
import type { Guest, Pupil, Teacher } from '#shared/actor';
import { aRoom, guest, teacher, type Room } from '../../../../../tests/world/a-space.ts';
import { testDatabase } from '../../../../../tests/world/database.ts';
import { people } from '../../../../../tests/world/names.ts';
import { forgetOldPosts } from './forget.ts';
import {
	hidePost,
	openReportsFor,
	removePost,
	reportPost,
	reportsFor,
	settleReports,
	showPost,
	takePostBack,
	wallFor,
	writeOnWall,
	writeUpdate,
	type Thread,
} from './index.ts';

const world = testDatabase();
let room: Room;
let post: string;
let reported: Events['post.reported'][];
let moderated: Events['post.moderated'][];
beforeEach(async () => {
	[reported, moderated] = [[], []];
	const hearer = {
		name: 'hearer',
		schemas: [],
		privacy: { columns: {} },
		within: {
			'post.reported': async (_ctx: unknown, event: Events['post.reported']) => void reported.push(event),
			'post.moderated': async (_ctx: unknown, event: Events['post.moderated']) => void moderated.push(event),
		},
	};
	compose([hearer]);
	room = await aRoom(world);
	const { ctx } = await room.as(room.heron);
	const written = await writeOnWall(ctx, { space: room.id, words: 'You are all stupid', locale: 'en' });
	post = written.ok ? written.value.post : '';
});

type Somebody = Teacher | Guest | Pupil;
const why = { reason: 'unkind', words: 'We speak kindly here.' } as const;
const at = () => ({ space: room.id, post });
const ctxOf = async (actor: Somebody) => (await room.as(actor)).ctx;

async function wallAsSeenBy(reader: Somebody): Promise<readonly Thread[]> {
	const wall = (await room.as(room.heron)).space.me.id;
	const { ctx, space } = await room.as(reader);
	return (await wallFor(ctx, space, wall)).threads;
}

test('a pupil reports a post: all teachers are told, and pupils and guests see it no more', async () => {
	expect(await reportPost(await ctxOf(room.lynx), { ...at(), reason: 'unkind', words: '' })).toMatchObject({
		ok: true,
	});
	expect(reported).toEqual([
		{
			space: room.id,
			spaceName: 'Two rivers',
			teachers: expect.arrayContaining([people.ines.id, people.freja.id, people.amelie.id]),
		},
	]);
	expect(reported[0]?.teachers).toHaveLength(3);
	for (const actor of [room.lynx, room.otter, guest('lukas'), guest('eleni')])
		expect(await wallAsSeenBy(actor)).toEqual([]);
	expect((await wallAsSeenBy(room.heron))[0]).toMatchObject({
		state: 'waiting',
		words: 'You are all stupid',
	});
	expect((await wallAsSeenBy(teacher('amelie')))[0]).toMatchObject({ state: 'waiting' });
});

test('a second report does not find the post any more; reporting twice tells the teachers once', async () => {
	await reportPost(await ctxOf(teacher('freja')), { ...at(), reason: 'unkind', words: '' });
	await expect(reportPost(await ctxOf(room.lynx), { ...at(), reason: 'unkind', words: '' })).rejects.toThrow(
		NotFound,
	);
	expect(
		await reportPost(await ctxOf(teacher('freja')), { ...at(), reason: 'other', words: '' }),
	).toMatchObject({ reason: 'not-open' });
	expect(reported).toHaveLength(1);
});

test('nobody reports the own post', async () => {
	expect(await reportPost(await ctxOf(room.heron), { ...at(), reason: 'unkind', words: '' })).toMatchObject({
		reason: 'not-open',
	});
});

test('found to be fine, a post stays in sight whatever is reported afterwards', async () => {
	await reportPost(await ctxOf(room.lynx), { ...at(), reason: 'unkind', words: '' });
	const amelie = await room.as(teacher('amelie'));
	expect(await openReportsFor(amelie.ctx, amelie.space)).toBe(1);
	await settleReports(amelie.ctx, { ...at(), outcome: 'kept', ...why });
	expect(await openReportsFor(amelie.ctx, amelie.space)).toBe(0);
	await reportPost(await ctxOf(room.otter), { ...at(), reason: 'worrying', words: '' });
	expect((await wallAsSeenBy(room.lynx))[0]).toMatchObject({ state: 'shown' });
	expect(await openReportsFor(amelie.ctx, amelie.space)).toBe(1);
});

test('a teacher who did not make the class hides a post, its author sees why, and it can be shown again', async () => {
	const amelie = await ctxOf(teacher('amelie'));
	await hidePost(amelie, { ...at(), ...why });
	expect(await wallAsSeenBy(room.lynx)).toEqual([]);
	expect((await wallAsSeenBy(room.heron))[0]).toMatchObject({
		state: 'hidden',
		decision: { by: 'Amélie Laurent', reason: 'unkind', words: 'We speak kindly here.' },
	});
	expect(moderated).toHaveLength(1);
	await showPost(amelie, at());
	expect((await wallAsSeenBy(room.lynx))[0]).toMatchObject({ state: 'shown', decision: null });
});

test('a removed post leaves its author the reason and the teachers the words, for 90 days', async () => {
	await removePost(await ctxOf(teacher('freja')), { ...at(), ...why });
	expect(await wallAsSeenBy(room.lynx)).toEqual([]);
	expect((await wallAsSeenBy(room.heron))[0]).toMatchObject({
		state: 'removed',
		words: null,
		decision: { reason: 'unkind' },
	});
	expect((await wallAsSeenBy(teacher('ines')))[0]).toMatchObject({ words: 'You are all stupid' });

	const system = world.as({ kind: 'system' });
	const after = (days: number) => ({
		...system,
		now: new Date(system.now.getTime() + days * 24 * 3600 * 1000),
	});
	await forgetOldPosts(after(89));
	expect((await wallAsSeenBy(teacher('ines')))[0]?.words).toBe('You are all stupid');
	await forgetOldPosts(after(91));
	await forgetOldPosts(after(91));
	expect((await wallAsSeenBy(teacher('ines')))[0]).toMatchObject({ state: 'removed', words: null });
});

test('a pupil takes the own post back; the teachers still see it', async () => {
	await takePostBack(await ctxOf(room.heron), at());
	expect(await wallAsSeenBy(room.lynx)).toEqual([]);
	expect((await wallAsSeenBy(teacher('ines')))[0]).toMatchObject({
		words: 'You are all stupid',
		decision: { reason: 'own-wish' },
	});
	await expect(takePostBack(await ctxOf(room.lynx), at())).rejects.toThrow(NotFound);
});

test('what was reported and then taken back can still be settled', async () => {
	await reportPost(await ctxOf(room.lynx), { ...at(), reason: 'unkind', words: '' });
	await takePostBack(await ctxOf(room.heron), at());
	const ines = await room.as(teacher('ines'));
	expect(await settleReports(ines.ctx, { ...at(), outcome: 'kept', ...why })).toMatchObject({ ok: true });
	expect(await openReportsFor(ines.ctx, ines.space)).toBe(0);
	expect(await settleReports(ines.ctx, { ...at(), outcome: 'kept', ...why })).toMatchObject({
		reason: 'removed-before',
	});
});

test('pupils and guests neither hide, remove nor settle', async () => {
	for (const actor of [room.lynx, guest('lukas'), guest('eleni')]) {
		const { ctx, space } = await room.as(actor);
		await expect(hidePost(ctx, { ...at(), ...why })).rejects.toThrow(Forbidden);
		await expect(removePost(ctx, { ...at(), ...why })).rejects.toThrow(Forbidden);
		await expect(showPost(ctx, at())).rejects.toThrow(Forbidden);
		await expect(settleReports(ctx, { ...at(), outcome: 'removed', ...why })).rejects.toThrow(Forbidden);
		await expect(reportsFor(ctx, space)).rejects.toThrow(Forbidden);
	}
});

test("a teacher does not judge a founder's update, and nobody judges the own", async () => {
	const ines = await ctxOf(teacher('ines'));
	const written = await writeUpdate(ines, { space: room.id, words: 'We begin', locale: 'en' });
	const update = { space: room.id, post: written.ok ? written.value.post : '' };
	await expect(hidePost(await ctxOf(teacher('amelie')), { ...update, ...why })).rejects.toThrow(Forbidden);
	await expect(hidePost(ines, { ...update, ...why })).rejects.toThrow(Forbidden);
	expect(await hidePost(await ctxOf(teacher('freja')), { ...update, ...why })).toMatchObject({ ok: true });
});

test('the place of reports shows who reported what, open ones first', async () => {
	await reportPost(await ctxOf(room.lynx), { ...at(), reason: 'worrying', words: 'He means me' });
	const { ctx, space } = await room.as(teacher('freja'));
	const [first, ...rest] = await reportsFor(ctx, space);
	expect(rest).toEqual([]);
	expect(first).toMatchObject({
		isOpen: true,
		post: { words: 'You are all stupid', by: { name: 'Swift Heron' } },
		reports: [{ by: { name: 'Brave Lynx' }, reason: 'worrying', words: 'He means me' }],
	});
});
