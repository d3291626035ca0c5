import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { beginThread, openDiscussion, replyInThread } from '#domain/spaces/forum';
import { binMaterial, materialPurpose, materialsFor } from '#domain/spaces/materials';
import { binPage, emptyBlock, makePage, savePage } from '#domain/spaces/pages';
import { answerPost, mendPost, takePostBack, writeOnWall, writeUpdate } from '#domain/spaces/updates';
import { Forbidden } from '#platform/errors';
import { receiveFile } from '#platform/files';
import { compose } from '#platform/part';
import { system, type Guest, type Pupil, type Teacher } from '#shared/actor';
import { aRoom, guest, teacher, type Room } from '../../../../tests/world/a-space.ts';
import { testDatabase } from '../../../../tests/world/database.ts';
import { must } from '../../../../tests/world/must.ts';
import { allParts } from '../../parts.ts';
import { changeRole, logFor } from './index.ts';

const data = mkdtempSync(join(tmpdir(), 'log-'));
process.env['OPENTWINNING_DATA'] = data;
afterAll(() => rmSync(data, { recursive: true, force: true }));
const world = testDatabase();
let room: Room;
beforeEach(async () => {
	compose(allParts.filter(({ name }) => name === 'safety' || name.startsWith('spaces')));
	room = await aRoom(world);
});

const ctxOf = async (actor: Teacher | Guest | Pupil) => (await room.as(actor)).ctx;
const memberOf = async (actor: Pupil) => (await room.as(actor)).space.me.id;
const logAs = async (actor: Teacher | Guest | Pupil, asked = {}) => {
	const { ctx, space } = await room.as(actor);
	return logFor(ctx, space, asked);
};

/** The log as a teacher reads it, without what others did: verb, kind and words. */
async function deedsOf(name: string, reader = teacher('freja')): Promise<string[]> {
	const { deeds, members } = await logAs(reader);
	const me = members.find((member) => member.name === name);
	const alone = await logAs(reader, { by: me?.id });
	expect(alone.deeds.map(({ by }) => by?.name)).toEqual(alone.deeds.map(() => name));
	expect(deeds).toEqual(expect.arrayContaining([...alone.deeds]));
	return alone.deeds.map(({ verb, kind, words }) => [verb, kind, words].join(' '));
}

test('R-SEE: whatever a pupil wrote, changed, added and took back stands in the log of the teachers, with its words', async () => {
	const ines = await ctxOf(teacher('ines'));
	const opened = must(await openDiscussion(ines, { space: room.id, title: 'Winter', locale: 'en' }));
	const ice = { title: 'Ice', words: 'Who knows?', locale: 'en' };
	const begun = must(await beginThread(ines, { space: room.id, discussion: opened.discussion, ...ice }));
	const role = { space: room.id, member: await memberOf(room.heron), role: 'pupil-administrator' } as const;
	must(await changeRole(ines, role));

	const heron = await ctxOf(room.heron);
	const said = (words: string) => ({ space: room.id, words, locale: 'en' });
	const wall = must(await writeOnWall(heron, said('I am the Heron')));
	must(await answerPost(heron, { ...said('And I fly'), post: wall.post }));
	const reply = must(await replyInThread(heron, { ...said('It is cold'), thread: begun.thread }));
	for (const { post } of [wall, reply]) must(await takePostBack(heron, { space: room.id, post }));
	const mended = must(await writeUpdate(heron, said('My street is Rua Nova 7')));
	must(await mendPost(heron, { ...said('I live in Porto'), post: mended.post }));
	const { page } = must(await makePage(heron, { space: room.id, title: 'Our river', locale: 'en' }));
	const blocks = [{ ...emptyBlock('text'), text: 'It is brown.' }];
	must(await savePage(heron, { space: room.id, page, basedOn: 1, title: 'Our Douro', locale: 'en', blocks }));
	must(await binPage(heron, { space: room.id, page }));
	const sent = { purpose: materialPurpose, owner: room.id, name: 'nest.txt' };
	must(await receiveFile(heron, sent, Readable.from(['How we build one.'])));
	const { space } = await room.as(room.heron);
	const [material] = (await materialsFor(heron, space, null)).materials;
	must(await binMaterial(heron, { space: room.id, material: material?.id ?? '' }));

	// a teacher of any school of the space, not only of the pupil's
	const told = new Set(await deedsOf('Swift Heron'));
	expect([...told].sort()).toEqual([
		'changed page Our Douro',
		'changed post I live in Porto',
		'joined member Swift Heron',
		'made material nest.txt',
		'made page Our river',
		'made post And I fly',
		'made post I am the Heron',
		'made post It is cold',
		'made post My street is Rua Nova 7',
		'removed material nest.txt',
		'removed page Our Douro',
		'removed post I am the Heron',
		'removed post It is cold',
	]);
});

test('R-SEE: what a grown-up said to pupils before saying something else is read by the other teachers for ninety days', async () => {
	const ines = await ctxOf(teacher('ines'));
	const said = (words: string) => ({ space: room.id, words, locale: 'en' });
	const { post } = must(await writeUpdate(ines, said('Come to my house')));
	const after = (days: number) => ({ now: new Date(ines.now.getTime() + days * 86_400_000) });
	must(await mendPost({ ...ines, ...after(1) }, { ...said('Come to the river'), post }));
	must(await mendPost({ ...ines, ...after(2) }, { ...said('We go to the river'), post }));
	const freja = await room.as(teacher('freja'));
	const lastly = await logFor({ ...freja.ctx, ...after(3) }, freja.space, {});
	expect(lastly.deeds.filter(({ kind }) => kind === 'post').map(({ verb, words }) => [verb, words])).toEqual([
		['changed', 'We go to the river'],
		['changed', 'Come to the river'],
		['made', 'Come to my house'],
	]);
	const kept = async () => {
		const rows = await world.db.selectFrom('spaces_updates.earlier_words').select('words').execute();
		return rows.map(({ words }) => words);
	};
	const forget = allParts.find(({ name }) => name === 'spaces/updates')?.jobs?.['forget'];
	const days = async (count: number) => forget?.({ ...world.as(system), ...after(count) }, {} as never);
	await days(90);
	expect(await kept()).toHaveLength(2);
	await days(91.5);
	expect(await kept()).toEqual(['Come to the river']);
	await days(93);
	expect(await kept()).toEqual([]);
});

test('the log tells what teachers did and who came, and begins where it is asked to', async () => {
	const ines = await ctxOf(teacher('ines'));
	const { page } = must(await makePage(ines, { space: room.id, title: 'Our river', locale: 'en' }));
	must(await binPage(ines, { space: room.id, page }));
	must(await openDiscussion(ines, { space: room.id, title: 'Winter', locale: 'en' }));
	expect(await deedsOf('Inês Carvalho', teacher('amelie'))).toEqual(
		expect.arrayContaining(['made page Our river', 'removed page Our river', 'made discussion Winter']),
	);
	expect(await deedsOf('Brave Lynx')).toEqual(['joined member Brave Lynx']);
	const early = await logAs(teacher('ines'), { before: new Date(ines.now.getTime() - 60_000) });
	expect(early.deeds).toEqual([]);
});

test('R-SEE: nobody but the teachers reads the log', async () => {
	for (const who of [room.heron, guest('lukas'), guest('eleni')])
		await expect(logAs(who)).rejects.toThrow(Forbidden);
});
