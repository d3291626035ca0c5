import { beforeEach, expect, test } from 'vitest';
import {
	decisionFor,
	matterForDesk,
	mattersForDesk,
	mattersForRoom,
	openMattersIn,
	openWords,
	passOn,
	reportThing,
	setWaitingRule,
	settleInRoom,
	suspendMember,
} from '#domain/safety';
import { Forbidden, NotFound } from '#platform/errors';
import { compose, type Events } from '#platform/part';
import type { Guest, Pupil, Teacher } from '#shared/actor';
import { aRoom, guest, teacher, type Room } from '../../../../../tests/world/a-space.ts';
import { testDatabase } from '../../../../../tests/world/database.ts';
import { officer } from '../../../../../tests/world/index.ts';
import { must } from '../../../../../tests/world/must.ts';
import { people } from '../../../../../tests/world/names.ts';
import { allParts } from '../../../parts.ts';
import { forgetOldPosts } from './forget.ts';
import {
	hidePost,
	mendPost,
	removePost,
	showPost,
	takePostBack,
	updatesFor,
	wallFor,
	writeOnWall,
	writeUpdate,
	type Thread,
} from './index.ts';

const world = testDatabase();
let room: Room;
let post: string;
let opened: Events['matter.opened'][];
let told: Events['notice'][];
beforeEach(async () => {
	[opened, told] = [[], []];
	const hearer = {
		name: 'hearer',
		schemas: [],
		privacy: { columns: {} },
		within: {
			'matter.opened': async (_ctx: unknown, event: Events['matter.opened']) => void opened.push(event),
			notice: async (_ctx: unknown, event: Events['notice']) => void told.push(event),
		},
	};
	compose([...allParts.filter(({ name }) => ['safety', 'spaces', 'spaces/updates'].includes(name)), hearer]);
	room = await aRoom(world);
	post = await written(room.heron, 'You are all stupid');
	// a listed word made it wait, and somebody found it to be fine so far
	await world.db.deleteFrom('safety.matter').execute();
	[opened, told] = [[], []];
});

type Somebody = Teacher | Guest | Pupil;
const why = { reason: 'unkind', words: 'We speak kindly here.' } as const;
const at = () => ({ space: room.id, post });
const about = (reason: 'unkind' | 'worrying' | 'private-details' | 'other', words = '') =>
	({ kind: 'post', thing: post, reason, words }) as const;
const ctxOf = async (actor: Somebody) => (await room.as(actor)).ctx;

async function written(by: Pupil, words: string): Promise<string> {
	return must(await writeOnWall(await ctxOf(by), { space: room.id, words, locale: 'en' })).post;
}

async function wallAsSeenBy(reader: Somebody): Promise<readonly Thread[]> {
	const wall = (await room.as(room.heron)).space.me.id;
	const { ctx, space } = await room.as(reader);
	return (await wallFor(ctx, space, wall)).threads;
}

/** The open matter about the post, as a teacher has it. */
async function matter(by: Teacher = teacher('amelie')): Promise<string> {
	const [first] = await mattersForRoom(await ctxOf(by), room.id);
	return first?.matter.id ?? '';
}

test('T5: a pupil reports a post: all teachers are told, and pupils and guests see it no more', async () => {
	must(await reportThing(await ctxOf(room.lynx), about('unkind')));
	expect(opened).toEqual([
		{
			space: room.id,
			spaceName: 'Two rivers',
			teachers: expect.arrayContaining([people.ines.id, people.freja.id, people.amelie.id]),
		},
	]);
	expect(opened[0]?.teachers).toHaveLength(3);
	for (const actor of [room.lynx, room.otter, guest('lukas'), guest('eleni')])
		expect(await wallAsSeenBy(actor)).toEqual([]);
	expect((await wallAsSeenBy(room.heron))[0]).toMatchObject({
		state: 'waiting',
		words: 'You are all stupid',
	});
	expect((await wallAsSeenBy(teacher('amelie')))[0]).toMatchObject({ state: 'waiting' });
});

