import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { emptyBlock, makePage, picturePurpose, savePage, type FormBlock } from '#domain/spaces/pages';
import {
	binPage,
	pageFor,
	picturesAway,
	picturesFor,
	sharePage,
	tagPicture,
	takeOutOfBin,
} from '#domain/spaces/pages';
import { binMaterial, materialPurpose, materialsFor, takeMaterialOut } from '#domain/spaces/materials';
import { writeOnWall } from '#domain/spaces/updates';
import type { Context } from '#platform/context';
import { Forbidden, NotFound } from '#platform/errors';
import { fileFor, receiveFile } from '#platform/files';
import { compose } from '#platform/part';
import { visitor } from '#shared/actor';
import { anOpenProject } from '../../../../tests/world/a-project.ts';
import { pupil } from '../../../../tests/world/a-space.ts';
import { testDatabase } from '../../../../tests/world/database.ts';
import { honestPicture } from '../../../../tests/world/hostile-files.ts';
import { schools, teacher } from '../../../../tests/world/index.ts';
import { addAdultMember, pupilsToTag, spaceFor, tagsOf, type Space } from '#domain/spaces';
import {
	addPupils,
	consentsFor,
	effectsOfWithdrawal,
	endClass,
	endPupil,
	giveConsent,
	makeClass,
	withdrawConsent,
} from '#domain/pupils';
import { people } from '../../../../tests/world/index.ts';
import { allParts } from '../../parts.ts';
import { consentAgeIn } from '#domain/pupils';
import {
	bringClass,
	picturesNotPublic,
	publicationsFor,
	publicMaterials,
	publicPageFor,
	publishedPagesOf,
	publishPage,
	showableIn,
	twinSpaceFor,
	unfitIn,
	withdrawPage,
	type TwinSpace,
} from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'publishing-'));
process.env['OPENTWINNING_DATA'] = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));
compose(allParts);
const world = testDatabase();
let twinSpace: TwinSpace;
let space: Space;
beforeEach(async () => {
	twinSpace = await twinSpaceFor(ines(), await anOpenProject(world));
	space = twinSpace.space;
});

const ines = () => world.as(teacher('ines'));
const freja = () => world.as(teacher('freja'));
const anyone = () => world.as(visitor);
const block = (text: string, changes: Partial<FormBlock> = {}): FormBlock => ({
	...emptyBlock('text'),
	text,
	...changes,
});

async function aPage(blocks: readonly FormBlock[], title = 'Our river', ctx: Context = ines()) {
	const made = await makePage(ctx, { space: space.id, title, locale: 'pt' });
	const page = made.ok ? made.value.page : '';
	await savePage(ctx, { space: space.id, page, basedOn: 1, title, locale: 'pt', blocks });
	return { space: space.id, page };
}
const asPublic = async (ctx: Context = anyone()) => {
	const [page] = await publishedPagesOf(ctx, twinSpace.project.id);
	const [, , project = '', , address = ''] = page?.path.split('/') ?? [];
	return publicPageFor(ctx, project, address);
};
const classOf = async (aliases: readonly string[]) => {
	const made = await makeClass(ines(), { school: schools.ribeira.id, name: '4B', locale: 'en' });
	const id = made.ok ? made.value : '';
	const added = await addPupils(ines(), { class: id, aliases });
	await bringClass(ines(), { space: space.id, class: id });
	return added.ok ? added.value : [];
};

test('a visitor reads exactly the version that was published, and nothing written later', async () => {
	const at = await aPage([block('It is brown.')]);
	expect(await publishedPagesOf(anyone(), twinSpace.project.id)).toEqual([]);
	expect(await publishPage(ines(), { ...at, version: 2 })).toMatchObject({ ok: true });
	await savePage(ines(), {
		...at,
		basedOn: 2,
		title: 'Another title',
		locale: 'en',
		blocks: [block('A draft of mine')],
	});
	const page = await asPublic();
	expect(page).toMatchObject({
		version: 2,
		title: 'Our river',
		locale: 'pt',
		project: { title: twinSpace.project.title },
	});
	expect(JSON.stringify(page)).not.toMatch(/draft of mine|Another title|Carvalho|Freja/);
	expect(page.address).toMatch(/^our-river-[0-9a-z]{8}$/);
});

