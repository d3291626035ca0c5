import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeProfile, ownProfile, profileFor, removePhoto } from '#domain/people';
import type { Context } from '#platform/context';
import { Forbidden, NotFound } from '#platform/errors';
import { fileFor, receiveFile } from '#platform/files';
import { compose } from '#platform/part';
import { visitor, type Actor } from '#shared/actor';
import { allParts } from '../../../parts.ts';
import { testDatabase } from '../../../../../tests/world/database.ts';
import {
	honestPicture,
	hostileTexts,
	pngBomb,
	talkativePhoto,
} from '../../../../../tests/world/hostile-files.ts';
import { member, officer, people, teacher } from '../../../../../tests/world/index.ts';
import { photoPurpose } from './photo.ts';

const folder = mkdtempSync(join(tmpdir(), 'photos-'));
process.env['OPENTWINNING_DATA'] = folder;
const database = testDatabase();
beforeAll(() => compose(allParts));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pupil = { kind: 'pupil', pupil: people.ines.id, session: 's' } as const;
const send = (ctx: Context, bytes: Buffer | string, owner: string = people.ines.id) =>
	receiveFile(ctx, { purpose: photoPurpose, owner, name: 'me.jpg' }, Readable.from([Buffer.from(bytes)]));
const opens = async (actor: Actor, file: string) =>
	fileFor(database.as(actor), file, 'small').then(
		() => true,
		(error: unknown) => !(error instanceof NotFound),
	);

test('a photo says nothing of where it was taken and is seen by validated teachers, by nobody else', async () => {
	const ines = database.as(teacher('ines'));
	expect(await send(ines, await talkativePhoto())).toMatchObject({ ok: true });
	const { photo = '' } = await ownProfile(ines);
	const written = await buffer(await (await fileFor(ines, photo, 'small')).stream());
	expect(written.includes('Canary')).toBe(false);
	expect((await profileFor(database.as(teacher('freja')), people.ines.id)).profile.photo).toBe(photo);
	expect(await opens(teacher('freja'), photo)).toBe(true);
	for (const actor of [visitor, member('marco'), pupil, await officer(ines, 'rui')])
		expect([actor.kind, await opens(actor, photo)]).toEqual([actor.kind, false]);
});

test('a hidden photo is seen by its owner alone', async () => {
	const ines = database.as(teacher('ines'));
	await send(ines, await honestPicture());
	const { photo = '', person: _, ...profile } = await ownProfile(ines);
	await changeProfile(ines, { ...profile, hidden: ['photo'] });
	expect([await opens(teacher('ines'), photo), await opens(teacher('freja'), photo)]).toEqual([true, false]);
	expect((await profileFor(database.as(teacher('freja')), people.ines.id)).profile.photo).toBeUndefined();
});

test('another photo takes the place of the first, and one that was taken away is gone at once', async () => {
	const ines = database.as(teacher('ines'));
	await send(ines, await honestPicture());
	const first = (await ownProfile(ines)).photo ?? '';
	await send(ines, await honestPicture('png'));
	const second = (await ownProfile(ines)).photo ?? '';
	expect([await opens(teacher('ines'), first), await opens(teacher('ines'), second)]).toEqual([false, true]);
	await removePhoto(ines);
	expect((await ownProfile(ines)).photo).toBeUndefined();
	expect(await opens(teacher('ines'), second)).toBe(false);
});

test('nobody sends a photo of somebody else; pupils and those who wait send none', async () => {
	const picture = await honestPicture();
	await expect(send(database.as(teacher('tiago')), picture)).rejects.toThrow(NotFound);
	await expect(send(database.as(pupil), picture)).rejects.toThrow(NotFound);
	await expect(send(database.as(member('marco')), picture, people.marco.id)).rejects.toThrow(Forbidden);
});

test.each([
	['nothing', '', 'empty'],
	['a script in a drawing', hostileTexts.svg, 'wrong-kind'],
	['a page', hostileTexts.html, 'wrong-kind'],
	['thirty thousand pixels square', pngBomb(30_000, 30_000), 'too-many-pixels'],
	['half a picture', pngBomb(5_000, 9_000), 'unreadable'],
])('%s is refused, and the photo before stays', async (_what, bytes, reason) => {
	const ines = database.as(teacher('ines'));
	await send(ines, await honestPicture());
	const { photo } = await ownProfile(ines);
	expect(await send(ines, bytes)).toMatchObject({ ok: false, reason });
	expect((await ownProfile(ines)).photo).toBe(photo);
});