test('a second report does not find the post any more; reporting twice tells the teachers once', async () => {
	must(await reportThing(await ctxOf(teacher('freja')), about('unkind')));
	await expect(reportThing(await ctxOf(room.lynx), about('unkind'))).rejects.toThrow(NotFound);
	expect(await reportThing(await ctxOf(teacher('freja')), about('other'))).toMatchObject({
		reason: 'reported-already',
	});
	expect(opened).toHaveLength(1);
});

test('nobody reports the own post', async () => {
	expect(await reportThing(await ctxOf(room.heron), about('unkind'))).toMatchObject({ reason: 'own' });
});

test('found to be fine, a post stays in sight whatever is reported afterwards', async () => {
	must(await reportThing(await ctxOf(room.lynx), about('unkind')));
	const amelie = await room.as(teacher('amelie'));
	expect(await openMattersIn(amelie.ctx, room.id)).toBe(1);
	must(await settleInRoom(amelie.ctx, { matter: await matter(), outcome: 'kept', ...why }));
	expect(await openMattersIn(amelie.ctx, room.id)).toBe(0);
	must(await reportThing(await ctxOf(room.otter), about('worrying')));
	expect((await wallAsSeenBy(room.lynx))[0]).toMatchObject({ state: 'shown' });
	expect(await openMattersIn(amelie.ctx, room.id)).toBe(1);
});

test('a teacher who did not make the class hides a post, its author sees why, and it can be shown again', async () => {
	const amelie = await ctxOf(teacher('amelie'));
	await hidePost(amelie, { ...at(), ...why });
	expect(await wallAsSeenBy(room.lynx)).toEqual([]);
	expect((await wallAsSeenBy(room.heron))[0]).toMatchObject({
		state: 'hidden',
		decision: { by: 'Amélie Laurent', reason: 'unkind', words: 'We speak kindly here.' },
	});
	// the pupil reads the statement of reasons where it was written; nobody else does
	expect(await decisionFor(await ctxOf(room.heron), post)).toMatchObject({
		decisions: [{ outcome: 'hidden', reason: 'unkind', words: 'We speak kindly here.' }],
		mayAppeal: true,
	});
	await expect(decisionFor(await ctxOf(room.otter), post)).rejects.toThrow(NotFound);
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
	must(await reportThing(await ctxOf(room.lynx), about('unkind')));
	await takePostBack(await ctxOf(room.heron), at());
	const ines = await ctxOf(teacher('ines'));
	const settlement = { matter: await matter(teacher('ines')), outcome: 'kept', ...why } as const;
	must(await settleInRoom(ines, settlement));
	expect(await openMattersIn(ines, room.id)).toBe(0);
	expect(await settleInRoom(ines, settlement)).toMatchObject({ reason: 'settled-before' });
	expect(await wallAsSeenBy(room.lynx)).toEqual([]);
});

