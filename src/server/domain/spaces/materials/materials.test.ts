import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { mattersForRoom, setWaitingRule, settleInRoom } from '#domain/safety';
import { pupilsToTag, removeMember } from '#domain/spaces';
import { Forbidden, NotFound } from '#platform/errors';
import { fileFor, forgetUnusedFiles, receiveFile, videosAreConverted } from '#platform/files';
import { compose } from '#platform/part';
import { system, type Guest, type Pupil, type Teacher } from '#shared/actor';
import { aRoom, guest, teacher, type Room } from '../../../../../tests/world/a-space.ts';
import { testDatabase } from '../../../../../tests/world/database.ts';
import {
	aDocument,
	aZip,
	honestPicture,
	hostileTexts,
	pngBomb,
} from '../../../../../tests/world/hostile-files.ts';
import { convertVideos } from './convert-videos.ts';
import { removeBinnedMaterials } from './forget.ts';
import {
	binFor,
	binMaterial,
	changeMaterial,
	foldersFor,
	hideMaterial,
	makeFolder,
	materialPurpose,
	materialsFor,
	roomFor,
	tagMaterial,
	takeMaterialOut,
} from './index.ts';
import { insertAllowance } from './allowance.sql.ts';
import { allParts } from '../../../parts.ts';
import { materials } from './part.ts';

const data = mkdtempSync(join(tmpdir(), 'materials-'));
process.env['OPENTWINNING_DATA'] = data;
afterAll(() => rmSync(data, { recursive: true, force: true }));

const world = testDatabase();
let room: Room;
beforeEach(async () => {
	compose([materials]);
	room = await aRoom(world);
});

type Somebody = Teacher | Guest | Pupil;

async function send(who: Somebody, bytes: Buffer | string, name: string, owner: string = room.id) {
	const { ctx } = await room.as(who);
	const stream = Readable.from([typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes]);
	return receiveFile(ctx, { purpose: materialPurpose, owner, name }, stream);
}

async function added(who: Somebody, bytes: Buffer | string, name: string, owner?: string) {
	const sent = await send(who, bytes, name, owner);
	if (!sent.ok) throw new Error(sent.reason);
	const { ctx, space } = await room.as(who);
	const folder = owner === undefined || owner === room.id ? null : owner;
	const found = (await materialsFor(ctx, space, folder)).materials.find(({ file }) => file === sent.value.id);
	if (!found) throw new Error('it is not there');
	return found;
}

async function namesSeenBy(who: Somebody): Promise<string[]> {
	const { ctx, space } = await room.as(who);
	return (await materialsFor(ctx, space, null)).materials.map(({ name }) => name);
}

test('a pupil adds a picture; all members see it, and nobody else, and who is removed has lost its file', async () => {
	const { file } = await added(room.heron, await honestPicture(), 'river.jpg');
	for (const who of [room.lynx, teacher('amelie'), guest('lukas'), guest('eleni')]) {
		expect(await namesSeenBy(who)).toEqual(['river.jpg']);
		await expect(fileFor((await room.as(who)).ctx, file, 'small')).resolves.toMatchObject({ isOurs: true });
	}
	await expect(fileFor(world.as(teacher('liis')), file, 'small')).rejects.toThrow(NotFound);
	const amelie = await room.as(teacher('amelie'));
	const ines = await room.as(teacher('ines'));
	await removeMember(ines.ctx, { space: room.id, member: amelie.space.me.id });
	await expect(fileFor(amelie.ctx, file, 'small')).rejects.toThrow(NotFound);
	await expect(
		receiveFile(amelie.ctx, { purpose: 'material', owner: room.id, name: '' }, Readable.from([])),
	).rejects.toThrow(NotFound);
});

const { svg, html, xhtml, 'entity bomb': entityBomb, executable } = hostileTexts;
const markup = [svg, html, xhtml, entityBomb, `\xef\xbb\xbf \n${svg}`, executable];