test('who confirmed it, when, in which language and words is kept', async () => {
	const at = await aPage([block('It is brown.')]);
	await publishPage({ ...freja(), locale: 'da' }, { ...at, version: 2 });
	const { me } = (await twinSpaceFor(freja(), twinSpace.project.shortId)).space;
	expect(await world.db.selectFrom('twinspaces.publication').selectAll().executeTakeFirst()).toMatchObject({
		confirmed_by: me.id,
		statement_locale: 'da',
		statement_version: 1,
		published_at: freja().now,
	});
});

test('withdrawn, it is gone, and the same address comes back with the next publication', async () => {
	const at = await aPage([block('It is brown.')]);
	await publishPage(ines(), { ...at, version: 2 });
	const { address, project } = await asPublic();
	expect(await withdrawPage(freja(), at)).toMatchObject({ ok: true });
	await expect(publicPageFor(anyone(), project.address, address)).rejects.toThrow(NotFound);
	await expect(publicPageFor(ines(), project.address, address)).rejects.toThrow(NotFound);
	expect(await withdrawPage(freja(), at)).toMatchObject({ reason: 'not-public' });
	await publishPage(ines(), { ...at, version: 2 });
	expect((await asPublic()).address).toBe(address);
	expect((await publicationsFor(ines(), space, [at.page])).get(at.page)?.version).toBe(2);
});

test('in the bin nothing is public, and taking it out publishes nothing', async () => {
	const at = await aPage([block('It is brown.')]);
	await publishPage(ines(), { ...at, version: 2 });
	const { address, project } = await asPublic();
	await binPage(ines(), at);
	await expect(publicPageFor(anyone(), project.address, address)).rejects.toThrow(NotFound);
	expect(await publishPage(ines(), { ...at, version: 2 })).toMatchObject({ reason: 'in-the-bin' });
	await takeOutOfBin(ines(), at);
	await expect(publicPageFor(anyone(), project.address, address)).rejects.toThrow(NotFound);
});

test("a member's name, a pupil's alias and a pupil's words keep a page from the public, and the block is named", async () => {
	const [heron = ''] = await classOf(['Swift Heron', 'Quiet Otter']);
	await writeOnWall(world.as(pupil(heron)), {
		space: space.id,
		words: 'My grandmother bakes with corn. Do you?',
		locale: 'en',
	});
	const at = await aPage([
		block('Fine'),
		block('by FREJA  HOLM'),
		block('swift-heron drew it'),
		block('“My grandmother bakes with corn”'),
	]);
	expect(await publishPage(ines(), { ...at, version: 2 })).toMatchObject({ reason: 'unfit' });
	await expect(asPublic()).rejects.toThrow(NotFound);
	const { content, title } = { title: 'x', content: { type: 'doc', content: [] } as const };
	expect(await unfitIn(ines(), space, { title, content })).toEqual([]);
});

test('a page that a pupil saved stays inside', async () => {
	const [heron = ''] = await classOf(['Swift Heron']);
	await world.db
		.updateTable('spaces.member')
		.set({ role: 'pupil-administrator' })
		.where('pupil_id', '=', heron)
		.execute();
	const at = await aPage([block('It is brown.')], 'Our river', world.as(pupil(heron)));
	expect(await publishPage(ines(), { ...at, version: 2 })).toMatchObject({ reason: 'written-by-pupil' });
});

test('a teacher publishes own pages only; a guest, a pupil and a stranger none', async () => {
	const at = await aPage([block('It is brown.')]);
	const system = world.as({ kind: 'system' });
	await addAdultMember(system, {
		space: space.id,
		person: people.amelie.id,
		school: schools.jeanMoulin.id,
		role: 'teacher',
	});
	await addAdultMember(system, { space: space.id, person: people.lukas.id, school: null, role: 'expert' });
	const [heron = ''] = await classOf(['Swift Heron']);
	for (const actor of [teacher('amelie'), teacher('lukas')]) {
		await expect(publishPage(world.as(actor), { ...at, version: 2 })).rejects.toThrow(Forbidden);
		await expect(withdrawPage(world.as(actor), at)).rejects.toThrow(Forbidden);
	}
	for (const actor of [pupil(heron), teacher('liis'), visitor]) {
		await expect(publishPage(world.as(actor), { ...at, version: 2 })).rejects.toThrow(NotFound);
	}
	const hers = await aPage([block('Mine')], 'Hers', world.as(teacher('amelie')));
	expect(await publishPage(world.as(teacher('amelie')), { ...hers, version: 2 })).toMatchObject({ ok: true });
	await expect(publishPage(ines(), { ...at, version: 7 })).rejects.toThrow(NotFound);
});

