// A TwinSpace with something private in every corner of it.
import { endClass, endPupil, makeClass, type ClassId } from '#domain/pupils';
import { reportThing } from '#domain/safety';
import { addAdultMember, changeRole, changeSpace, removeMember, type SpaceId } from '#domain/spaces';
import { binPage, makePage, savePage, sharePage, type FormBlock, type PageId } from '#domain/spaces/pages';
import { beginThread, openDiscussion } from '#domain/spaces/forum';
import { binMaterial, changeMaterial, hideMaterial, makeFolder } from '#domain/spaces/materials';
import {
	answerPost,
	hidePost,
	removePost,
	writeInBulletin,
	writeOnWall,
	writeUpdate,
} from '#domain/spaces/updates';
import { bringClass, publishPage, twinSpaceFor } from '#domain/twinspaces';
import type { Context } from '#platform/context';
import type { Pupil } from '#shared/actor';
import { honestPicture } from '../world/hostile-files.ts';
import { people, schools, type PersonName } from '../world/index.ts';
import { must, type Pair } from './pair.ts';
import type { Secret } from './secrets.ts';

export type Room = {
	/** The address of the open project. */
	readonly project: string;
	readonly space: SpaceId;
	/** An update of the founder, a post on the wall of each pupil, and what was hidden, removed and reported. */
	readonly post: string;
	readonly wallPost: string;
	readonly otherWallPost: string;
	readonly hiddenPost: string;
	readonly removedPost: string;
	readonly reportedPost: string;
	/** What the teachers of the space have to look at, and the receipt of whoever reported it. */
	readonly matter: string;
	readonly reportNumber: string;
	readonly page: PageId;
	readonly sharedPage: PageId;
	/** A draft of the pupil who helps. */
	readonly helpersPage: PageId;
	readonly binnedPage: PageId;
	readonly publishedPage: PageId;
	/** Its public address, without the project. */
	readonly publicPage: string;
	readonly file: string;
	readonly discussion: string;
	readonly thread: string;
	/** A note among teachers. */
	readonly note: string;
	readonly folder: string;
	readonly material: string;
	/** A hidden one of a pupil, and one of the founder in the bin. */
	readonly hiddenMaterial: string;
	readonly binnedMaterial: string;
	/** A teacher of the space, a pupil of the founder's school and one of the partner's. */
	readonly member: string;
	readonly pupil: string;
	readonly partnerPupil: string;
	readonly class: ClassId;
	readonly classOutside: ClassId;
	readonly classEnded: ClassId;
	/** The account of the pupil, as the teachers of the school look after it. */
	readonly pupilOfClass: string;
	/** The cards of the cast's pupils. */
	readonly codes: Readonly<Record<'pupil' | 'pupil-helper' | 'pupil-outside', string>>;
};

/** Furnishes the TwinSpace of an open project. */
export async function furnishRoom(pair: Pair, shortId: string): Promise<Room> {
	const founder = pair.as(pair.founder);
	const { space, project } = await twinSpaceFor(founder, shortId);
	const id = space.id;
	const { say } = pair;
	must(
		await changeSpace(founder, id, {
			name: 'Our rivers',
			description: say('description of the space'),
			locale: 'en',
		}),
	);
	const members = await addAdults(pair, id);
	const pupils = await addClasses(pair, id);
	const posts = await writePosts(pair, id, pupils);
	const pages = await writePages(pair, id);
	const materials = await addMaterials(pair, id);
	const forum = await talk(pair, id);
	const helping = { ...founder, actor: pupils.hare };
	const helpers = must(await makePage(helping, { space: id, title: 'By a pupil', locale: 'en' }));
	return {
		project: project.address,
		space: id,
		...members,
		...posts,
		...pages,
		...materials,
		...forum,
		helpersPage: helpers.page,
		pupil: pupils.wall,
		partnerPupil: pupils.partnerWall,
		class: pupils.class,
		classOutside: pupils.classOutside,
		classEnded: pupils.classEnded,
		pupilOfClass: pupils.heron.pupil,
		codes: pupils.codes,
	};
}

async function addAdults(pair: Pair, space: SpaceId) {
	const { others } = pair;
	const ctx = pair.as(pair.founder);
	if (!others) return { member: await memberOf(ctx, space, pair.cofounder) };
	const until = new Date(ctx.now.getTime() + 30 * 24 * 3600 * 1000);
	for (const role of ['teacher', 'expert', 'observer'] as const) await add(others[role], role);
	await add(others.removed, 'teacher');
	must(await removeMember(ctx, { space, member: await memberOf(ctx, space, others.removed) }));
	return { member: await memberOf(ctx, space, others.teacher) };

	async function add(name: PersonName, role: 'teacher' | 'expert' | 'observer') {
		const [person, school] = [people[name].id, schoolOf(name)];
		const stay = role === 'teacher' ? { school } : { school: null, until };
		await addAdultMember(pair.system(), { space, person, role, ...stay });
	}
}

