import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describePicture, pictureDeskFor, projectFor, removePicture } from '#domain/projects';
import type { Context } from '#platform/context';
import { Forbidden, NotFound } from '#platform/errors';
import { fileFor, receiveFile } from '#platform/files';
import { compose } from '#platform/part';
import { visitor, type Actor } from '#shared/actor';
import { allParts } from '../../parts.ts';
import { aDraft, anOpenProject } from '../../../../tests/world/a-project.ts';
import { testDatabase } from '../../../../tests/world/database.ts';
import { honestPicture } from '../../../../tests/world/hostile-files.ts';
import { member, people, teacher } from '../../../../tests/world/index.ts';
import { projectPicturePurpose } from './picture.ts';

const folder = mkdtempSync(join(tmpdir(), 'project-pictures-'));
process.env['OPENTWINNING_DATA'] = folder;
const database = testDatabase();
beforeAll(() => compose(allParts));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pupil = { kind: 'pupil', pupil: people.ines.id, session: 's' } as const;
const opens = async (actor: Actor, file: string) =>
	fileFor(database.as(actor), file, 'medium').then(
		() => true,
		(error: unknown) => !(error instanceof NotFound),
	);

async function send(ctx: Context, project: string): Promise<string> {
	const { id } = await pictureDeskFor(database.as(teacher('ines')), project);
	const input = { purpose: projectPicturePurpose, owner: id, name: 'river.jpg' };
	const received = await receiveFile(ctx, input, Readable.from([await honestPicture()]));
	expect(received).toMatchObject({ ok: true });
	return (await pictureDeskFor(database.as(teacher('ines')), project)).picture?.file ?? '';
}

test('whoever reads the plan sees the picture with its words; the public and pupils do not', async () => {
	const project = await anOpenProject(database);
	const file = await send(database.as(teacher('freja')), project);
	await describePicture(database.as(teacher('ines')), { project, alternative: 'Two rivers on a map' });
	const seen = (actor: Actor) => projectFor(database.as(actor), project);
	expect((await seen(teacher('amelie'))).picture).toEqual({ file, alternative: 'Two rivers on a map' });
	expect(await opens(teacher('amelie'), file)).toBe(true);
	for (const actor of [visitor, member('marco'), pupil]) {
		expect([actor.kind, (await seen(actor)).picture]).toEqual([actor.kind, undefined]);
		expect([actor.kind, await opens(actor, file)]).toEqual([actor.kind, false]);
	}
});

test('another one takes its place without the words of the first; one that was taken away is gone', async () => {
	const project = await aDraft(database);
	const ines = database.as(teacher('ines'));
	const first = await send(ines, project);
	await describePicture(ines, { project, alternative: 'The first' });
	const second = await send(ines, project);
	expect((await pictureDeskFor(ines, project)).picture).toEqual({ file: second, alternative: '' });
	expect([await opens(teacher('ines'), first), await opens(teacher('ines'), second)]).toEqual([false, true]);
	await removePicture(ines, { project });
	expect((await pictureDeskFor(ines, project)).picture).toBeUndefined();
	expect(await opens(teacher('ines'), second)).toBe(false);
	await expect(describePicture(ines, { project, alternative: 'Nothing' })).rejects.toThrow(NotFound);
});

test('nobody else sends one: a draft is not there for others, and of an open plan they may not', async () => {
	const draft = await aDraft(database);
	await expect(send(database.as(teacher('freja')), draft)).rejects.toThrow(NotFound);
	const open = await anOpenProject(database);
	await expect(send(database.as(teacher('amelie')), open)).rejects.toThrow(Forbidden);
	await expect(removePicture(database.as(teacher('amelie')), { project: open })).rejects.toThrow(Forbidden);
});
