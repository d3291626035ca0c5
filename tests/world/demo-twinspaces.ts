/** Life in the demo's TwinSpaces: classes come in, teachers write pages, pupils write on their walls and are looked after. */
import { Readable } from 'node:stream';
import { addPupils, inGroups, makeClass, renewCards } from '#domain/pupils';
import { addAdultMember, membersFor, removeMember, type MemberId } from '#domain/spaces';
import { reportThing } from '#domain/safety';
import {
	emptyBlock,
	makePage,
	picturePurpose,
	savePage,
	sharePage,
	type FormBlock,
} from '#domain/spaces/pages';
import {
	answerPost,
	removePost,
	wallFor,
	writeInBulletin,
	writeOnWall,
	writeUpdate,
} from '#domain/spaces/updates';
import { beginThread, openDiscussion, replyInThread } from '#domain/spaces/forum';
import { changeMaterial, makeFolder, materialPurpose, materialsFor } from '#domain/spaces/materials';
import { bringClass, publishPage, twinSpaceFor } from '#domain/twinspaces';
import type { Context } from '#platform/context';
import { receiveFile } from '#platform/files';
import type { Pupil, Teacher } from '#shared/actor';
import { isLocale } from '#shared/locales';
import {
	demoAlbum,
	demoCards,
	demoClasses,
	demoSpaces,
	demoTalk,
	type DemoClass,
	type DemoSpace,
} from './demo-life.ts';
import { demoPicture } from './demo-pictures.ts';
import { people, schools, teacher, type PersonName } from './index.ts';
import { must } from './must.ts';

/** What a pupil of the demo signs in with. */
export type DemoCard = { readonly alias: string; readonly code: string; readonly country: string };

/** Who writes in the demo: teachers by name, pupils by alias. */
type Cast = {
	readonly classes: ReadonlyMap<DemoClass, string>;
	readonly pupils: ReadonlyMap<string, Pupil>;
};
type Room = { readonly demo: DemoSpace; readonly space: string; readonly project: string };

const day = 24 * 3600 * 1000;

/** Fills the TwinSpaces of the demo's projects (short ids by title) and says the cards that lie ready. */
export async function addDemoTwinSpaces(
	ctx: Context,
	projects: ReadonlyMap<string, string>,
): Promise<DemoCard[]> {
	const { cast, cards } = await makeClasses(ctx);
	for (const demo of demoSpaces) {
		const project = projects.get(demo.project) ?? '';
		const [founder] = demo.classes.map((each) => demoClasses[each].teacher);
		const { space } = await twinSpaceFor(at(ctx, teacher(founder ?? 'ines')), project);
		const room = { demo, space: space.id, project };
		await bringClasses(ctx, room, cast);
		await writePages(ctx, room);
		await write(ctx, room, cast);
	}
	const rivers = projects.get('Two rivers') ?? '';
	await inviteOthers(ctx, rivers);
	await lookAfter(ctx, rivers, cast);
	await addMaterials(ctx, rivers, cast);
	await talk(ctx, rivers, cast);
	return cards;
}

function at<A extends Teacher | Pupil>(ctx: Context, actor: A, daysAgo = 0): Context<A> {
	return { ...ctx, now: new Date(ctx.now.getTime() - daysAgo * day), actor };
}

async function makeClasses(ctx: Context): Promise<{ cast: Cast; cards: DemoCard[] }> {
	const classes = new Map<DemoClass, string>();
	const pupils = new Map<string, Pupil>();
	const cards: DemoCard[] = [];
	for (const key of Object.keys(demoClasses) as DemoClass[]) {
		const { school, name, locale, aliases, ...demo } = demoClasses[key];
		const by = at(ctx, teacher(demo.teacher), 40);
		const id = must(await makeClass(by, { school: schools[school].id, name, locale }));
		const added = must(await addPupils(by, { class: id, aliases }));
		classes.set(key, id);
		aliases.forEach((alias, place) =>
			pupils.set(alias, { kind: 'pupil', pupil: added[place] ?? '', session: 'demo' }),
		);
		const ready = added.filter((_, place) => demoCards.some((alias) => alias === aliases[place]));
		const made = must(await renewCards(by, { class: id, pupils: ready }));
		const { country } = schools[school];
		cards.push(...made.map(({ alias, code }) => ({ alias, code: inGroups(code), country })));
	}
	return { cast: { classes, pupils }, cards };
}

async function bringClasses(ctx: Context, { demo, space }: Room, cast: Cast): Promise<void> {
	for (const each of demo.classes) {
		const by = at(ctx, teacher(demoClasses[each].teacher), begunDaysAgo(demo));
		must(await bringClass(by, { space, class: cast.classes.get(each) ?? '' }));
	}
}

function begunDaysAgo({ updates, walls }: DemoSpace): number {
	return Math.max(...[...updates, ...walls].map((thread) => thread.daysAgo)) + 1;
}

async function writePages(ctx: Context, { demo, space }: Room): Promise<void> {
	for (const { by, title, state, daysAgo, blocks } of demo.pages) {
		const own = { ...at(ctx, teacher(by), daysAgo), locale: isLocale(demo.locale) ? demo.locale : 'en' };
		const { page } = must(await makePage(own, { space, title, locale: demo.locale }));
		const written: FormBlock[] = [];
		for (const block of blocks) {
			const address = block.kind === 'picture' ? await sendPicture(own, page, block.picture) : {};
			written.push({ ...emptyBlock(block.kind), ...block, ...address });
		}
		must(await savePage(own, { space, page, basedOn: 1, title, locale: demo.locale, blocks: written }));
		if (state !== 'draft') await sharePage(own, { space, page });
		if (state === 'public') must(await publishPage(own, { space, page, version: 2 }));
	}
}

