import { beforeEach, expect, test } from 'vitest';
import { planToPassOn } from '#domain/projects';
import { makePage, pageFor, pagesFor, savePage, emptyBlock, type FormBlock } from '#domain/spaces/pages';
import { discussionsFor, openDiscussion } from '#domain/spaces/forum';
import { foldersFor, makeFolder } from '#domain/spaces/materials';
import { twinSpaceById, twinSpaceFor } from '#domain/twinspaces';
import { Forbidden, NotFound } from '#platform/errors';
import { compose } from '#platform/part';
import { acceptInvitation, inviteCofounder, savePlan } from '#domain/projects';
import { wordsOf } from '#shared/rich-text/content';
import { allParts } from '../../../parts.ts';
import { anOpenProject, aPlan, areContacts, grants } from '../../../../../tests/world/a-project.ts';
import { testDatabase } from '../../../../../tests/world/database.ts';
import { people, schools, teacher } from '../../../../../tests/world/index.ts';
import { must } from '../../../../../tests/world/must.ts';
import { foundAnew, foundFromKit, kitsFor, makeKit, withdrawKit } from './index.ts';
import { reportableKit } from './reportable-kit.ts';

compose(allParts);
const world = testDatabase();
const as = (name: 'ines' | 'freja' | 'liis' | 'tiago') => world.as(teacher(name));
let project: string;
let space: string;
beforeEach(async () => {
	project = await anOpenProject(world);
	({
		space: { id: space },
	} = await twinSpaceFor(as('ines'), project));
});

const text = (words: string): FormBlock => ({ ...emptyBlock('text'), id: `b${words.length}`, text: words });
const heading = (words: string): FormBlock => ({
	...emptyBlock('heading'),
	id: `h${words.length}`,
	text: words,
});

async function aPage(title: string, blocks: readonly FormBlock[]): Promise<void> {
	const { page } = must(await makePage(as('ines'), { space, title, locale: 'en' }));
	must(await savePage(as('ines'), { space, page, basedOn: 1, title, locale: 'en', blocks }));
}

test('the next project begins with plan, pages, folders and discussions, and with nobody', async () => {
	await aPage('How we bake', [heading('Flour'), text('Weigh it twice.')]);
	await aPage('Who we are', [heading('Teachers'), text('Freja Holm teaches in Aarhus.')]);
	const [first] = await pagesFor(as('ines'), (await twinSpaceById(as('ines'), space)).space);
	const under = first?.id ?? null;
	must(await makePage(as('ines'), { space, title: 'Our recipes', locale: 'en', under }));
	await aPage('Thanks to Freja Holm', [text('She did it all.')]);
	must(await makeFolder(as('ines'), { space, kind: 'album', name: 'Breads', locale: 'en' }));
	must(await openDiscussion(as('ines'), { space, title: 'Rye or wheat?', locale: 'en' }));

	const { address } = must(await foundAnew(as('ines'), { space }));
	const next = address.slice(-8);
	const { plan } = await planToPassOn(as('ines'), next);
	expect(plan).toMatchObject({
		title: aPlan.title,
		aims: aPlan.aims,
		startsIn: undefined,
		endsIn: undefined,
	});

	await openIt(next);
	const { space: room } = await twinSpaceFor(as('ines'), next);
	const pages = await pagesFor(as('ines'), room);
	const words = await Promise.all(
		pages.map(async ({ id, title, sharedAt }) => {
			const { content } = await pageFor(as('ines'), room, id);
			return [title, content.content.map(wordsOf).join(' '), sharedAt];
		}),
	);
	expect(pages.map(({ level }) => level)).toEqual([0, 1, 0]);
	expect(words).toEqual([
		['How we bake', 'Flour Weigh it twice.', null],
		['Our recipes', '', null],
		['Who we are', 'Teachers', null],
	]);
	expect((await foldersFor(as('ines'), room)).map(({ name, kind }) => [name, kind])).toEqual([
		['Breads', 'album'],
	]);
	expect((await discussionsFor(as('ines'), room)).map(({ title }) => title)).toEqual(['Rye or wheat?']);
	expect((await kitsFor(as('freja'))).length).toBe(0);
}, 60_000);

async function openIt(next: string): Promise<void> {
	const ines = as('ines');
	await areContacts(world, 'ines', 'freja');
	const { plan } = await planToPassOn(ines, next);
	const dated = { ...plan, startsIn: aPlan.startsIn, endsIn: aPlan.endsIn };
	must(await savePlan(ines, { project: next, version: 2, cofounder: people.freja.id, plan: dated }));
	const { invitation } = must(await inviteCofounder(ines, { project: next }));
	must(await acceptInvitation(as('freja'), { invitation, school: schools.skovbakke.id }));
	await grants(world, next, 'rui');
	await grants(world, next, 'mette');
}

test('an offered kit is there for all teachers until it is withdrawn; who only takes part offers none', async () => {
	await expect(makeKit(as('liis'), { space, isOffered: true })).rejects.toThrow(NotFound);
	const { kit } = must(await makeKit(as('ines'), { space, isOffered: true }));
	expect(await kitsFor(as('liis'))).toMatchObject([
		{ id: kit, title: aPlan.title, isMine: false, founded: 0 },
	]);
	await expect(kitsFor(world.as({ kind: 'visitor' }))).rejects.toThrow(Forbidden);
	expect(await foundFromKit(as('freja'), { kit })).toMatchObject({ ok: true });
	expect(await kitsFor(as('ines'))).toMatchObject([{ isMine: true, founded: 1 }]);
	await expect(withdrawKit(as('freja'), { kit })).rejects.toThrow(NotFound);
	must(await withdrawKit(as('ines'), { kit }));
	expect(await kitsFor(as('liis'))).toEqual([]);
	await expect(foundFromKit(as('liis'), { kit })).rejects.toThrow(NotFound);
}, 60_000);

test('an offered kit can be reported by whoever finds it, and removed it begins nothing any more', async () => {
	const { kit } = must(await makeKit(as('ines'), { space, isOffered: true }));
	await expect(reportableKit.reach(as('liis'), kit)).resolves.toMatchObject({
		author: { person: people.ines.id },
		school: schools.ribeira.id,
		isMine: false,
		evidence: { title: aPlan.title },
	});
	await expect(reportableKit.reach(as('ines'), kit)).resolves.toMatchObject({ isMine: true });
	await expect(reportableKit.reach(world.as({ kind: 'visitor' }), kit)).rejects.toThrow(Forbidden);
	await reportableKit.settled(as('liis'), kit, { outcome: 'removed', reason: 'other', words: '', by: null });
	expect(await kitsFor(as('liis'))).toEqual([]);
}, 60_000);