describe('what a file is, its bytes say', () => {
	test.each([
		['%PDF-1.7 plan', 'picture.exe', 'document', 'picture.exe.pdf'],
		['a;b\n1;2\n', 'start.bat', 'document', 'start.bat.txt'],
		['ID3\x04 sound', 'song', 'audio', 'song.mp3'],
		[aDocument(), 'Arbejdsark 🐟.docx', 'document', 'Arbejdsark 🐟.docx'],
		['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old', 'old.doc', 'document', 'old.doc'],
	] as const)('%s', async (bytes, name, kind, saved) => {
		const material = await added(teacher('ines'), bytes, name);
		expect([material.kind, material.name]).toEqual([kind, name]);
		const { ctx } = await room.as(room.lynx);
		expect(await fileFor(ctx, material.file, 'whole')).toMatchObject({ isOurs: false, name: saved });
	});

	test.each([
		...markup.map((text) => [text, 'wrong-kind'] as const),
		[hostileTexts.zip, 'unreadable'],
		['MZ\x90\x00\x03\x00\x00\x00\x04', 'wrong-kind'],
		['\x1f\x8b\x08\x00 packed', 'archive'],
		[aZip(['homework.txt', 'river.jpg']), 'archive'],
		[aZip(['../../etc/passwd', 'word/document.xml']), 'archive'],
		[aZip(['[Content_Types].xml', 'word/document.xml'], 1_900_000_000), 'archive'],
		[aZip(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']), 'macros'],
		[aZip(['word/document.xml', 'C:\\Windows\\start.exe']), 'archive'],
		[aZip(['word/document.xml', '/etc/passwd']), 'archive'],
		[aZip(['word/document.xml', ...Array.from({ length: 25_000 }, (_, place) => `${place}`)]), 'archive'],
		[aDocument().subarray(0, -10), 'unreadable'],
		[Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(5000, 1)]), 'unreadable'],
		[pngBomb(30_000, 30_000), 'too-many-pixels'],
		[Buffer.concat([Buffer.from('\xff\xd8\xff\xe0', 'latin1'), Buffer.alloc(2000, 7)]), 'unreadable'],
	] as const)(
		'hostile things are refused within seconds, whatever they are called: %#',
		async (bytes, reason) => {
			const began = Date.now();
			expect(await send(teacher('ines'), bytes, 'holiday.jpg')).toMatchObject({ ok: false, reason });
			expect(Date.now() - began).toBeLessThan(5000);
			expect(await namesSeenBy(teacher('ines'))).toEqual([]);
		},
	);
});

test('a space holds so much and no more, and a file is no larger than allowed', async () => {
	const { ctx, space } = await room.as(teacher('ines'));
	await insertAllowance(ctx, 1_000_000, 1_500_000);
	expect(await send(teacher('ines'), `%PDF-${'x'.repeat(1_000_000)}`, 'a.pdf')).toMatchObject({
		reason: 'too-large',
	});
	await added(teacher('ines'), `%PDF-${'x'.repeat(900_000)}`, 'a.pdf');
	expect(await send(room.heron, `%PDF-${'x'.repeat(700_000)}`, 'b.pdf')).toMatchObject({ reason: 'no-room' });
	await added(room.heron, `%PDF-${'x'.repeat(500_000)}`, 'c.pdf');
	expect(await roomFor(ctx, space)).toEqual({ used: 1_400_010, most: 1_500_000, file: 1_000_000 });
});

test('materials are described and moved, but never into the folder of another space', async () => {
	const { ctx } = await room.as(teacher('ines'));
	const made = await makeFolder(ctx, { space: room.id, kind: 'album', name: 'Boats', locale: 'en' });
	const album = made.ok ? made.value.folder : '';
	const material = await added(room.heron, await honestPicture(), 'boat.jpg');
	const words = {
		space: room.id,
		material: material.id,
		name: 'Boat',
		alternative: 'A blue boat',
		locale: 'en',
	};
	const heron = await room.as(room.heron);
	await changeMaterial(heron.ctx, { ...words, folder: album });
	expect((await materialsFor(heron.ctx, heron.space, album)).materials).toMatchObject([
		{ alternative: 'A blue boat' },
	]);
	expect(await foldersFor(heron.ctx, heron.space)).toMatchObject([{ count: 1, cover: material.file }]);

	const other = await aRoom(world);
	const there = await makeFolder(world.as(teacher('ines')), {
		space: other.id,
		kind: 'folder',
		name: 'X',
		locale: 'en',
	});
	const foreign = there.ok ? there.value.folder : '';
	await expect(changeMaterial(heron.ctx, { ...words, folder: foreign })).rejects.toThrow(NotFound);
	await expect(changeMaterial((await room.as(room.lynx)).ctx, { ...words, folder: null })).rejects.toThrow(
		Forbidden,
	);
	await expect(
		makeFolder(heron.ctx, { space: room.id, kind: 'folder', name: 'Mine', locale: 'en' }),
	).rejects.toThrow(Forbidden);
});

