import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { consentPurposes, effectsOfWithdrawal, giveConsent, withdrawConsent } from '#domain/pupils';
import { addAdultMember, pupilsToTag } from '#domain/spaces';
import { tagMaterial } from '#domain/spaces/materials';
import { tagPicture } from '#domain/spaces/pages';
import { hidePost, updatesFor, writeUpdate } from '#domain/spaces/updates';
import { closeTwinSpace, openTwinSpaceAgain, twinSpaceFor } from '#domain/twinspaces';
import type { Context } from '#platform/context';
import { Forbidden, NotFound } from '#platform/errors';
import { fileFor } from '#platform/files';
import { compose } from '#platform/part';
import { system, type Teacher } from '#shared/actor';
import { anOpenProject } from '../../../../../tests/world/a-project.ts';
import { testDatabase } from '../../../../../tests/world/database.ts';
import { addDemoProjects } from '../../../../../tests/world/demo-projects.ts';
import { addDemoTwinSpaces } from '../../../../../tests/world/demo-twinspaces.ts';
import { people, schools, teacher } from '../../../../../tests/world/index.ts';
import { must } from '../../../../../tests/world/must.ts';
import { allParts } from '../../../parts.ts';
import { forgetCopies } from './forget.ts';
import { askForCopy, copiesFor } from './index.ts';
import { makeCopies } from './make-copies.ts';
import { writeZip } from './write-zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'copies-'));
process.env['OPENTWINNING_DATA'] = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));
compose(allParts);
const world = testDatabase();
let project: string;

/** The demo, with all that a TwinSpace can hold. */
async function aFullSpace(): Promise<void> {
	const projects = await addDemoProjects(world.as(system));
	await addDemoTwinSpaces(world.as(system), projects);
	project = projects.get('Two rivers') ?? '';
}

/** Two founders, and a colleague who teaches in it too. */
async function aSmallSpace(): Promise<void> {
	project = await anOpenProject(world);
	const { id } = await spaceOf(as());
	const member = { space: id, person: people.tiago.id, school: schools.ribeira.id, role: 'teacher' } as const;
	await addAdultMember(world.as(system), member);
	must(await writeUpdate(as(), { space: id, words: 'We have begun.', locale: 'en' }));
}

const as = (who: Teacher = teacher('ines')): Context => world.as(who);
const spaceOf = async (ctx: Context) => (await twinSpaceFor(ctx, project)).space;

/** Asks, lets the worker make it, and opens it: path → content. */
async function aCopy(ctx: Context): Promise<ReadonlyMap<string, Buffer>> {
	const space = await spaceOf(ctx);
	must(await askForCopy(ctx, { space: space.id }));
	await makeCopies(world.as(system));
	const [copy] = await copiesFor(ctx, space);
	const file = await fileFor(ctx, copy?.file ?? '', 'whole');
	expect([copy?.state, file.isOurs, file.name]).toEqual([
		'ready',
		false,
		expect.stringMatching(new RegExp(`${project}\\.zip$`)) as string,
	]);
	const zip = await fromBufferPromise(await buffer(await file.stream()), { lazyEntries: true });
	const contents = new Map<string, Buffer>();
	for await (const entry of zip.eachEntry())
		contents.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
	return contents;
}

const wordsOf = (copy: ReadonlyMap<string, Buffer>) =>
	[...copy]
		.flatMap(([path, bytes]) => (/\.(html|csv|json)$/.test(path) ? [bytes.toString()] : []))
		.join('\n');