test('a picture is public while a public page shows it', async () => {
	const at = await aPage([block('It is brown.')]);
	const bytes = Readable.from([await honestPicture()]);
	const received = await receiveFile(
		ines(),
		{ purpose: picturePurpose, owner: at.page, name: 'heron.jpg' },
		bytes,
	);
	const file = received.ok ? received.value.id : '';
	const blocks = [block('It is brown.'), { ...emptyBlock('picture'), address: file, alternative: 'A bird' }];
	await savePage(ines(), { ...at, basedOn: 2, title: 'Our river', locale: 'pt', blocks });
	const opens = (ctx: Context = anyone()) =>
		fileFor(ctx, file, 'small').then(
			() => true,
			() => false,
		);

	expect([
		await opens(ines()),
		await opens(freja()),
		await opens(),
		await opens(world.as(teacher('liis'))),
	]).toEqual([true, true, false, false]);
	await publishPage(ines(), { ...at, version: 2 });
	expect(await opens()).toBe(false);
	await publishPage(ines(), { ...at, version: 3 });
	expect([await opens(), await opens(world.as(teacher('liis')))]).toEqual([true, true]);
	await withdrawPage(ines(), at);
	expect(await opens()).toBe(false);
});

test('the public sees a picture of a grown-up on the page, no document, and nothing that was put away since', async () => {
	const sent = async (name: string, bytes: Buffer | string) => {
		const arrival = { purpose: materialPurpose, owner: space.id, name };
		const received = await receiveFile(ines(), arrival, Readable.from([bytes]));
		return received.ok ? received.value.id : '';
	};
	const picture = await sent('river.jpg', await honestPicture());
	const document = await sent('plan.txt', 'Who does what, and when.');
	const { materials } = await materialsFor(ines(), space, null);
	const blocks = materials.map(({ id }) => ({ ...emptyBlock('material'), address: id }));
	const at = await aPage([block('It is brown.'), ...blocks]);
	await publishPage(ines(), { ...at, version: 2 });
	const opens = (file: string, ctx: Context = anyone()) =>
		fileFor(ctx, file, file === picture ? 'small' : 'whole').then(
			() => true,
			() => false,
		);
	const shown = async () =>
		[...(await publicMaterials(anyone(), await asPublic())).values()].map(({ file }) => file);
	expect([await opens(picture), await opens(document), await opens(document, freja())]).toEqual([
		true,
		false,
		true,
	]);
	expect(await shown()).toEqual([picture]);
	const binned = materials.find(({ file }) => file === picture)?.id ?? '';
	await binMaterial(ines(), { space: space.id, material: binned });
	expect([await opens(picture), await shown()]).toEqual([false, []]);
	await takeMaterialOut(ines(), { space: space.id, material: binned });
	await withdrawPage(ines(), at);
	expect(await opens(picture)).toBe(false);
});

test("a stranger sends no picture to somebody else's page", async () => {
	const at = await aPage([block('x')]);
	for (const ctx of [world.as(teacher('liis')), anyone()]) {
		const bytes = Readable.from([await honestPicture()]);
		await expect(
			receiveFile(ctx, { purpose: picturePurpose, owner: at.page, name: 'x.jpg' }, bytes),
		).rejects.toThrow(NotFound);
	}
});