test('pupils and guests neither hide, remove nor settle', async () => {
	must(await reportThing(await ctxOf(teacher('freja')), about('other')));
	const id = await matter();
	await settleInRoom(await ctxOf(teacher('ines')), { matter: id, outcome: 'kept', ...why });
	for (const actor of [room.lynx, guest('lukas'), guest('eleni')]) {
		const { ctx } = await room.as(actor);
		await expect(hidePost(ctx, { ...at(), ...why })).rejects.toThrow(Forbidden);
		await expect(removePost(ctx, { ...at(), ...why })).rejects.toThrow(Forbidden);
		await expect(showPost(ctx, at())).rejects.toThrow(Forbidden);
		await expect(settleInRoom(ctx, { matter: id, outcome: 'removed', ...why })).rejects.toThrow(NotFound);
		await expect(mattersForRoom(ctx, room.id)).rejects.toThrow(Forbidden);
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
	must(await reportThing(await ctxOf(room.lynx), about('worrying', 'He means me')));
	const [first, ...rest] = await mattersForRoom(await ctxOf(teacher('freja')), room.id);
	expect(rest).toEqual([]);
	expect(first).toMatchObject({
		matter: { urgent: true, evidence: { words: 'You are all stupid' }, settledAt: null },
		author: { name: 'Swift Heron' },
		reports: [{ card: { name: 'Brave Lynx' }, reason: 'worrying', words: 'He means me' }],
	});
});

test('R-NTC T5: an adult whose words a pupil reports neither hears of it nor reads who it was, before or after', async () => {
	const ines = await ctxOf(teacher('ines'));
	post = must(await writeUpdate(ines, { space: room.id, words: 'Write to me at home', locale: 'en' })).post;
	must(await reportThing(await ctxOf(room.lynx), about('worrying', 'She asks where I live')));
	expect(opened[0]?.teachers).toEqual(expect.not.arrayContaining([people.ines.id]));
	expect(opened[0]?.teachers).toHaveLength(2);
	const asInesSees = async () => [
		await mattersForRoom(ines, room.id),
		await openMattersIn(ines, room.id),
		JSON.stringify(await decisionFor(ines, post).catch(() => 'nothing yet')),
	];
	expect(await asInesSees()).toEqual([[], 0, '"nothing yet"']);
	const freja = await ctxOf(teacher('freja'));
	expect(await openMattersIn(freja, room.id)).toBe(1);
	const [found] = await mattersForRoom(freja, room.id);
	expect(found).toMatchObject({ reports: [{ card: { name: 'Brave Lynx' } }] });
	await expect(settleInRoom(ines, { matter: await matter(), outcome: 'kept', ...why })).rejects.toThrow(
		Forbidden,
	);
	must(await settleInRoom(freja, { matter: await matter(), outcome: 'removed', ...why }));
	const [queue, count, decision] = await asInesSees();
	expect([queue, count]).toEqual([[], 0]);
	expect(decision).toContain('We speak kindly here.');
	expect(decision).not.toMatch(/Lynx|where I live/);
});

test('T5: what was found to be fine and then says something else is out of sight at once when it is reported', async () => {
	const ines = await ctxOf(teacher('ines'));
	post = must(await writeUpdate(ines, { space: room.id, words: 'We begin on Monday', locale: 'en' })).post;
	must(await reportThing(await ctxOf(room.lynx), about('other')));
	must(
		await settleInRoom(await ctxOf(teacher('freja')), { matter: await matter(), outcome: 'kept', ...why }),
	);
	must(await mendPost(ines, { ...at(), words: 'Send me your pictures', locale: 'en' }));
	must(await reportThing(await ctxOf(room.otter), about('worrying')));
	const { ctx, space } = await room.as(room.lynx);
	expect((await updatesFor(ctx, space)).threads).toEqual([]);
});

test('R-NTC: what no teacher looks at in time goes to the support organisation, a worrying report after four hours', async () => {
	const clock = async (hours: number) => {
		const system = world.as({ kind: 'system' });
		const later = { ...system, now: new Date(system.now.getTime() + hours * 3_600_000) };
		await allParts.find(({ name }) => name === 'safety')?.jobs?.['escalate']?.(later, {} as never);
	};
	const desk = await officer(world.as({ kind: 'system' }), 'anna');
	const atDesk = async () =>
		(await mattersForDesk(world.as(desk), 'open')).map(({ thing, urgent }) => [thing, urgent]);
	const unkind = post;
	must(await reportThing(await ctxOf(room.lynx), about('unkind')));
	post = await written(room.otter, 'I know where you sleep');
	must(await reportThing(await ctxOf(room.lynx), about('worrying')));
	await clock(3.9);
	expect(await atDesk()).toEqual([]);
	await clock(4.1);
	await clock(4.1);
	expect(await atDesk()).toEqual([[post, true]]);
	await clock(71.9);
	expect(await atDesk()).toHaveLength(1);
	await clock(72.1);
	expect((await atDesk()).map(([thing]) => thing)).toEqual([post, unkind]);
	// it is still for the teachers to decide, too
	expect(await openMattersIn(await ctxOf(teacher('amelie')), room.id)).toBe(2);
	// about a teacher who is alone there nobody else could decide: no clock has to run
	const ines = await ctxOf(teacher('ines'));
	const update = must(await writeUpdate(ines, { space: room.id, words: 'Only we two', locale: 'en' }));
	await world.db
		.updateTable('spaces.member')
		.set({ left_at: ines.now })
		.where('person_id', 'in', [people.freja.id, people.amelie.id])
		.execute();
	post = update.post;
	must(await reportThing(await ctxOf(room.lynx), about('other')));
	expect((await atDesk()).map(([thing]) => thing)).toContain(post);
});

test('T3: a moderator to whom a matter was handed on reads no alias, in nobody’s words', async () => {
	post = await written(room.otter, 'Swift Heron lives beside the bakery');
	must(
		await reportThing(await ctxOf(room.lynx), about('private-details', 'quiet-otter said where HERON lives')),
	);
	must(await passOn(await ctxOf(teacher('amelie')), await matter()));
	const anna = world.as(await officer(world.as({ kind: 'system' }), 'anna'));
	const [lies] = await mattersForDesk(anna, 'open');
	await openWords(anna, lies?.id ?? '');
	const { opened: seen } = await matterForDesk(anna, lies?.id ?? '');
	expect(seen?.evidence?.words).toBe('A pupil of Escola Básica da Ribeira lives beside the bakery');
	expect(seen?.reports).toMatchObject([
		{ words: 'A pupil of Escola Básica da Ribeira said where HERON lives' },
	]);
});

test('where every post waits, nobody but the teachers sees it until one has looked', async () => {
	await setWaitingRule(await ctxOf(teacher('amelie')), { room: room.id, waits: 'every-post' });
	const waiting = await written(room.heron, 'Our river is wide');
	const seen = async (reader: Somebody) => (await wallAsSeenBy(reader)).map(({ id }) => id);
	expect(await seen(room.lynx)).toEqual([post]);
	expect(await seen(room.heron)).toContain(waiting);
	expect(await seen(teacher('freja'))).toContain(waiting);
	must(
		await settleInRoom(await ctxOf(teacher('freja')), { matter: await matter(), outcome: 'kept', ...why }),
	);
	expect(await seen(room.lynx)).toContain(waiting);
});

test('where the first post waits, the next ones do as long as none was let through', async () => {
	await setWaitingRule(await ctxOf(teacher('ines')), { room: room.id, waits: 'first-post' });
	const heronsNext = await written(room.heron, 'It has been in sight before');
	expect(opened).toEqual([]);
	expect((await wallAsSeenBy(room.lynx)).map(({ id }) => id)).toContain(heronsNext);
	await written(room.otter, 'Hello');
	await written(room.otter, 'Hello again');
	expect(opened).toHaveLength(2);
});

test('a listed word of any language makes a post wait, inside another word it does not; nobody is told off', async () => {
	await written(room.otter, 'What a MERDE this is');
	expect(opened).toHaveLength(1);
	await written(room.otter, 'A Scunthorpe of rivers: killer whales');
	expect(opened).toHaveLength(1);
	expect(told).toEqual([]);
});

test('a suspended member has lost the space with the next request, and has it again when the days are over', async () => {
	const { space } = await room.as(teacher('ines'));
	const heron = (await room.as(room.heron)).space.me.id;
	const ines = await ctxOf(teacher('ines'));
	await suspendMember(ines, { room: room.id, member: heron, by: space.me.id, days: 7, ...why });
	await expect(room.as(room.heron)).rejects.toThrow(NotFound);
	await expect(written(room.heron, 'And yet')).rejects.toThrow(NotFound);
	await suspendMember(ines, { room: room.id, member: heron, by: space.me.id, days: 0, ...why });
	await expect(room.as(room.heron)).resolves.toMatchObject({ space: { id: room.id } });
});