test('a teacher hides what a pupil added: the pupil sees why, the others see nothing, and its file is closed to them', async () => {
	const { id, file } = await added(room.heron, await honestPicture(), 'river.jpg');
	const freja = await room.as(teacher('freja'));
	await hideMaterial(freja.ctx, {
		space: room.id,
		material: id,
		reason: 'private-details',
		words: 'A face.',
	});
	expect(await namesSeenBy(room.lynx)).toEqual([]);
	await expect(fileFor((await room.as(room.lynx)).ctx, file, 'small')).rejects.toThrow(NotFound);
	const heron = await room.as(room.heron);
	expect((await materialsFor(heron.ctx, heron.space, null)).materials[0]?.hiding).toMatchObject({
		words: 'A face.',
	});
	await expect(
		hideMaterial((await room.as(guest('lukas'))).ctx, {
			space: room.id,
			material: id,
			reason: 'other',
			words: '',
		}),
	).rejects.toThrow(NotFound);
});

test('what is thrown away comes back within 30 days; then it is gone, its file with it', async () => {
	const { id, file } = await added(room.heron, '%PDF-1 x', 'a.pdf');
	const heron = await room.as(room.heron);
	await binMaterial(heron.ctx, { space: room.id, material: id });
	expect(await namesSeenBy(teacher('ines'))).toEqual([]);
	await takeMaterialOut(heron.ctx, { space: room.id, material: id });
	expect(await namesSeenBy(teacher('ines'))).toEqual(['a.pdf']);
	await binMaterial(heron.ctx, { space: room.id, material: id });
	expect((await binFor(heron.ctx, heron.space)).materials).toHaveLength(1);
	const lynx = await room.as(room.lynx);
	expect((await binFor(lynx.ctx, lynx.space)).materials).toEqual([]);

	const after = (days: number) => {
		const ctx = world.as(system);
		return { ...ctx, now: new Date(ctx.now.getTime() + days * 24 * 3600 * 1000) };
	};
	await removeBinnedMaterials(after(29));
	expect((await binFor(heron.ctx, heron.space)).materials).toHaveLength(1);
	await removeBinnedMaterials(after(31));
	await removeBinnedMaterials(after(31));
	expect((await binFor(heron.ctx, heron.space)).materials).toEqual([]);
	await forgetUnusedFiles(after(32));
	await expect(fileFor(heron.ctx, file, 'whole')).rejects.toThrow(NotFound);
});

test('a video is written anew where the machine can, and offered as it came where not', async () => {
	const bytes = aVideo();
	const { id, file } = await added(teacher('ines'), bytes, 'river.mov');
	expect(id).not.toBe('');
	await convertVideos(world.as(system));
	await convertVideos(world.as(system));
	const { ctx, space } = await room.as(room.lynx);
	const [seen] = (await materialsFor(ctx, space, null)).materials;
	if (!videosAreConverted()) {
		expect(seen?.video).toBe('failed');
		expect((await fileFor(ctx, file, 'whole')).isOurs).toBe(false);
		return;
	}
	expect(seen?.video).toBe('made');
	await expect(fileFor(ctx, file, 'whole')).rejects.toThrow(NotFound);
	const written = await buffer(await (await fileFor(ctx, file, 'video')).stream());
	expect(written.includes('Canary')).toBe(false);
	expect(written.subarray(4, 8).toString()).toBe('ftyp');
	expect((await fileFor(ctx, file, 'poster')).type).toBe('image/jpeg');
	expect((await roomFor(ctx, space)).used).toBe(seen?.bytes);
}, 90_000);

test('a video that is none stays as it came, and holds nobody up', async () => {
	await added(
		teacher('ines'),
		Buffer.concat([Buffer.from('\0\0\0\x18ftypisom'), Buffer.alloc(4000, 5)]),
		'a.mp4',
	);
	await convertVideos(world.as(system));
	const { ctx, space } = await room.as(room.lynx);
	expect((await materialsFor(ctx, space, null)).materials[0]?.video).toBe('failed');
});