test('R-PUB R-CONS: a page with a pupil on it is public only while the ledger allows it', async () => {
	const made = await makeClass(ines(), { school: schools.ribeira.id, name: '4B', locale: 'en' });
	const id = made.ok ? made.value : '';
	const added = await addPupils(ines(), { class: id, aliases: ['Swift Heron', 'Quiet Otter'] });
	const [heron = '', otter = ''] = added.ok ? added.value : [];
	await bringClass(ines(), { space: space.id, class: id });
	const at = await aPage([block('On the bridge')]);
	expect(await showableIn(ines(), space.id)).toEqual([]);
	const give = { class: id, purposes: ['picture-public'], givenBy: 'parent', language: 'pt' } as const;
	await giveConsent(ines(), { ...give, pupils: [heron] });
	const [shown] = await showableIn(ines(), space.id);
	expect(shown).toMatchObject({ alias: 'Swift Heron' });
	const otters = await world.db
		.selectFrom('spaces.member')
		.select('id')
		.where('pupil_id', '=', otter)
		.executeTakeFirstOrThrow();
	expect(await publishPage(ines(), { ...at, version: 2, pupils: [otters.id] })).toMatchObject({
		reason: 'no-consent',
	});
	expect(await publishPage(ines(), { ...at, version: 2, pupils: [shown?.id ?? ''] })).toMatchObject({
		ok: true,
	});
	expect((await publicationsFor(ines(), space, [at.page])).size).toBe(1);

	const one = { class: id, pupil: heron, purpose: 'picture-public' } as const;
	const effects = ['The page “Our river” is no longer public.'];
	expect(await effectsOfWithdrawal(ines(), one)).toEqual(effects);
	expect(await withdrawConsent(ines(), one)).toMatchObject({ ok: true, value: { effects } });
	expect((await publicationsFor(ines(), space, [at.page])).size).toBe(0);
	expect(await withdrawConsent(ines(), one)).toMatchObject({ reason: 'not-given' });
	// a teacher of another school neither sees nor attests
	await expect(consentsFor(freja(), id)).rejects.toThrow(NotFound);
	await expect(giveConsent(freja(), { ...give, pupils: [heron] })).rejects.toThrow(NotFound);
});

test('R-PUB R-CONS: who is on a picture says who sees it, and whether it becomes public', async () => {
	const made = await makeClass(ines(), { school: schools.ribeira.id, name: '4B', locale: 'en' });
	const id = made.ok ? made.value : '';
	const added = await addPupils(ines(), { class: id, aliases: ['Swift Heron', 'Quiet Otter'] });
	const [heron = '', otter = ''] = added.ok ? added.value : [];
	await bringClass(ines(), { space: space.id, class: id });
	const at = await aPage([block('It is brown.')]);
	const name = { purpose: picturePurpose, owner: at.page, name: 'heron.jpg' };
	const received = await receiveFile(ines(), name, Readable.from([await honestPicture()]));
	const file = received.ok ? received.value.id : '';
	const blocks = [block('It is brown.'), { ...emptyBlock('picture'), address: file, alternative: 'A bird' }];
	await savePage(ines(), { ...at, basedOn: 2, title: 'Our river', locale: 'pt', blocks });
	await sharePage(ines(), at);
	const opens = (ctx: Context) =>
		fileFor(ctx, file, 'small').then(
			() => true,
			() => false,
		);
	/** The file, the picture beside the title, and the picture in the text agree for each reader. */
	const sees = async (ctx: Context) => {
		const mine = await spaceFor(ctx, space.id);
		const { content, ...page } = await pageFor(ctx, mine, at.page);
		const answers = [
			await opens(ctx),
			(await picturesFor(ctx, mine, [page])).has(page.id),
			!(await picturesAway(ctx, mine, content)).has(file),
		];
		expect(new Set(answers).size, answers.join()).toBe(1);
		return answers[0];
	};
	const seen = async () => [await sees(ines()), await sees(freja()), await sees(world.as(pupil(otter)))];
	expect([await seen(), [...(await tagsOf(ines(), space, [file])).keys()]]).toEqual([[true, true, true], []]);

	const [on] = (await pupilsToTag(ines(), space)).filter(({ alias }) => alias === 'Swift Heron');
	expect(on?.allows).toBe('nobody');
	await tagPicture(ines(), { ...at, file }, [on?.id ?? '']);
	expect(await seen()).toEqual([true, true, false]);
	expect(await publishPage(ines(), { ...at, version: 3 })).toMatchObject({ reason: 'no-consent' });

	const give = { class: id, pupils: [heron], givenBy: 'parent', language: 'pt' } as const;
	await giveConsent(ines(), { ...give, purposes: ['picture-inside'] });
	expect(await seen()).toEqual([true, true, true]);
	expect(await publishPage(ines(), { ...at, version: 3 })).toMatchObject({ reason: 'no-consent' });
	await giveConsent(ines(), { ...give, purposes: ['picture-public'] });
	expect(await publishPage(ines(), { ...at, version: 3 })).toMatchObject({ ok: true });
	expect(await opens(anyone())).toBe(true);

	const one = { class: id, pupil: heron } as const;
	expect(await effectsOfWithdrawal(ines(), { ...one, purpose: 'picture-public' })).toEqual([
		'The page “Our river” is no longer public.',
	]);
	await withdrawConsent(ines(), { ...one, purpose: 'picture-public' });
	expect([await opens(anyone()), ...(await seen())]).toEqual([false, true, true, true]);
	const { content } = await pageFor(ines(), space, at.page);
	expect([...(await picturesNotPublic(anyone(), content))]).toEqual([file]);
	expect(await effectsOfWithdrawal(ines(), { ...one, purpose: 'picture-inside' })).toEqual([
		'A picture on the page “Our river” is seen by teachers only.',
	]);
	await withdrawConsent(ines(), { ...one, purpose: 'picture-inside' });
	expect(await seen()).toEqual([true, true, false]);
	// looked over again: it was somebody else, who cannot be recognised
	await tagPicture(ines(), { ...at, file }, []);
	expect(await seen()).toEqual([true, true, true]);
	await expect(tagPicture(world.as(pupil(otter)), { ...at, file }, [])).rejects.toThrow(Forbidden);
	await expect(tagPicture(ines(), { ...at, file }, [otter])).rejects.toThrow(NotFound);
	await expect(tagPicture(ines(), { ...at, file: at.page }, [])).rejects.toThrow(NotFound);
});

