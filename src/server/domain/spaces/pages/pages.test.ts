import { beforeEach, expect, test } from 'vitest';
import { removeMember } from '#domain/spaces';
import type { Context } from '#platform/context';
import { Forbidden, NotFound } from '#platform/errors';
import { newId } from '#platform/ids';
import { compose } from '#platform/part';
import type { Guest, Pupil, Teacher } from '#shared/actor';
import { aRoom, guest, teacher, type Room } from '../../../../../tests/world/a-space.ts';
import { testDatabase } from '../../../../../tests/world/database.ts';
import { affiliations, people } from '../../../../../tests/world/index.ts';
import {
	binPage,
	emptyBlock,
	enterPage,
	formBlocksOf,
	makeDraft,
	makePage,
	movePage,
	placePage,
	pageFor,
	pagesFor,
	restoreVersion,
	savePage,
	sharePage,
	takeOutOfBin,
	versionFor,
	versionsFor,
	type FormBlock,
} from './index.ts';

compose([]);
const world = testDatabase();
let room: Room;
beforeEach(async () => {
	room = await aRoom(world);
});

type Somebody = Teacher | Guest | Pupil;
const ctxOf = async (actor: Somebody) => (await room.as(actor)).ctx;
const block = (text: string, changes: Partial<FormBlock> = {}): FormBlock => ({
	...emptyBlock('text'),
	text,
	...changes,
});

async function aPage(actor: Somebody, title = 'Our river') {
	const made = await makePage(await ctxOf(actor), { space: room.id, title, locale: 'en' });
	if (!made.ok) throw new Error(made.reason);
	return { space: room.id, page: made.value.page };
}
type At = Awaited<ReturnType<typeof aPage>>;

async function save(
	ctx: Context,
	at: At,
	basedOn: number,
	blocks: readonly FormBlock[],
	title = 'Our river',
) {
	const saved = await savePage(ctx, { ...at, basedOn, title, locale: 'en', blocks });
	if (!saved.ok) throw new Error(saved.reason);
	return saved.value;
}
async function titlesFor(actor: Somebody) {
	const { ctx, space } = await room.as(actor);
	return (await pagesFor(ctx, space)).map((page) => page.title);
}
async function wordsOf(actor: Somebody, at: At) {
	const { ctx, space } = await room.as(actor);
	return formBlocksOf((await pageFor(ctx, space, at.page)).content).map((each) => each.text);
}

test('a draft is seen by those who may see drafts, a shared page by everybody', async () => {
	const at = await aPage(teacher('amelie'));
	const see = async () =>
		Promise.all(
			[teacher('ines'), teacher('amelie'), guest('lukas'), guest('eleni'), room.heron].map(
				async (actor) => (await titlesFor(actor)).length,
			),
		);
	expect(await see()).toEqual([1, 1, 1, 0, 0]);
	const { ctx, space } = await room.as(room.heron);
	await expect(pageFor(ctx, space, at.page)).rejects.toThrow(NotFound);
	await sharePage(await ctxOf(teacher('amelie')), at);
	expect(await see()).toEqual([1, 1, 1, 1, 1]);
	await makeDraft(await ctxOf(teacher('ines')), at);
	expect(await see()).toEqual([1, 1, 1, 0, 0]);
});

test('every save is a version, and an earlier one comes back as a new one', async () => {
	const at = await aPage(teacher('ines'));
	const ines = await ctxOf(teacher('ines'));
	expect(await save(ines, at, 1, [block('It is brown.')])).toMatchObject({ version: 2, twice: [] });
	await save(await ctxOf(teacher('freja')), at, 2, [block('It is frozen.')]);
	const { ctx, space } = await room.as(teacher('ines'));
	expect((await versionsFor(ctx, space, at.page)).map((each) => [each.version, each.savedBy.name])).toEqual([
		[3, 'Freja Holm'],
		[2, 'Inês Carvalho'],
		[1, 'Inês Carvalho'],
	]);
	expect(formBlocksOf((await versionFor(ctx, space, at.page, 2)).content)[0]?.text).toBe('It is brown.');
	expect(await restoreVersion(ctx, { ...at, version: 2 })).toMatchObject({ value: { version: 4 } });
	expect(await wordsOf(teacher('ines'), at)).toEqual(['It is brown.']);
	expect(await restoreVersion(ctx, { ...at, version: 99 })).toMatchObject({ reason: 'unknown-version' });
	await expect(versionFor(ctx, space, at.page, 99)).rejects.toThrow(NotFound);
});

