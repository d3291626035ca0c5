/** Everything that goes into a copy, in the order in which it is written: cover, what was made, tables, list of contents. */
import { Readable } from 'node:stream';
import { bulletinFor, updatesFor } from '#domain/spaces/updates';
import type { TwinSpace } from '#domain/twinspaces';
import { t } from '#messages/copies';
import type { Context } from '#platform/context';
import { copyFormat } from '../copy.ts';
import type { Entry, WrittenEntry } from '../write-zip.ts';
import { coverBody, type Placed } from './cover.ts';
import { placeForum, threadEntry } from './forum.ts';
import { asEntry, type Leaf } from './leaf.ts';
import { placeMaterials } from './materials.ts';
import { pageEntries, placePages } from './pages.ts';
import { readerOf, type Reader } from './reader.ts';
import { style } from './style.ts';
import { bulletinTable, materialTable, memberTable, postTable } from './tables.ts';
import { threadAsHtml, threadsOf } from './threads.ts';
import { placeWalls, wallEntry } from './walls.ts';

/** open-to-all: every read in it demands as the reader who asked for the copy. */
export async function contentsOf(ctx: Context, twinSpace: TwinSpace): Promise<Entry[]> {
	const reader = await readerOf(ctx, twinSpace);
	const pages = await placePages(reader);
	const { folders, entries: files } = await placeMaterials(reader);
	const discussions = await placeForum(reader);
	const walls = await placeWalls(reader);
	const placed = { pages, folders, discussions, walls };
	const materials = new Map(
		folders.flatMap((folder) => folder.materials.map((each) => [each.material.id, each] as const)),
	);
	const written = await Promise.all(pages.map((page) => pageEntries(reader, page, materials)));
	const entries = [
		cover(reader, placed),
		{ path: 'style.css', isPacked: false, open: () => Promise.resolve(Readable.from([Buffer.from(style)])) },
		asEntry(reader, said(reader, 'updates.html', t('copies.updates.title'), updatesFor)),
		...written.flat(),
		...discussions.flatMap(({ threads }) => threads.map((thread) => threadEntry(reader, thread))),
		...walls.map((wall) => wallEntry(reader, wall)),
		asEntry(reader, said(reader, 'teachers/bulletin.html', t('copies.bulletin.title'), bulletinFor)),
		bulletinTable(reader),
		memberTable(reader),
		postTable(reader, walls, discussions),
		materialTable(reader, folders),
		...files,
	];
	const once = [...new Map(entries.map((entry) => [entry.path, entry])).values()];
	return [...once, manifest(reader, placed)];
}

function cover(reader: Reader, placed: Placed): Entry {
	const { name, locale } = reader.twinSpace.space;
	return asEntry(reader, {
		path: 'index.html',
		title: name,
		lang: locale,
		body: () => coverBody(reader, placed),
	});
}

function said(reader: Reader, path: string, title: string, read: Parameters<typeof threadsOf>[1]): Leaf {
	return {
		path,
		title,
		body: async function* () {
			for await (const thread of threadsOf(reader, read)) yield threadAsHtml(reader, thread);
		},
	};
}

/** What lies in the copy, with what proves that it is whole; for whoever reads it by a program. */
function manifest({ ctx, twinSpace }: Reader, { pages, folders, discussions, walls }: Placed): Entry {
	const materials = folders.flatMap((folder) => folder.materials);
	const content = (files: readonly WrittenEntry[]) => ({
		format: 'opentwinning-twinspace',
		version: copyFormat,
		madeAt: ctx.now.toISOString(),
		language: ctx.locale,
		project: {
			id: twinSpace.project.shortId,
			title: twinSpace.project.title,
			countries: twinSpace.countries,
		},
		space: {
			name: twinSpace.space.name,
			language: twinSpace.space.locale,
			closedAt: twinSpace.space.archivedAt,
		},
		counts: {
			pages: pages.length,
			materials: materials.length,
			threads: discussions.flatMap(({ threads }) => threads).length,
			walls: walls.length,
		},
		/** Of pupils without a running consent for pictures. */
		leftOut: { materials: materials.filter(({ path }) => path === undefined).length },
		files,
	});
	return {
		path: 'manifest.json',
		isPacked: false,
		open: (before) =>
			Promise.resolve(Readable.from([Buffer.from(JSON.stringify(content(before), null, '\t'))])),
	};
}
