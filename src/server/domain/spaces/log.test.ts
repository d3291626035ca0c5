import { beforeEach, expect, test } from 'vitest';
import { beginThread, openDiscussion } from '#domain/spaces/forum';
import { binPage, makePage } from '#domain/spaces/pages';
import { takePostBack, writeOnWall } from '#domain/spaces/updates';
import { Forbidden } from '#platform/errors';
import { compose } from '#platform/part';
import type { Guest, Pupil, Teacher } from '#shared/actor';
import { aRoom, guest, teacher, type Room } from '../../../../tests/world/a-space.ts';
import { testDatabase } from '../../../../tests/world/database.ts';
import { must } from '../../../../tests/world/must.ts';
import { allParts } from '../../parts.ts';
import { logFor } from './index.ts';

const world = testDatabase();
let room: Room;
beforeEach(async () => {
	compose(allParts.filter(({ name }) => name === 'safety' || name.startsWith('spaces')));
	room = await aRoom(world);
});

const ctxOf = async (actor: Teacher | Guest | Pupil) => (await room.as(actor)).ctx;
const logAs = async (actor: Teacher | Guest | Pupil, asked = {}) => {
	const { ctx, space } = await room.as(actor);
	return logFor(ctx, space, asked);
};

test('R-SEE: whatever a pupil wrote, changed and took back stands in the log of the teachers, with its words', async () => {
	const heron = await ctxOf(room.heron);
	const wall = must(await writeOnWall(heron, { space: room.id, words: 'I am the Heron', locale: 'en' }));
	await takePostBack(heron, { space: room.id, post: wall.post });
	const ines = await ctxOf(teacher('ines'));
	const page = must(await makePage(ines, { space: room.id, title: 'Our river', locale: 'en' }));
	await binPage(ines, { space: room.id, page: page.page });
	const opened = must(await openDiscussion(ines, { space: room.id, title: 'Winter', locale: 'en' }));
	const words = { title: 'Ice', words: 'Who knows?', locale: 'en' };
	must(await beginThread(ines, { space: room.id, discussion: opened.discussion, ...words }));

	// a teacher of any school of the space, not only of the pupil's
	const { deeds, members } = await logAs(teacher('freja'));
	const told = deeds.map(({ verb, kind, by, words: said }) => [verb, kind, by?.name, said].join(' '));
	expect(told).toEqual(
		expect.arrayContaining([
			'made post Swift Heron I am the Heron',
			'removed post Swift Heron I am the Heron',
			'made page Inês Carvalho Our river',
			'removed page Inês Carvalho Our river',
			'made discussion Inês Carvalho Winter',
			'made thread Inês Carvalho Ice',
			'joined member Brave Lynx Brave Lynx',
		]),
	);
	const me = members.find(({ name }) => name === 'Swift Heron');
	const byHeron = await logAs(teacher('amelie'), { by: me?.id });
	expect(new Set(byHeron.deeds.map(({ by }) => by?.name))).toEqual(new Set(['Swift Heron']));
	const early = await logAs(teacher('ines'), { before: new Date(heron.now.getTime() - 60_000) });
	expect(early.deeds).toEqual([]);
});

test('R-SEE: nobody but the teachers reads the log', async () => {
	for (const who of [room.heron, guest('lukas'), guest('eleni')])
		await expect(logAs(who)).rejects.toThrow(Forbidden);
});