test('who saves over a newer version loses nothing and takes nothing away: both texts stand there', async () => {
	const at = await aPage(teacher('ines'));
	const [ines, freja] = [await ctxOf(teacher('ines')), await ctxOf(teacher('freja'))];
	const [first, second] = [block('one'), block('two')];
	await save(ines, at, 1, [first, second]);
	await save(freja, at, 2, [{ ...first, text: 'ONE by Freja' }, second]);
	const saved = await save(ines, at, 2, [
		{ ...first, text: 'One by Inês' },
		{ ...second, text: 'two by Inês' },
	]);
	expect(saved).toMatchObject({ version: 4, savedBy: 'Freja Holm', twice: [{ theirs: first.id }] });
	expect(await wordsOf(teacher('freja'), at)).toEqual(['ONE by Freja', 'One by Inês', 'two by Inês']);
});

test('a title that somebody else changed meanwhile stays, unless the writer changed it too', async () => {
	const at = await aPage(teacher('ines'));
	const [ines, freja] = [await ctxOf(teacher('ines')), await ctxOf(teacher('freja'))];
	await save(freja, at, 1, [], 'Our two rivers');
	await save(ines, at, 1, [block('one')]);
	expect(await titlesFor(teacher('ines'))).toEqual(['Our two rivers']);
	await save(ines, at, 1, [], 'My river');
	expect(await titlesFor(teacher('ines'))).toEqual(['My river']);
});

test('a picture of another page or of nobody is left out', async () => {
	const at = await aPage(teacher('ines'));
	const ines = await ctxOf(teacher('ines'));
	await save(ines, at, 1, [
		block('one'),
		block('', { kind: 'picture', address: newId(), alternative: 'A heron' }),
	]);
	expect(await wordsOf(teacher('ines'), at)).toEqual(['one']);
});

test('a teacher writes own pages only; guests who observe and pupils write none', async () => {
	const at = await aPage(teacher('ines'));
	await sharePage(await ctxOf(teacher('ines')), at);
	for (const actor of [teacher('amelie'), guest('eleni'), room.heron]) {
		const ctx = await ctxOf(actor);
		await expect(savePage(ctx, { ...at, basedOn: 1, title: 'x', locale: 'en', blocks: [] })).rejects.toThrow(
			Forbidden,
		);
		await expect(binPage(ctx, at)).rejects.toThrow(Forbidden);
		await expect(sharePage(ctx, at)).rejects.toThrow(Forbidden);
		await expect(movePage(ctx, { ...at, direction: 'up' })).rejects.toThrow(Forbidden);
	}
	for (const actor of [guest('eleni'), room.heron]) await expect(aPage(actor)).rejects.toThrow(Forbidden);
});

test("another space's page does not exist here, nor for a stranger or a removed member", async () => {
	const at = await aPage(teacher('ines'));
	const other = await aRoom(world);
	await expect(
		savePage(await ctxOf(teacher('ines')), {
			...at,
			space: other.id,
			basedOn: 1,
			title: 'x',
			locale: 'en',
			blocks: [],
		}),
	).rejects.toThrow(NotFound);
	await expect(sharePage(world.as(teacher('liis')), at)).rejects.toThrow(NotFound);
	const amelie = await room.as(teacher('amelie'));
	const hers = await aPage(teacher('amelie'));
	await removeMember(await ctxOf(teacher('ines')), { space: room.id, member: amelie.space.me.id });
	await expect(
		savePage(amelie.ctx, { ...hers, basedOn: 1, title: 'x', locale: 'en', blocks: [] }),
	).rejects.toThrow(NotFound);
});

test('pages are ordered by those who may', async () => {
	await aPage(teacher('ines'), 'A');
	await aPage(teacher('ines'), 'B');
	const c = await aPage(teacher('ines'), 'C');
	const ctx = await ctxOf(teacher('freja'));
	await movePage(ctx, { ...c, direction: 'up' });
	expect(await titlesFor(teacher('ines'))).toEqual(['A', 'C', 'B']);
	await movePage(ctx, { ...c, direction: 'up' });
	await movePage(ctx, { ...c, direction: 'up' });
	expect(await titlesFor(teacher('ines'))).toEqual(['C', 'A', 'B']);
	await movePage(ctx, { ...c, direction: 'down' });
	expect(await titlesFor(teacher('ines'))).toEqual(['A', 'C', 'B']);
});

