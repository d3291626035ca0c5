import { beforeEach, expect, test } from 'vitest';
import { logFor } from '#domain/spaces';
import { postFor, hidePost, takePostBack, bulletinFor, writeInBulletin } from '#domain/spaces/updates';
import { Forbidden, NotFound } from '#platform/errors';
import { compose, type Events } from '#platform/part';
import { system, type Guest, type Pupil, type Teacher } from '#shared/actor';
import { aRoom, guest, teacher, type Room } from '../../../../../tests/world/a-space.ts';
import { testDatabase } from '../../../../../tests/world/database.ts';
import { people } from '../../../../../tests/world/names.ts';
import { allParts } from '../../../parts.ts';
import {
	beginThread,
	bringDiscussionBack,
	discussionFor,
	discussionsFor,
	markRead,
	openDiscussion,
	removeDiscussion,
	removedDiscussionsFor,
	replyInThread,
	steerThread,
	talkFor,
} from './index.ts';
import { forgetRemovedDiscussions } from './remove-discussion.ts';

const world = testDatabase();
let room: Room;
let discussion: string;
let thread: string;
let told: Events['thread.replied'][];
beforeEach(async () => {
	told = [];
	const within = {
		'thread.replied': async (_ctx: unknown, event: Events['thread.replied']) => void told.push(event),
	};
	const hearer = { name: 'hearer', schemas: [], privacy: { columns: {} }, within };
	compose([...allParts.filter(({ name }) => /^(safety|spaces)/.test(name)), hearer]);
	room = await aRoom(world);
	const ines = await ctxOf(teacher('ines'));
	const opened = await openDiscussion(ines, { space: room.id, title: 'Winter', locale: 'en' });
	discussion = opened.ok ? opened.value.discussion : '';
	const words = { title: 'Why does it freeze', words: 'Who knows?', locale: 'en' };
	const begun = await beginThread(ines, { space: room.id, discussion, ...words });
	thread = begun.ok ? begun.value.thread : '';
});

type Somebody = Teacher | Guest | Pupil;
const ctxOf = async (who: Somebody) => (await room.as(who)).ctx;
const reply = async (who: Somebody, words: string) =>
	replyInThread(await ctxOf(who), { space: room.id, thread, words, locale: 'en' });
async function read(who: Somebody) {
	const { ctx, space } = await room.as(who);
	return talkFor(ctx, space, thread);
}
async function titles(who: Somebody) {
	const { ctx, space } = await room.as(who);
	return (await discussionFor(ctx, space, discussion)).threads.map(({ title }) => title);
}

test('everybody reads and replies, and the adults who wrote in a thread are told', async () => {
	for (const who of [room.heron, guest('eleni'), teacher('freja')]) await reply(who, 'Because it is cold.');
	const { posts } = await read(room.lynx);
	expect(posts.map(({ by }) => by.name)).toEqual([
		'Inês Carvalho',
		'Swift Heron',
		people.eleni.name,
		'Freja Holm',
	]);
	expect(told.map(({ persons }) => [...persons].sort())).toEqual([
		[people.ines.id],
		[people.ines.id],
		[people.ines.id, people.eleni.id].sort(),
	]);
});

test('discussions are opened by those who lead and by experts, threads begun by all but observers and pupils', async () => {
	const input = { space: room.id, title: 'Another', locale: 'en' };
	for (const who of [teacher('amelie'), guest('eleni'), room.heron])
		await expect(openDiscussion(await ctxOf(who), input)).rejects.toThrow(Forbidden);
	expect(await openDiscussion(await ctxOf(guest('lukas')), input)).toMatchObject({ ok: true });
	for (const who of [guest('eleni'), room.heron])
		await expect(beginThread(await ctxOf(who), { ...input, discussion, words: 'x' })).rejects.toThrow(
			Forbidden,
		);
	const other = await aRoom(world);
	await expect(
		beginThread(world.as(teacher('ines')), { ...input, space: other.id, discussion, words: 'x' }),
	).rejects.toThrow(NotFound);
});

test('a locked thread takes no reply, a pinned one stands first; observers and pupils steer nothing', async () => {
	const at = { space: room.id, thread };
	const amelie = await ctxOf(teacher('amelie'));
	await beginThread(amelie, { space: room.id, discussion, title: 'Later', words: 'x', locale: 'en' });
	expect(await titles(room.lynx)).toEqual(['Later', 'Why does it freeze']);
	await steerThread(amelie, { ...at, how: 'pin' });
	expect(await titles(room.lynx)).toEqual(['Why does it freeze', 'Later']);
	await steerThread(amelie, { ...at, how: 'lock' });
	expect(await reply(room.heron, 'Too late')).toMatchObject({ reason: 'locked' });
	for (const who of [guest('eleni'), room.heron])
		await expect(steerThread(await ctxOf(who), { ...at, how: 'unlock' })).rejects.toThrow(Forbidden);
	await steerThread(amelie, { ...at, how: 'unlock' });
	expect(await reply(room.heron, 'In time')).toMatchObject({ ok: true });
});