test('a copy holds all that members see; without consent no alias and no picture of a pupil leaves', async () => {
	await aFullSpace();
	const ines = as();
	const { threads } = await updatesFor(ines, await spaceOf(ines));
	const secret = must(
		await writeUpdate(as(teacher('freja')), {
			space: (await spaceOf(ines)).id,
			words: 'Nobody reads this.',
			locale: 'en',
		}),
	);
	await hidePost(ines, { space: (await spaceOf(ines)).id, post: secret.post, reason: 'other', words: '' });
	const copy = await aCopy(ines);
	const paths = [...copy.keys()];
	for (const path of [
		'index.html',
		'style.css',
		'updates.html',
		'teachers/bulletin.html',
		'tables/posts.csv',
	])
		expect(paths).toContain(path);
	expect(copy.get('updates.html')?.toString()).toContain(
		threads.at(0)?.words?.slice(0, 20).replaceAll("'", '&#39;'),
	);
	expect(wordsOf(copy)).not.toContain('Nobody reads this.');
	expect(pagePicturesOf(copy).length).toBeGreaterThan(0);
	const { files, format } = JSON.parse(copy.get('manifest.json')?.toString() ?? '') as {
		format: string;
		files: { path: string; bytes: number }[];
	};
	expect(format).toBe('opentwinning-twinspace');
	expect(files.map(({ path, bytes }) => [path, bytes])).toEqual(
		[...copy].filter(([path]) => path !== 'manifest.json').map(([path, bytes]) => [path, bytes.length]),
	);
	const aliases = ['Swift Heron', 'Sunny Pebble', 'Merry Comet', 'Rask Hare'];
	for (const alias of aliases) expect(wordsOf(copy)).not.toContain(alias);
	const leftOut = (copy: ReadonlyMap<string, Buffer>) =>
		(JSON.parse(copy.get('manifest.json')?.toString() ?? '') as { leftOut: { materials: number } }).leftOut
			.materials;
	expect(leftOut(copy)).toBe(1);
	const onPage = pagePicturesOf(copy)[0] ?? '';
	expect(wordsOf(copy)).toContain(onPage);
	const [before] = await copiesFor(as(), await spaceOf(as()));
	await sayWhoIsOn(onPage);
	await expect(fileFor(as(), before?.file ?? '', 'whole')).rejects.toThrow(NotFound);
	const tagged = await aCopy({ ...as(), now: new Date(as().now.getTime() + 500) });
	expect(pagePicturesOf(tagged)).not.toContain(onPage);
	expect(wordsOf(tagged)).not.toContain(onPage);
	expect(leftOut(tagged)).toBe(2);
	for (const who of ['ines', 'freja'] as const) await allowAll(who);
	const after = await aCopy({ ...as(), now: new Date(as().now.getTime() + 1000) });
	expect(leftOut(after)).toBe(0);
	expect(wordsOf(after)).toContain('Sunny Pebble');
	expect(pagePicturesOf(after)).toContain(onPage);

	// what a family takes back is in no copy that can still be fetched, nor in one that is being made
	const [ready] = await copiesFor(as(), await spaceOf(as()));
	const aPupil = await world.db
		.selectFrom('pupils.pupil as pupil')
		.innerJoin('pupils.class as class', 'class.id', 'pupil.class_id')
		.select(['pupil.id', 'class.id as class'])
		.where('class.made_by', '=', people.ines.id)
		.executeTakeFirstOrThrow();
	const one = { class: aPupil.class, pupil: aPupil.id };
	must(await withdrawConsent(as(), { ...one, purpose: 'meeting' }));
	expect((await fileFor(as(), ready?.file ?? '', 'whole')).isOurs).toBe(false);
	const copiesGo = 'Copies of “Two rivers” that wait to be fetched are gone.';
	expect(await effectsOfWithdrawal(as(), { ...one, purpose: 'meeting' })).not.toContain(copiesGo);
	expect(await effectsOfWithdrawal(as(), { ...one, purpose: 'picture-inside' })).toContain(copiesGo);
	must(await withdrawConsent(as(), { ...one, purpose: 'picture-inside' }));
	await expect(fileFor(as(), ready?.file ?? '', 'whole')).rejects.toThrow(NotFound);
	expect(await copiesFor(as(), await spaceOf(as()))).toEqual([]);
}, 120_000);

const pagePicturesOf = (copy: ReadonlyMap<string, Buffer>) =>
	[...copy.keys()].flatMap((path) => /^pages\/pictures\/(.*)\.webp$/.exec(path)?.[1] ?? []);

/** A pupil whose family allows no pictures can be recognised on a picture of a page, and on one that a teacher added. */
async function sayWhoIsOn(file: string): Promise<void> {
	const space = await spaceOf(as());
	const [pupil] = await pupilsToTag(as(), space);
	const shown = await world.db
		.selectFrom('spaces_pages.picture_in_version')
		.select('page_id')
		.where('file_id', '=', file)
		.executeTakeFirstOrThrow();
	must(await tagPicture(as(), { space: space.id, page: shown.page_id, file }, [pupil?.id ?? '']));
	const own = await world.db
		.selectFrom('spaces_materials.material as material')
		.innerJoin('spaces.member as member', 'member.id', 'material.added_by')
		.select('material.id')
		.where('material.space_id', '=', space.id)
		.where('material.kind', '=', 'picture')
		.where('member.person_id', 'is not', null)
		.executeTakeFirstOrThrow();
	must(await tagMaterial(as(), { space: space.id, material: own.id, pupils: [pupil?.id ?? ''] }));
}