test('a page goes into the bin and comes out as it was', async () => {
	const at = await aPage(teacher('amelie'));
	const { ctx, space } = await room.as(teacher('amelie'));
	await sharePage(ctx, at);
	await binPage(ctx, at);
	expect(await titlesFor(teacher('amelie'))).toEqual([]);
	expect((await pagesFor(ctx, space, 'bin')).map((page) => page.title)).toEqual(['Our river']);
	const heron = await room.as(room.heron);
	await expect(pageFor(heron.ctx, heron.space, at.page)).rejects.toThrow(NotFound);
	await takeOutOfBin(ctx, at);
	expect(await titlesFor(room.heron)).toEqual(['Our river']);
});

const treeFor = async (actor: Somebody) => {
	const { ctx, space } = await room.as(actor);
	return (await pagesFor(ctx, space)).map(({ title, level }) => '-'.repeat(level) + title);
};

async function below(at: At | null, title: string, actor: Somebody = teacher('ines')) {
	const under = at?.page ?? null;
	const made = await makePage(await ctxOf(actor), { space: room.id, title, locale: 'en', under });
	if (!made.ok) throw new Error(made.reason);
	return { space: room.id, page: made.value.page };
}

test('pages stand below pages, are moved with what is below them, and never below themselves', async () => {
	const ctx = await ctxOf(teacher('ines'));
	const river = await below(null, 'River');
	const autumn = await below(river, 'Autumn');
	const bread = await below(null, 'Bread');
	await below(autumn, 'Leaves');
	expect(await treeFor(teacher('ines'))).toEqual(['River', '-Autumn', '--Leaves', 'Bread']);
	await movePage(ctx, { ...river, direction: 'down' });
	expect(await treeFor(teacher('ines'))).toEqual(['Bread', 'River', '-Autumn', '--Leaves']);
	expect(await placePage(ctx, { ...river, under: autumn.page })).toMatchObject({ reason: 'in-itself' });
	expect(await placePage(ctx, { ...river, under: bread.page })).toMatchObject({ ok: true });
	expect(await treeFor(teacher('ines'))).toEqual(['Bread', '-River', '--Autumn', '---Leaves']);
	expect(await placePage(ctx, { ...bread, under: newId() }).catch((error: unknown) => error)).toBeInstanceOf(
		NotFound,
	);
	await sharePage(ctx, autumn);
	expect(await treeFor(room.heron)).toEqual(['Autumn']);
});

test('a page takes those below it into the bin and out again; what the actor may not throw away stays, one level higher', async () => {
	const river = await below(null, 'River', teacher('amelie'));
	const autumn = await below(river, 'Autumn', teacher('amelie'));
	await sharePage(await ctxOf(teacher('amelie')), river);
	await sharePage(await ctxOf(teacher('amelie')), autumn);
	await below(autumn, 'Of Inês');
	const { ctx, space } = await room.as(teacher('amelie'));
	await binPage(ctx, river);
	expect(await treeFor(teacher('ines'))).toEqual(['Of Inês']);
	expect((await pagesFor(ctx, space, 'bin')).map(({ title, level }) => [title, level])).toEqual([
		['River', 0],
		['Autumn', 1],
	]);
	await takeOutOfBin(ctx, river);
	expect(await treeFor(teacher('ines'))).toEqual(['River', '-Autumn', 'Of Inês']);
	await binPage(ctx, river);
	await takeOutOfBin(ctx, autumn);
	expect(await treeFor(teacher('ines'))).toEqual(['Autumn', 'Of Inês']);
});

test('T2: a pupil makes, writes and shares pages only where a teacher of the own school is who works there still', async () => {
	const lynx = await room.as(room.lynx);
	await world.db
		.updateTable('spaces.member')
		.set({ role: 'pupil-administrator' })
		.where('id', '=', lynx.space.me.id)
		.execute();
	const at = await aPage(room.lynx);
	await save(lynx.ctx, at, 1, [block('Ours')]);
	expect(await enterPage(lynx.ctx, at.page)).toMatchObject({ name: 'Brave Lynx' });
	// Freja teaches elsewhere from now on; she is a founder all the same
	await world.db
		.insertInto('people.affiliation_ending')
		.values({ affiliation_id: affiliations.freja, ended_at: lynx.ctx.now, ended_by: people.freja.id })
		.execute();
	const why = 'no-teacher-here';
	await expect(aPage(room.lynx)).rejects.toThrow(why);
	await expect(save(lynx.ctx, at, 2, [block('Mine')])).rejects.toThrow(why);
	await expect(sharePage(lynx.ctx, at)).rejects.toThrow(why);
	await expect(enterPage(lynx.ctx, at.page)).rejects.toThrow(why);
	expect(await wordsOf(room.lynx, at)).toEqual(['Ours']);
	expect((await binPage(lynx.ctx, at)).ok).toBe(true);
});