test('a thread is unread until it was read, and again after the next reply', async () => {
	const isUnread = async (who: Somebody) => {
		const { ctx, space } = await room.as(who);
		const later = { ...ctx, now: new Date(ctx.now.getTime() + 1000) };
		const [only] = await discussionsFor(later, space);
		return only?.isUnread;
	};
	const late = (who: Somebody, seconds: number) =>
		ctxOf(who).then((ctx) => ({ ...ctx, now: new Date(ctx.now.getTime() + seconds * 1000) }));
	await replyInThread(await late(room.heron, 1), { space: room.id, thread, words: 'It does', locale: 'en' });
	expect([await isUnread(room.lynx), await isUnread(room.heron)]).toEqual([true, false]);
	await markRead(await late(room.lynx, 2), { space: room.id, thread });
	expect(await isUnread(room.lynx)).toBe(false);
	await replyInThread(await late(teacher('ines'), 3), { space: room.id, thread, words: 'Yes', locale: 'en' });
	expect(await isUnread(room.lynx)).toBe(true);
});

test('whoever does not see the first post sees no thread; a reply is hidden and taken back as any post', async () => {
	await reply(room.heron, 'You are silly');
	const [first, second] = (await read(teacher('ines'))).posts;
	const freja = await ctxOf(teacher('freja'));
	await hidePost(freja, { space: room.id, post: second?.id ?? '', reason: 'unkind', words: '' });
	expect((await read(room.lynx)).posts).toHaveLength(1);
	expect((await read(room.heron)).posts).toHaveLength(2);
	await takePostBack(await ctxOf(teacher('ines')), { space: room.id, post: first?.id ?? '' });
	expect(await titles(room.lynx)).toEqual([]);
	await expect(read(room.lynx)).rejects.toThrow(NotFound);
	expect(await titles(teacher('amelie'))).toEqual(['Why does it freeze']);
});

test('the bulletin does not exist for pupils and guests, nor does any note on it', async () => {
	const ines = await room.as(teacher('ines'));
	const written = await writeInBulletin(ines.ctx, { space: room.id, words: 'Freja is ill.', locale: 'en' });
	const note = written.ok ? written.value.post : '';
	const amelie = await room.as(teacher('amelie'));
	expect((await bulletinFor(amelie.ctx, amelie.space)).threads).toMatchObject([{ words: 'Freja is ill.' }]);
	for (const who of [room.heron, guest('lukas'), guest('eleni')]) {
		const { ctx, space } = await room.as(who);
		await expect(bulletinFor(ctx, space)).rejects.toThrow(NotFound);
		await expect(postFor(ctx, room.id, note)).rejects.toThrow(NotFound);
		await expect(writeInBulletin(ctx, { space: room.id, words: 'x', locale: 'en' })).rejects.toThrow(
			NotFound,
		);
	}
});

test('a whole discussion is removed by teachers who lead, is there for nobody, and comes back as it was', async () => {
	await reply(room.heron, 'Because it is cold.');
	const at = { space: room.id, discussion };
	for (const who of [teacher('amelie'), guest('lukas'), room.heron])
		await expect(removeDiscussion(await ctxOf(who), at)).rejects.toThrow(Forbidden);
	const { ctx: ines, space } = await room.as(teacher('ines'));
	await removeDiscussion(ines, at);
	for (const who of [teacher('freja'), room.heron]) {
		const reader = await room.as(who);
		expect(await discussionsFor(reader.ctx, reader.space)).toEqual([]);
		await expect(titles(who)).rejects.toThrow(NotFound);
		await expect(read(who)).rejects.toThrow(NotFound);
		await expect(reply(who, 'And now?')).rejects.toThrow(NotFound);
	}
	// what the pupil wrote stands in the log for the teachers all the while
	const { deeds } = await logFor(ines, space, {});
	expect(deeds.map(({ verb, kind, words }) => `${verb} ${kind} ${words ?? ''}`)).toEqual(
		expect.arrayContaining(['removed discussion Winter', 'made post Because it is cold.']),
	);
	for (const who of [guest('lukas'), room.heron]) {
		const other = await room.as(who);
		expect(await removedDiscussionsFor(other.ctx, other.space)).toEqual([]);
		await expect(bringDiscussionBack(other.ctx, at)).rejects.toThrow(NotFound);
	}
	const { ctx: freja, space: hers } = await room.as(teacher('freja'));
	expect(await removedDiscussionsFor(freja, hers)).toMatchObject([
		{ title: 'Winter', threads: 1, removedBy: { name: 'Inês Carvalho' } },
	]);
	await bringDiscussionBack(freja, at);
	expect(await titles(room.heron)).toEqual(['Why does it freeze']);
	expect((await read(room.heron)).posts).toHaveLength(2);
});

test('ninety days after, a removed discussion goes for good with all that was said in it, and no other does', async () => {
	await reply(room.heron, 'Because it is cold.');
	const ines = await ctxOf(teacher('ines'));
	await openDiscussion(ines, { space: room.id, title: 'Summer', locale: 'en' });
	await removeDiscussion(ines, { space: room.id, discussion });
	const after = (days: number) => ({
		...world.as(system),
		now: new Date(ines.now.getTime() + days * 86_400_000),
	});
	const left = async () =>
		(await world.db.selectFrom('spaces_forum.discussion').select('title').orderBy('opened_at').execute()).map(
			({ title }) => title,
		);
	await forgetRemovedDiscussions(after(89));
	expect(await left()).toEqual(['Winter', 'Summer']);
	for (let run = 0; run < 2; run++) await forgetRemovedDiscussions(after(91));
	expect(await left()).toEqual(['Summer']);
	expect(await world.db.selectFrom('spaces_updates.post').select('id').execute()).toEqual([]);
});