async function allowAll(who: 'ines' | 'freja'): Promise<void> {
	const rows = await world.db
		.selectFrom('pupils.pupil as pupil')
		.innerJoin('pupils.class as class', 'class.id', 'pupil.class_id')
		.select(['pupil.id', 'class.id as class'])
		.where('class.made_by', '=', people[who].id)
		.execute();
	for (const classId of new Set(rows.map((row) => row.class))) {
		const pupils = rows.filter((row) => row.class === classId).map(({ id }) => id);
		const given = {
			class: classId,
			pupils,
			purposes: consentPurposes,
			givenBy: 'parent',
			language: 'en',
		} as const;
		must(await giveConsent(as(teacher(who)), given));
	}
}

test('who leads takes along; the copy opens for whoever asked for it, and for nobody else', async () => {
	await aSmallSpace();
	const { id } = await spaceOf(as());
	await expect(askForCopy(as(teacher('tiago')), { space: id })).rejects.toThrow(Forbidden);
	await expect(askForCopy(as(teacher('liis')), { space: id })).rejects.toThrow(NotFound);
	await aCopy(as());
	const [copy] = await copiesFor(as(), await spaceOf(as()));
	await expect(fileFor(as(teacher('freja')), copy?.file ?? '', 'whole')).rejects.toThrow(NotFound);
	await world.db
		.updateTable('spaces.member')
		.set({ suspended_until: new Date(as().now.getTime() + 1000) })
		.where('person_id', '=', people.ines.id)
		.execute();
	await expect(fileFor(as(), copy?.file ?? '', 'whole')).rejects.toThrow(NotFound);
}, 120_000);

test('one at a time; who was put out meanwhile gets none; after a week it is gone', async () => {
	await aSmallSpace();
	const space = await spaceOf(as());
	must(await askForCopy(as(), { space: space.id }));
	expect(await askForCopy(as(), { space: space.id })).toMatchObject({ reason: 'under-way' });
	await world.db
		.updateTable('spaces.member')
		.set({ left_at: as().now })
		.where('person_id', '=', people.ines.id)
		.execute();
	await makeCopies(world.as(system));
	await makeCopies(world.as(system));
	const rows = () => world.db.selectFrom('twinspaces_copies.copy').select('failed_at').execute();
	expect(await rows()).toMatchObject([{ failed_at: expect.any(Date) as Date }]);
	await forgetCopies({ ...world.as(system), now: new Date(as().now.getTime() + 8 * 24 * 3600 * 1000) });
	expect(await rows()).toEqual([]);
}, 120_000);

test('a founder closes the project: nobody writes, everybody reads, until a founder opens it again', async () => {
	await aSmallSpace();
	const { id } = await spaceOf(as());
	await expect(closeTwinSpace(as(teacher('tiago')), { space: id })).rejects.toThrow(Forbidden);
	must(await closeTwinSpace(as(), { space: id }));
	expect(await closeTwinSpace(as(teacher('freja')), { space: id })).toMatchObject({
		reason: 'archived-before',
	});
	const words = { space: id, words: 'Too late', locale: 'en' };
	for (const who of ['ines', 'freja', 'tiago'] as const)
		await expect(writeUpdate(as(teacher(who)), words)).rejects.toThrow(Forbidden);
	expect((await updatesFor(as(), await spaceOf(as()))).threads.length).toBeGreaterThan(0);
	expect(wordsOf(await aCopy(as()))).toContain('The project was closed on');
	must(await openTwinSpaceAgain(as(teacher('freja')), { space: id }));
	expect(await writeUpdate(as(teacher('tiago')), words)).toMatchObject({ ok: true });
}, 120_000);

test('a file that cannot be read ends the writing, and nothing stays half written', async () => {
	const entries = [
		{ path: 'a.txt', isPacked: false, open: () => Promise.resolve(Readable.from([Buffer.from('a')])) },
		{ path: 'b.txt', isPacked: true, open: () => Promise.reject(new Error('gone')) },
	];
	await expect(writeZip(join(folder, 'broken.zip'), entries, () => Promise.resolve())).rejects.toThrow(
		'gone',
	);
});