test('R-CONS R-AGE: what ran out ends by itself, and a country without a known age takes sixteen', async () => {
	const made = await makeClass(ines(), { school: schools.ribeira.id, name: '4B', locale: 'en' });
	const id = made.ok ? made.value : '';
	const added = await addPupils(ines(), { class: id, aliases: ['Swift Heron'] });
	const pupils = added.ok ? added.value : [];
	await giveConsent(ines(), { class: id, pupils, purposes: ['meeting'], givenBy: 'school', language: 'en' });
	expect(await consentsFor(ines(), id)).toMatchObject({
		age: { age: 13 },
		consents: [{ purpose: 'meeting', givenBy: 'school', textVersion: 1, textLocale: 'en' }],
	});
	const nextYear = { ...ines(), now: new Date(ines().now.getTime() + 366 * 24 * 3600 * 1000) };
	expect((await consentsFor(nextYear, id)).consents).toEqual([]);
	expect(await consentAgeIn(ines(), 'TN')).toEqual({ age: 16, source: undefined });
});

/** A page with the Heron on it, public as long as the family allows it. */
async function aPageWithHeron() {
	const made = await makeClass(ines(), { school: schools.ribeira.id, name: '4B', locale: 'en' });
	const id = made.ok ? made.value : '';
	const added = await addPupils(ines(), { class: id, aliases: ['Swift Heron', 'Quiet Otter'] });
	const [heron = '', otter = ''] = added.ok ? added.value : [];
	await bringClass(ines(), { space: space.id, class: id });
	const at = await aPage([block('On the bridge')]);
	const give = { class: id, givenBy: 'parent', language: 'pt', pupils: [heron] } as const;
	await giveConsent(ines(), { ...give, purposes: ['picture-public', 'account'] });
	const [shown] = await showableIn(ines(), space.id);
	await publishPage(ines(), { ...at, version: 2, pupils: [shown?.id ?? ''] });
	const isPublic = async () => (await publicationsFor(ines(), space, [at.page])).size === 1;
	expect(await isPublic()).toBe(true);
	return { class: id, heron, otter, isPublic };
}

test.each(['the account', 'the class'])(
	'R-CONS: a family takes its consent back also after %s has ended, and the page is public no more',
	async (what) => {
		const { class: id, heron, isPublic } = await aPageWithHeron();
		if (what === 'the class') await endClass(ines(), id);
		else await endPupil(ines(), { class: id, pupil: heron });
		expect((await consentsFor(ines(), id)).pupils.at(-1)).toEqual({
			id: heron,
			alias: 'Swift Heron',
			isHere: false,
		});
		const one = { class: id, pupil: heron, purpose: 'picture-public' } as const;
		expect(await effectsOfWithdrawal(ines(), one)).toEqual(['The page “Our river” is no longer public.']);
		// any teacher of the school, and no other
		await expect(withdrawConsent(freja(), one)).rejects.toThrow(NotFound);
		await withdrawConsent(world.as(teacher('tiago')), one);
		expect(await isPublic()).toBe(false);
		await expect(giveConsent(ines(), { ...one, ...noted, pupils: [heron] })).rejects.toThrow();
	},
);
const noted = { purposes: ['picture-public'], givenBy: 'parent', language: 'pt' } as const;