/** Two seconds of colours that say with what they were taken; where nothing can make them, the head of a video alone. */
function aVideo(): Buffer {
	if (!videosAreConverted()) return Buffer.concat([Buffer.from('\0\0\0\x18ftypisom'), Buffer.alloc(4000, 5)]);
	const path = join(data, 'made.mov');
	const made = [
		'-f',
		'lavfi',
		'-i',
		'testsrc=duration=2:size=1920x1080:rate=10',
		'-metadata',
		'comment=Canary',
	];
	execFileSync('ffmpeg', ['-loglevel', 'error', '-y', ...made, '-pix_fmt', 'yuv420p', path]);
	return readFileSync(path);
}

test('R-PUB: a picture with a pupil whose family allows none is seen by its teachers and whoever added it', async () => {
	await added(room.otter, await honestPicture(), 'us.jpg');
	const names = async (who: Somebody) => {
		const { ctx, space } = await room.as(who);
		const [{ materials: found }, folders] = [
			await materialsFor(ctx, space, null),
			await foldersFor(ctx, space),
		];
		return [...found.map(({ name }) => name), ...folders.map(({ name }) => name)];
	};
	const everybody = [teacher('ines'), teacher('freja'), room.otter, room.heron, guest('lukas')];
	for (const who of everybody) expect(await names(who)).toEqual(['us.jpg']);
	const ines = await room.as(teacher('ines'));
	const [lynx] = (await pupilsToTag(ines.ctx, ines.space)).filter(({ alias }) => alias === 'Brave Lynx');
	const { materials: found } = await materialsFor(ines.ctx, ines.space, null);
	const at = { space: room.id, material: found[0]?.id ?? '' };
	await tagMaterial(ines.ctx, { ...at, pupils: [lynx?.id ?? ''] });
	expect(await Promise.all(everybody.map(names))).toEqual([['us.jpg'], ['us.jpg'], ['us.jpg'], [], []]);
	const heron = await room.as(room.heron);
	await expect(tagMaterial(heron.ctx, { ...at, pupils: [] })).rejects.toThrow(NotFound);
	const otter = await room.as(room.otter);
	await expect(tagMaterial(otter.ctx, { ...at, pupils: [] })).rejects.toThrow(Forbidden);
});

test('T5: where pictures of pupils wait, nobody but its author and the teachers sees one before a teacher has looked', async () => {
	compose(allParts.filter(({ name }) => ['safety', 'spaces', 'spaces/materials'].includes(name)));
	const ines = await room.as(teacher('ines'));
	await setWaitingRule(ines.ctx, { room: room.id, waits: 'pictures' });
	const { file } = await added(room.heron, await honestPicture(), 'us.jpg');
	await added(room.heron, 'How we build a nest.', 'nest.txt');
	await added(teacher('freja'), await honestPicture(), 'map.jpg');
	const sees = async (who: Somebody) => {
		const { ctx } = await room.as(who);
		const opened = await fileFor(ctx, file, 'small').catch(() => undefined);
		const names = await namesSeenBy(who);
		expect(names.includes('us.jpg'), 'the list and the file agree').toBe(opened !== undefined);
		return names.sort();
	};
	for (const who of [room.lynx, room.otter, guest('lukas')])
		expect(await sees(who)).toEqual(['map.jpg', 'nest.txt']);
	for (const who of [room.heron, teacher('freja')])
		expect(await sees(who)).toEqual(['map.jpg', 'nest.txt', 'us.jpg']);
	const [waiting, ...others] = await mattersForRoom(ines.ctx, room.id);
	expect([waiting?.matter.why, others]).toEqual(['picture', []]);
	const kept = { outcome: 'kept', reason: 'other', words: '' } as const;
	await settleInRoom(ines.ctx, { matter: waiting?.matter.id ?? '', ...kept });
	expect(await sees(room.lynx)).toEqual(['map.jpg', 'nest.txt', 'us.jpg']);
});

test('T5: a pupil who calls a file by a listed word later makes it wait like one who does so at once', async () => {
	compose(allParts.filter(({ name }) => ['safety', 'spaces', 'spaces/materials'].includes(name)));
	const { id } = await added(room.heron, 'How we build a nest.', 'nest.txt');
	const heron = await room.as(room.heron);
	const words = { alternative: '', locale: 'en', folder: null };
	await changeMaterial(heron.ctx, { space: room.id, material: id, name: 'merde.txt', ...words });
	expect([await namesSeenBy(room.lynx), await namesSeenBy(room.heron)]).toEqual([[], ['merde.txt']]);
});