async function addClasses(pair: Pair, space: SpaceId) {
	const { say } = pair;
	const mine = pair.as(pair.founder);
	const theirs = pair.as(pair.cofounder);
	const classAt = async (ctx: Context, name: PersonName, called: string) =>
		must(await makeClass(ctx, { school: schoolOf(name), name: called, locale: 'en' }));
	const inside = await classAt(mine, pair.founder, say('name of the class'));
	const partner = await classAt(theirs, pair.cofounder, 'Partner class');
	const outside = await classAt(mine, pair.founder, 'Class outside');
	const classEnded = await classAt(mine, pair.founder, 'Class that has ended');
	must(await endClass(mine, classEnded));
	must(await bringClass(mine, { space, class: inside }));
	must(await bringClass(theirs, { space, class: partner }));
	const codes = {
		pupil: await pair.addPupil(pair.founder, inside, say('alias in the space')),
		'pupil-helper': await pair.addPupil(pair.founder, inside, 'Helping Hare'),
		'pupil-outside': await pair.addPupil(pair.founder, outside, say('alias outside the space')),
	};
	await pair.addPupil(pair.cofounder, partner, say('alias of the partner school'));
	const heron = await pupilCalled(mine, say('alias in the space'));
	const lynx = await pupilCalled(mine, say('alias of the partner school'));
	const [wall, partnerWall] = [await wallOf(mine, heron), await wallOf(mine, lynx)];
	const hare = await pupilCalled(mine, 'Helping Hare', inside);
	const helper = await wallOf(mine, hare);
	must(await changeRole(mine, { space, member: helper, role: 'pupil-administrator' }));
	await pair.addPupil(pair.founder, inside, 'Gone Gull');
	const gone = await pupilCalled(mine, 'Gone Gull', inside);
	must(await endPupil(mine, { class: inside, pupil: gone.pupil }));
	return { class: inside, classOutside: outside, classEnded, codes, heron, hare, lynx, wall, partnerWall };
}

async function wallOf({ db }: Context, { pupil }: Pupil): Promise<string> {
	const query = db.selectFrom('spaces.member').select('id').where('pupil_id', '=', pupil);
	return (await query.executeTakeFirstOrThrow()).id;
}

type Pupils = Awaited<ReturnType<typeof addClasses>>;

async function writePosts(pair: Pair, space: SpaceId, pupils: Pupils) {
	const { say } = pair;
	const mine = pair.as(pair.founder);
	const heron = { ...mine, actor: pupils.heron };
	const lynx = { ...mine, actor: pupils.lynx };
	const other = pair.as(pair.others?.teacher ?? pair.cofounder);
	const reporter = pair.as(pair.others?.observer ?? pair.cofounder);
	const words = (secret: Secret) => ({ space, words: `What we wrote: ${say(secret)}.`, locale: 'en' });
	const why = (secret: Secret) => ({ reason: 'unkind', words: say(secret) }) as const;
	const said = { space, words: 'Our river is frozen.', locale: 'en' };
	const update = words('update');
	const { post } = must(
		await writeUpdate(mine, { ...update, words: `${update.words} https://example.org/rivers` }),
	);
	const removed = must(await writeUpdate(other, words('removed update')));
	must(await removePost(mine, { space, post: removed.post, reason: 'copied', words: '' }));
	const wall = must(await writeOnWall(heron, words('wall post')));
	must(await answerPost(mine, { post: wall.post, ...words('answer on the wall') }));
	must(await answerPost(heron, { ...said, post }));
	const hidden = must(await writeOnWall(lynx, words('hidden wall post')));
	must(await hidePost(mine, { space, post: hidden.post, ...why('reason of the hiding') }));
	const partner = must(await writeOnWall(lynx, said));
	must(await answerPost(heron, { ...said, post: partner.post }));
	const reported = must(await writeOnWall(lynx, { space, words: 'Not everybody likes this.', locale: 'en' }));
	const report = must(
		await reportThing(reporter, { kind: 'post', thing: reported.post, ...why('words of a report') }),
	);
	return {
		post,
		wallPost: wall.post,
		otherWallPost: partner.post,
		hiddenPost: hidden.post,
		removedPost: removed.post,
		reportedPost: reported.post,
		reportNumber: report.number,
		matter: await matterAbout(mine, reported.post),
	};
}

async function matterAbout({ db }: Context, thing: string): Promise<string> {
	const query = db.selectFrom('safety.matter').select('id').where('thing_id', '=', thing);
	return (await query.executeTakeFirstOrThrow()).id;
}