test('R-PUB R-RET: with the account the consents are removed, and what was public by them goes first', async () => {
	const { class: id, heron, isPublic } = await aPageWithHeron();
	await endPupil(ines(), { class: id, pupil: heron });
	const forget = allParts.find(({ name }) => name === 'pupils')?.jobs?.['forget-pupils'];
	const system = world.as({ kind: 'system' });
	const after = (days: number) => ({ ...system, now: new Date(system.now.getTime() + days * 86_400_000) });
	await forget?.(after(59), {} as never);
	expect(await isPublic()).toBe(true);
	await forget?.(after(61), {} as never);
	expect(await isPublic()).toBe(false);
});

test('R-CONS: without consent to the account there is none: it ends with the withdrawal, and nobody else’s does', async () => {
	const { class: id, heron, otter, isPublic } = await aPageWithHeron();
	const one = { class: id, pupil: heron, purpose: 'account' } as const;
	expect(await effectsOfWithdrawal(ines(), one)).toEqual([
		'The card opens nothing any more. What the pupil wrote stays in the TwinSpaces.',
	]);
	await withdrawConsent(ines(), one);
	await expect(spaceFor(world.as(pupil(heron)), space.id)).rejects.toThrow(NotFound);
	expect((await spaceFor(world.as(pupil(otter)), space.id)).id).toBe(space.id);
	// the picture was another question
	expect(await isPublic()).toBe(true);
	expect(await withdrawConsent(ines(), one)).toMatchObject({ reason: 'not-given' });
});

test('R-CONS: what was public by a consent is no more once it has run out; an account goes on without its own', async () => {
	const { heron, isPublic } = await aPageWithHeron();
	const end = allParts.find(({ name }) => name === 'pupils')?.jobs?.['end-consents'];
	const system = world.as({ kind: 'system' });
	await end?.(system, {} as never);
	expect(await isPublic()).toBe(true);
	const nextYear = { ...system, now: new Date(system.now.getTime() + 366 * 86_400_000) };
	await end?.(nextYear, {} as never);
	await end?.(nextYear, {} as never);
	expect(await isPublic()).toBe(false);
	expect((await spaceFor(world.as(pupil(heron)), space.id)).id).toBe(space.id);
});

test('R-PUB: pupils are shown to everybody by a teacher of their own school, or after one said that they are on it', async () => {
	const made = await makeClass(ines(), { school: schools.ribeira.id, name: '4B', locale: 'en' });
	const id = made.ok ? made.value : '';
	const added = await addPupils(ines(), { class: id, aliases: ['Swift Heron'] });
	const pupils = added.ok ? added.value : [];
	await bringClass(ines(), { space: space.id, class: id });
	await giveConsent(ines(), { class: id, pupils, ...noted });
	const [heron] = await pupilsToTag(ines(), space);
	const at = await aPage([block('It is brown.')], 'Our river', freja());
	const [bytes, arrival] = [await honestPicture(), { purpose: picturePurpose, owner: at.page }];
	const received = await receiveFile(freja(), { ...arrival, name: 'heron.jpg' }, Readable.from([bytes]));
	const file = received.ok ? received.value.id : '';
	const blocks = [{ ...emptyBlock('picture'), address: file, alternative: 'A bird' }];
	await savePage(freja(), { ...at, basedOn: 2, title: 'Our river', locale: 'pt', blocks });
	const asFreja = { ...at, version: 3, pupils: [heron?.id ?? ''] };
	const publishes = async () => {
		const outcome = await publishPage(freja(), asFreja);
		return outcome.ok ? 'public' : outcome.reason;
	};
	const tags = async (ctx: Context, ids: readonly string[]) => {
		const outcome = await tagPicture(ctx, { ...at, file }, ids);
		return outcome.ok ? 'noted' : outcome.reason;
	};
	expect(await publishes()).toBe('other-school');
	expect(await tags(freja(), [heron?.id ?? ''])).toBe('noted');
	expect(await publishes()).toBe('other-school');
	// what she said by mistake she takes back
	expect(await tags(freja(), [])).toBe('noted');
	expect(await tags(ines(), [heron?.id ?? ''])).toBe('noted');
	expect(await tags(freja(), [heron?.id ?? ''])).toBe('noted');
	expect(await tags(freja(), [])).toBe('other-school');
	expect(await publishes()).toBe('public');
	// and no longer: nobody of that school stands behind it any more
	expect(await tags(ines(), [])).toBe('noted');
	expect(await publishes()).toBe('other-school');
});
