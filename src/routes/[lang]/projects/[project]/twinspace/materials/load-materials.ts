/** What the pages of materials show, for grown-ups and pupils alike: only the frame around them differs. */
import { error, redirect } from '@sveltejs/kit';
import { rightsIn, hasOwnTeacher } from '#domain/spaces';
import {
	binFor,
	captionsPurpose,
	convertsVideos,
	folderFor,
	foldersFor,
	hidingReasons,
	materialFor,
	materialLimits,
	materialPurpose,
	materialsFor,
	mayBinFolder,
	neighboursOf,
	roomFor,
} from '#domain/spaces/materials';
import type { TwinSpace } from '#domain/twinspaces';
import { t } from '#messages/materials';
import { t as r } from '#messages/safety';
import { allFileRefusals } from '#platform/files';
import { languageChoices } from '../../../../choices.ts';
import { cursorIn, olderThan } from '../older.ts';
import { folderInWords, materialInWords, roomInWords, tileInWords } from './materials-in-words.ts';

type Event = { readonly locals: App.Locals; readonly url: URL };
type At = Pick<TwinSpace, 'space'> & { readonly home: string };

/** Folders and albums, and what lies beside them. */
export async function loadShelf({ locals, url }: Event, { space, home }: At) {
	const { ctx, locale } = locals;
	const [folders, lying, room] = await Promise.all([
		foldersFor(ctx, space),
		materialsFor(ctx, space, null, cursorOf(url)),
		roomFor(ctx, space),
	]);
	const rights = rightsIn(space);
	return {
		home,
		folders: folders.map((folder) => folderInWords(folder, home)),
		...shown(lying, home, locals),
		room: roomInWords(room, locale),
		may: { upload: rights.has('materials.upload'), sort: rights.has('materials.sort') },
		...toldIn(url),
	};
}

/** One folder or album. */
export async function loadFolder({ locals, url }: Event, { space, home }: At, id: string) {
	const { ctx, locale } = locals;
	const folder = await folderFor(ctx, space, id);
	const rights = rightsIn(space);
	return {
		home,
		folder: { ...folderInWords(folder, home), kind: folder.kind, isBinned: folder.binnedAt !== null },
		...shown(await materialsFor(ctx, space, folder.id, cursorOf(url)), home, locals),
		may: {
			upload: rights.has('materials.upload') && folder.binnedAt === null,
			sort: rights.has('materials.sort') && folder.binnedAt === null,
			bin: mayBinFolder(space, folder),
		},
		languages: languageChoices(locale),
		most: materialLimits.folderName,
		...toldIn(url),
	};
}

/** One material on its own page, with the way to the next and the one before. */
export async function loadMaterial({ locals, url }: Event, { space, home }: At, id: string) {
	const { ctx, locale } = locals;
	const material = await materialFor(ctx, space, id);
	const [{ previous, next }, folders] = await Promise.all([
		neighboursOf(ctx, space, material),
		foldersFor(ctx, space),
	]);
	const at = (other: string | undefined) => other && `${home}/materials/files/${other}`;
	const folder = folders.find((each) => each.id === material.folder);
	return {
		home,
		material: materialInWords(material, home, ctx),
		back: folder
			? { href: `${home}/materials/folders/${folder.id}`, label: folder.name }
			: { href: `${home}/materials`, label: t('materials.title') },
		previous: at(previous),
		next: at(next),
		folders: [
			{ value: '', label: t('materials.folder.none') },
			...folders.map(({ id: value, name: label }) => ({ value, label })),
		],
		languages: languageChoices(locale),
		limits: {
			name: materialLimits.name,
			alternative: materialLimits.alternative,
			words: materialLimits.reasonWords,
		},
		reasons: hidingReasons.map((value) => ({ value, label: r(`safety.reason.${value}`) })),
		captionsAction: `/uploads/form/${captionsPurpose}/${material.id}`,
		captionsReply: replyTo(url, 'send-captions'),
		...toldIn(url),
	};
}

/** Where files are added: to the folder in the address, or beside the folders. A file that has come is led to. */
export async function loadAdding({ locals, url }: Event, { space, home }: At) {
	const { ctx, locale } = locals;
	const asked = url.searchParams.get('folder');
	const folder = asked === null ? undefined : await folderFor(ctx, space, asked);
	if (!rightsIn(space).has('materials.upload')) error(403);
	const come = url.searchParams.get('file');
	if (come !== null) await leadTo(locals, { space, home }, folder?.id ?? null, come);
	const here = `${home}/materials/add${folder ? `?folder=${folder.id}` : ''}`;
	return {
		home,
		here,
		back: folder ? `${home}/materials/folders/${folder.id}` : `${home}/materials`,
		folder: folder && { name: folder.name, lang: folder.locale },
		owner: folder?.id ?? space.id,
		purpose: materialPurpose,
		action: `/uploads/form/${materialPurpose}/${folder?.id ?? space.id}`,
		room: roomInWords(await roomFor(ctx, space), locale),
		convertsVideos: convertsVideos(),
		hasOwnTeacher: await hasOwnTeacher(ctx, space),
		reply: replyTo(url, 'add-file'),
	};
}

/** What lies in the bin and the reader may take out again. */
export async function loadBin({ locals }: Event, { space, home }: At) {
	const { folders, materials } = await binFor(locals.ctx, space);
	return {
		home,
		folders: folders.map((folder) => folderInWords(folder, home)),
		materials: materials.map((material) => tileInWords(material, home, locals.ctx)),
	};
}

async function leadTo(locals: App.Locals, { space, home }: At, folder: string | null, file: string) {
	const { materials } = await materialsFor(locals.ctx, space, folder);
	const material = materials.find((each) => each.file === file);
	if (material) redirect(303, `${home}/materials/files/${material.id}?told=added`);
}

function shown(
	{ materials, older }: Awaited<ReturnType<typeof materialsFor>>,
	home: string,
	{ ctx }: App.Locals,
) {
	return {
		tiles: materials.map((material) => tileInWords(material, home, ctx)),
		older: olderThan(older && { postedAt: older.addedAt, id: older.id }),
	};
}

function cursorOf(url: URL) {
	const cursor = cursorIn(url);
	return cursor && { addedAt: cursor.postedAt, id: cursor.id };
}

/** What the last deed was, and how to undo it. */
function toldIn({ searchParams }: URL) {
	return { told: searchParams.get('told'), undo: searchParams.get('undo') };
}

function replyTo(url: URL, form: string) {
	const refused = allFileRefusals.find((reason) => reason === url.searchParams.get('refused'));
	return refused && { form, values: {}, errors: { file: t(`materials.refused.${refused}`) } };
}
