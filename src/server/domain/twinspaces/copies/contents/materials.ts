/** What the space keeps, folder by folder, each with its files beside it. */
import { foldersFor, materialsFor, type Folder, type Material } from '#domain/spaces/materials';
import { t } from '#messages/copies';
import { formatFileSize } from '#shared/format';
import type { Entry } from '../write-zip.ts';
import { placeMaterial, type PlacedMaterial } from './files.ts';
import { html, type Markup } from '#shared/html';
import { asEntry, hrefOf, numbered } from './leaf.ts';
import type { Reader } from './reader.ts';

export type PlacedFolder = {
	/** None for what lies beside the folders. */
	readonly folder: Folder | undefined;
	readonly path: string;
	readonly materials: readonly PlacedMaterial[];
};

/** Every folder with what lies in it, and the entries that bring all of it. */
export async function placeMaterials(
	reader: Reader,
): Promise<{ readonly folders: readonly PlacedFolder[]; readonly entries: readonly Entry[] }> {
	const folders: PlacedFolder[] = [];
	const files: Entry[] = [];
	let place = 0;
	for (const folder of [undefined, ...(await foldersFor(reader.ctx, reader.twinSpace.space))]) {
		const materials: PlacedMaterial[] = [];
		for await (const material of materialsIn(reader, folder)) {
			const { placed, entries } = await placeMaterial(reader, material, place++);
			materials.push(placed);
			files.push(...entries);
		}
		if (folder !== undefined || materials.length > 0)
			folders.push({ folder, path: `materials-${numbered(folders.length)}.html`, materials });
	}
	return { folders, entries: [...folders.map((folder) => folderEntry(reader, folder)), ...files] };
}

async function* materialsIn(
	{ ctx, twinSpace }: Reader,
	folder: Folder | undefined,
): AsyncGenerator<Material> {
	let before: Awaited<ReturnType<typeof materialsFor>>['older'] | undefined;
	do {
		const page = await materialsFor(ctx, twinSpace.space, folder?.id ?? null, before ?? undefined);
		yield* page.materials.filter(({ hiding, isWithheld }) => hiding === null && !isWithheld);
		before = page.older;
	} while (before !== null);
}

/** How a folder is called in the copy. */
export function titleOf({ folder }: PlacedFolder): string {
	return folder?.name ?? t('copies.materials.beside');
}

function folderEntry(reader: Reader, placed: PlacedFolder): Entry {
	const { folder, path, materials } = placed;
	const shown = materials.filter((each) => each.path !== undefined);
	const kept = materials.length - shown.length;
	return asEntry(reader, {
		path,
		title: titleOf(placed),
		...(folder !== undefined && { lang: folder.locale }),
		body: () =>
			Promise.resolve(
				html`${kept > 0 && html`<p class="note">${t('copies.materials.kept', { count: kept })}</p>`}
					<ul class="pictures">
						${shown.map((each) => html`<li>${materialAsHtml(reader, each)}</li>`)}
					</ul>
					${shown.length === 0 && kept === 0 && html`<p>${t('copies.materials.none')}</p>`} `,
			),
	});
}

/** A material with what names it; `up` is the way from the page it stands on to the top of the copy. */
export function materialAsHtml(
	{ ctx, nameOf, withoutAliases }: Reader,
	{ material, path = '', poster, captions }: PlacedMaterial,
	up = '',
): Markup {
	const { kind, name, alternative, locale, bytes, by } = material;
	const href = up + hrefOf(path);
	const shown = {
		picture: html`<a href="${href}"
			><img src="${href}" alt="${withoutAliases(alternative)}" loading="lazy"
		/></a>`,
		video: html`<video
			controls
			preload="none"
			src="${href}"
			${poster === undefined ? html`` : html` poster="${up + hrefOf(poster)}"`}
		></video>`,
		audio: html`<audio controls preload="none" src="${href}"></audio>`,
		document: html``,
	}[kind];
	return html`<figure>
		${shown}
		<figcaption>
			<a href="${href}" lang="${locale}" dir="auto">${withoutAliases(name)}</a> ·
			${formatFileSize(bytes, ctx.locale)} · <span dir="auto">${nameOf(by)}</span>${
				captions !== undefined &&
				html` · <a href="${up + hrefOf(captions)}">${t('copies.materials.captions')}</a>`
			}
		</figcaption>
	</figure>`;
}