async function sendPicture(
	ctx: Context,
	page: string,
	name: Parameters<typeof demoPicture>[0],
): Promise<{ address: string }> {
	const bytes = Readable.from([await demoPicture(name)]);
	const sent = { purpose: picturePurpose, owner: page, name: `${name}.jpg` };
	return { address: must(await receiveFile(ctx, sent, bytes)).id };
}

async function write(ctx: Context, { demo, space }: Room, cast: Cast): Promise<void> {
	const places = [
		[demo.updates, writeUpdate],
		[demo.walls, writeOnWall],
	] as const;
	for (const [threads, begin] of places) {
		for (const { by, words, locale = demo.locale, daysAgo, answers = [] } of threads) {
			const { post } = must(await begin(at(ctx, actorOf(cast, by), daysAgo), { space, words, locale }));
			for (const [place, answer] of answers.entries()) {
				const when = daysAgo - (place + 1) / 5;
				const said = { space, post, words: answer.words, locale: answer.locale ?? demo.locale };
				must(await answerPost(at(ctx, actorOf(cast, answer.by), when), said));
			}
		}
	}
}

function actorOf(cast: Cast, who: string): Teacher | Pupil {
	return cast.pupils.get(who) ?? teacher(who as PersonName);
}

/** A colleague, a guest, and somebody who was there and is no more. */
async function inviteOthers(ctx: Context, project: string): Promise<void> {
	const ines = at(ctx, teacher('ines'));
	const { space } = await twinSpaceFor(ines, project);
	const until = new Date(ctx.now.getTime() + 60 * day);
	const came = { ...ctx, now: new Date(ctx.now.getTime() - 30 * day) };
	const room = { space: space.id };
	await addAdultMember(came, {
		...room,
		person: people.tiago.id,
		school: schools.ribeira.id,
		role: 'teacher',
	});
	await addAdultMember(came, { ...room, person: people.lukas.id, school: null, role: 'expert', until });
	await addAdultMember(came, {
		...room,
		person: people.amelie.id,
		school: schools.jeanMoulin.id,
		role: 'teacher',
	});
	const gone = (await membersFor(ines, space)).find((member) => member.name === people.amelie.name);
	must(await removeMember(ines, { space: space.id, member: gone?.id ?? '' }));
}

/** One post waits for a teacher's look, one was removed with a reason. */
async function lookAfter(ctx: Context, project: string, cast: Cast): Promise<void> {
	const comet = at(ctx, actorOf(cast, 'Merry Comet'), 1);
	const { space } = await twinSpaceFor(comet, project);
	const freja = at(ctx, teacher('freja'), 4);
	const aboutComet = await firstPostOf(comet, 'Sunny Pebble', project);
	must(await reportThing(comet, { kind: 'post', thing: aboutComet, reason: 'unkind', words: '' }));
	const address = await firstPostOf(freja, 'Rask Hare', project);
	const words = 'Nobody needs to know where you live. Please write again without it.';
	must(await removePost(freja, { space: space.id, post: address, reason: 'private-details', words }));
}

/** An album of both rivers, one picture by a pupil, and the sheet that both classes fill in. */
async function addMaterials(ctx: Context, project: string, cast: Cast): Promise<void> {
	const ines = { ...at(ctx, teacher('ines'), 12), locale: 'en' as const };
	const { space } = await twinSpaceFor(ines, project);
	const room = { space: space.id, locale: 'en' };
	const { folder } = must(await makeFolder(ines, { ...room, kind: 'album', name: demoAlbum.name }));
	for (const { by, daysAgo, picture, name, alternative } of demoAlbum.pictures) {
		const own = at(ctx, actorOf(cast, by), daysAgo);
		const sent = { purpose: materialPurpose, owner: folder, name: `${picture}.jpg` };
		const { id: file } = must(await receiveFile(own, sent, Readable.from([await demoPicture(picture)])));
		const mine = await twinSpaceFor(own, project);
		const found = (await materialsFor(own, mine.space, folder)).materials.find((each) => each.file === file);
		const words = { name, alternative, folder };
		must(await changeMaterial(own, { ...room, material: found?.id ?? '', ...words }));
	}
	const sheet = { purpose: materialPurpose, owner: space.id, name: demoAlbum.sheet.name };
	must(await receiveFile(ines, sheet, Readable.from([Buffer.from(demoAlbum.sheet.content)])));
}

/** A discussion with a question that both classes turn over, and what teachers say among themselves. */
async function talk(ctx: Context, project: string, cast: Cast): Promise<void> {
	const { discussion: opened, thread: begun, replies, note } = demoTalk;
	const freja = at(ctx, teacher('freja'), 9);
	const { space } = await twinSpaceFor(freja, project);
	const room = { space: space.id, locale: 'en' };
	const { discussion } = must(await openDiscussion(freja, { ...room, title: opened }));
	const { thread } = must(await beginThread(freja, { ...room, discussion, ...begun }));
	for (const { by, daysAgo, words, locale = 'en' } of replies) {
		const own = at(ctx, actorOf(cast, by), daysAgo);
		must(await replyInThread(own, { space: space.id, thread, words, locale }));
	}
	must(await writeInBulletin(at(ctx, teacher('ines'), 3), { ...room, words: note }));
}

async function firstPostOf(ctx: Context, alias: string, project: string): Promise<string> {
	const { space } = await twinSpaceFor(ctx, project);
	const members = await membersFor(ctx, space);
	const wall: MemberId = members.find((member) => member.name === alias)?.id ?? '';
	const { threads } = await wallFor(ctx, space, wall);
	return threads.at(0)?.id ?? '';
}
