/** Pupils' walls, of those who are here and those who were. */
import { formerPupilsFor, membersFor, type MemberId } from '#domain/spaces';
import { wallFor } from '#domain/spaces/updates';
import { t } from '#messages/copies';
import type { Entry } from '../write-zip.ts';
import { asEntry, numbered } from './leaf.ts';
import type { Reader } from './reader.ts';
import { threadAsHtml, threadsOf } from './threads.ts';

export type PlacedWall = { readonly id: MemberId; readonly title: string; readonly path: string };

/** Those on which something stands in sight. */
export async function placeWalls(reader: Reader): Promise<PlacedWall[]> {
	const { ctx, twinSpace, nameOf } = reader;
	const here = (await membersFor(ctx, twinSpace.space)).filter(({ isPupil }) => isPupil);
	const placed: PlacedWall[] = [];
	for (const pupil of [...here, ...(await formerPupilsFor(ctx, twinSpace.space))]) {
		const first = await threadsOf(reader, (own, space, before) =>
			wallFor(own, space, pupil.id, before),
		).next();
		if (first.done) continue;
		const path = `walls/${numbered(placed.length)}.html`;
		placed.push({ id: pupil.id, title: t('copies.walls.of', { name: nameOf(pupil) }), path });
	}
	return placed;
}

export function wallEntry(reader: Reader, { id, title, path }: PlacedWall): Entry {
	return asEntry(reader, {
		path,
		title,
		above: { path: 'index.html#walls', title: t('copies.walls.title') },
		body: async function* () {
			for await (const thread of threadsOf(reader, (ctx, space, before) => wallFor(ctx, space, id, before)))
				yield threadAsHtml(reader, thread);
		},
	});
}
