import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { visitor } from '#shared/actor';
import { testDatabase } from '../../../tests/world/database.ts';
import {
	claimingToBeHuge,
	honestPicture,
	hostileTexts,
	pictureAndArchive,
	pngBomb,
	pngWithSwellingText,
	scriptInGif,
	talkativePhoto,
} from '../../../tests/world/hostile-files.ts';
import { Forbidden, NotFound } from './errors.ts';
import { fileFor, forgetUnusedFiles, receiveFile, type FilePurpose } from './files.ts';
import { newId } from './ids.ts';
import { compose, type Part } from './part.ts';

const folder = mkdtempSync(join(tmpdir(), 'files-'));
process.env['OPENTWINNING_DATA'] = folder;
const world = testDatabase();
let closed = false;
/** What something still shows. */
const shown = new Set<string>();
const owner = newId();

const picture: FilePurpose = {
	kinds: ['jpeg', 'png', 'webp', 'gif'],
	mostBytes: 3_000_000,
	mayAdd: async () => {
		if (closed) throw new Forbidden('closed');
	},
	inUse: (_ctx, files) => Promise.resolve(new Set(files.filter((id) => shown.has(id)))),
};
const garden: Part = {
	name: 'garden',
	schemas: [],
	privacy: { columns: {} },
	files: { 'garden-picture': picture, 'garden-plan': { ...picture, kinds: ['pdf'] } },
	opensFiles: {
		'garden-picture': async (ctx) => ctx.actor.kind === 'visitor',
		'garden-plan': async () => true,
	},
};
beforeAll(() => compose([garden]));
beforeEach(() => {
	closed = false;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ctx = () => world.as(visitor);
const send = (bytes: Buffer | string, name = 'river.jpg', purpose = 'garden-picture') =>
	receiveFile(ctx(), { purpose, owner, name }, Readable.from([Buffer.from(bytes as string, 'latin1')]));
const sent = async (bytes: Buffer, name?: string) => {
	const received = await send(bytes, name);
	if (!received.ok) throw new Error(received.reason);
	return received.value.id;
};
const bytesOf = async (id: string, size: string) => buffer(await (await fileFor(ctx(), id, size)).stream());
const leftBehind = () => readdirSync(join(folder, 'files', 'arrivals'));

describe('a picture', () => {
	test.each(['jpeg', 'png', 'webp', 'gif'] as const)(
		'sent as %s is written anew in three sizes',
		async (format) => {
			const id = await sent(await honestPicture(format, 2400));
			const widths = [];
			for (const size of ['small', 'medium', 'large']) {
				const { format: written, width } = await sharp(await bytesOf(id, size)).metadata();
				expect(written).toBe('webp');
				widths.push(width);
			}
			expect(widths).toEqual([480, 960, 1920]);
			await expect(fileFor(ctx(), id, 'whole')).rejects.toThrow(NotFound);
			expect(leftBehind()).toEqual([]);
		},
	);

	test('says nothing of where, when and with what it was taken, and stands upright', async () => {
		const photo = await talkativePhoto();
		expect(photo.includes('CanaryCamera')).toBe(true);
		const id = await sent(photo);
		for (const size of ['small', 'medium', 'large']) {
			const written = await bytesOf(id, size);
			expect(written.includes('Canary')).toBe(false);
			const { exif, xmp, iptc, width, height } = await sharp(written).metadata();
			expect({ exif, xmp, iptc }).toEqual({ exif: undefined, xmp: undefined, iptc: undefined });
			expect(height).toBeGreaterThan(width);
		}
	});

	test('T12: that is a script as well is a picture only, once written anew', async () => {
		const id = await sent(await scriptInGif(), 'a.gif.js');
		expect((await bytesOf(id, 'large')).toString('latin1')).not.toContain('alert');
	});

	test.each([
		['30,000 x 30,000 pixels', pngBomb(30_000, 30_000), 'too-many-pixels'],
		['more rows than it has', pngBomb(5_000, 9_000), 'unreadable'],
		['almost a gigabyte of nothing', pngBomb(300_000, 3_000), 'too-many-pixels'],
	])('that claims %s is refused within seconds', async (_claim, bytes, reason) => {
		const began = Date.now();
		expect(await send(bytes)).toMatchObject({ ok: false, reason });
		expect(Date.now() - began).toBeLessThan(5_000);
		expect(leftBehind()).toEqual([]);
	});

	test.each(['jpeg', 'webp'] as const)(
		'sent as %s whose head claims all that it can is refused',
		async (format) => {
			const began = Date.now();
			const answer = await send(await claimingToBeHuge(format));
			expect(answer.ok ? 'taken' : answer.reason).toMatch(/^(too-many-pixels|unreadable)$/);
			expect(Date.now() - began).toBeLessThan(5_000);
		},
	);

	test('with a text that swells to 300 MB costs this process neither its memory nor its time', async () => {
		const swelling = await pngWithSwellingText();
		const [before, began] = [process.memoryUsage().rss, Date.now()];
		const answer = await send(swelling);
		expect(answer.ok || answer.reason === 'unreadable').toBe(true);
		expect(Date.now() - began).toBeLessThan(15_000);
		expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
	});

	test('with an archive behind it is a picture only, once written anew', async () => {
		const id = await sent(await pictureAndArchive(), 'holiday.jpg.zip');
		for (const size of ['small', 'medium', 'large'])
			expect((await bytesOf(id, size)).includes('PK\x03\x04')).toBe(false);
	});

	test('that breaks off in the middle is refused', async () => {
		const whole = await honestPicture('png', 1200);
		expect(await send(whole.subarray(0, whole.length / 2))).toMatchObject({ reason: 'unreadable' });
		expect(
			await send(Buffer.concat([Buffer.from('\xff\xd8\xff\xe0', 'latin1'), Buffer.alloc(2000, 7)])),
		).toMatchObject({
			reason: 'unreadable',
		});
	});
});

describe('what is no picture', () => {
	test.each(Object.entries(hostileTexts))('%s is refused, whatever it is called', async (_name, text) => {
		expect(await send(text, 'holiday.jpg')).toMatchObject({ ok: false, reason: 'wrong-kind' });
	});

	test('nothing at all, and more than the purpose takes', async () => {
		expect(
			await receiveFile(ctx(), { purpose: 'garden-picture', owner, name: '' }, Readable.from([])),
		).toMatchObject({ reason: 'empty' });
		expect(await send(Buffer.alloc(3_000_001, 0xff))).toMatchObject({ reason: 'too-large' });
		expect(leftBehind()).toEqual([]);
	});

	test('a purpose nobody declared does not exist, nor does one of the language itself', async () => {
		await expect(send('x', 'x', 'toString')).rejects.toThrow(NotFound);
		await expect(send('x', 'x', 'another-picture')).rejects.toThrow(NotFound);
	});
});

test('whoever may not add a file any more when it has arrived adds nothing', async () => {
	closed = true;
	await expect(send(await honestPicture())).rejects.toThrow(Forbidden);
	expect(leftBehind()).toEqual([]);
});

test('a file is there for whom its part opens it, and for nobody else', async () => {
	const id = await sent(await honestPicture());
	await expect(
		fileFor(world.as({ kind: 'pupil', pupil: newId(), session: 's' }), id, 'small'),
	).rejects.toThrow(NotFound);
	await expect(fileFor(ctx(), newId(), 'small')).rejects.toThrow(NotFound);
	await expect(fileFor(ctx(), id, '../small')).rejects.toThrow(NotFound);
	expect((await fileFor(ctx(), id, 'small')).isOurs).toBe(true);
});

test('a document is kept as it came, to be saved and not shown, under a tidy name', async () => {
	const pdf = '%PDF-1.7 plan';
	const received = await send(pdf, '../../etc/\u202eplan\r\nX: y.pdf', 'garden-plan');
	const file = await fileFor(ctx(), received.ok ? received.value.id : '', 'whole');
	expect(file).toMatchObject({ isOurs: false, type: 'application/pdf', name: 'planX: y.pdf' });
	expect((await buffer(await file.stream())).toString()).toBe(pdf);
});

test('what nobody went on with for a day is cleared away', async () => {
	await forgetUnusedFiles({ ...ctx(), now: new Date(Date.now() + 25 * 3600 * 1000) });
	expect(leftBehind()).toEqual([]);
	expect(existsSync(join(folder, 'files'))).toBe(true);
});

const contents = () =>
	readdirSync(join(folder, 'files'), { recursive: true }).filter((name) =>
		/[0-9a-f]{64}$/.test(String(name)),
	);

test('a file that nothing shows any more goes after a day, its bytes too, unless another file has the same', async () => {
	const inADay = { ...ctx(), now: new Date(Date.now() + 25 * 3600 * 1000) };
	await forgetUnusedFiles(inADay);
	const before = contents().length;
	const kept = await sent(await honestPicture());
	const forgotten = await sent(await honestPicture());
	shown.add(kept);
	await forgetUnusedFiles(ctx());
	expect((await bytesOf(forgotten, 'small')).length).toBeGreaterThan(0);
	await forgetUnusedFiles(inADay);
	await forgetUnusedFiles(inADay);
	await expect(fileFor(ctx(), forgotten, 'small')).rejects.toThrow(NotFound);
	expect((await bytesOf(kept, 'small')).length).toBeGreaterThan(0);
	expect(contents().length).toBeGreaterThan(before);
	shown.delete(kept);
	await forgetUnusedFiles(inADay);
	await expect(fileFor(ctx(), kept, 'small')).rejects.toThrow(NotFound);
	expect(contents().length).toBe(before);
	expect(leftBehind()).toEqual([]);
});