async function writePages(pair: Pair, space: SpaceId) {
	const { say } = pair;
	const ctx = pair.as(pair.founder);
	const write = async (title: string, blocks: readonly FormBlock[], page?: PageId) => {
		const made = page ?? must(await makePage(ctx, { space, title, locale: 'en' })).page;
		must(await savePage(ctx, { space, page: made, basedOn: 1, title, locale: 'en', blocks }));
		return made;
	};
	const page = must(await makePage(ctx, { space, title: 'A draft', locale: 'en' })).page;
	const file = await pair.sendPicture(pair.founder, page, await honestPicture());
	await write(
		'A draft',
		[text(say('page draft')), picture(file, say('alternative text of a picture'))],
		page,
	);
	const shared = await write('Shared', [text(say('shared page')), link]);
	must(await sharePage(ctx, { space, page: shared }));
	const binnedPage = await write('Thrown away', [text(say('page in the bin'))]);
	must(await binPage(ctx, { space, page: binnedPage }));
	const published = await write('For everybody', [text('The river is brown.')]);
	must(await sharePage(ctx, { space, page: published }));
	must(await publishPage(ctx, { space, page: published, version: 2 }));
	const { short_id } = await ctx.db
		.selectFrom('spaces_pages.page')
		.select('short_id')
		.where('id', '=', published)
		.executeTakeFirstOrThrow();
	return {
		page,
		sharedPage: shared,
		binnedPage,
		publishedPage: published,
		file,
		publicPage: `for-everybody-${short_id}`,
	};
}

/** A thread of the founder, and a note among teachers. */
async function talk(pair: Pair, space: SpaceId) {
	const { say } = pair;
	const ctx = pair.as(pair.founder);
	const { discussion } = must(await openDiscussion(ctx, { space, title: 'Winter', locale: 'en' }));
	const { thread } = must(
		await beginThread(ctx, {
			...{ space, discussion, locale: 'en' },
			title: `Why ${say('title of a thread')}`,
			words: `Because ${say('post in a thread')}.`,
		}),
	);
	const words = `Among us: ${say('note among teachers')}.`;
	const { post: note } = must(await writeInBulletin(ctx, { space, words, locale: 'en' }));
	return { discussion, thread, note };
}

/** A picture of the founder in an album, one that was thrown away, and one of a colleague that was hidden. */
async function addMaterials(pair: Pair, space: SpaceId) {
	const { say } = pair;
	const ctx = pair.as(pair.founder);
	const { folder } = must(await makeFolder(ctx, { space, kind: 'album', name: 'Rivers', locale: 'en' }));
	const add = async (by: PersonName, owner: string, name: string, alternative: string) => {
		const file = await pair.sendPicture(by, owner, await honestPicture(), 'material');
		const query = ctx.db.selectFrom('spaces_materials.material').select('id').where('file_id', '=', file);
		const { id: material } = await query.executeTakeFirstOrThrow();
		const words = { name, alternative, locale: 'en', folder: owner === space ? null : owner };
		must(await changeMaterial(pair.as(by), { space, material, ...words }));
		return material;
	};
	const material = await add(pair.founder, folder, 'river.jpg', say('what a material shows'));
	const binnedMaterial = await add(pair.founder, space, say('material in the bin'), '');
	must(await binMaterial(ctx, { space, material: binnedMaterial }));
	const other = pair.others?.teacher ?? pair.cofounder;
	const hiddenMaterial = await add(other, space, say('name of a hidden material'), '');
	must(await hideMaterial(ctx, { space, material: hiddenMaterial, reason: 'copied', words: '' }));
	return { folder, material, binnedMaterial, hiddenMaterial };
}

const empty = { address: '', alternative: '', decorative: false };
const text = (said: string): FormBlock => ({ ...empty, id: 'block1', kind: 'text', text: `We say ${said}.` });
const link: FormBlock = {
	...empty,
	id: 'block3',
	kind: 'link',
	text: 'Rivers',
	address: 'https://example.org/rivers',
};
const picture = (file: string, alternative: string): FormBlock => ({
	...empty,
	id: 'block2',
	kind: 'picture',
	text: '',
	address: file,
	alternative,
});

function schoolOf(name: PersonName): string {
	const person = people[name];
	if (!('school' in person)) throw new Error(`${name} has no school`);
	return schools[person.school].id;
}

async function memberOf(ctx: Context, space: SpaceId, name: PersonName): Promise<string> {
	const row = await ctx.db
		.selectFrom('spaces.member')
		.select('id')
		.where('space_id', '=', space)
		.where('person_id', '=', people[name].id)
		.executeTakeFirstOrThrow();
	return row.id;
}

async function pupilCalled({ db }: Context, alias: string, classId?: ClassId): Promise<Pupil> {
	let query = db.selectFrom('pupils.pupil').select('id').where('alias', '=', alias);
	if (classId !== undefined) query = query.where('class_id', '=', classId);
	return { kind: 'pupil', pupil: (await query.executeTakeFirstOrThrow()).id, session: 's' };
}
