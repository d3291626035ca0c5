/** Makes the snapshot of an index anew: from the one before and what changed since, or from all documents. */
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { IndexedDocument } from './document.ts';
import type { IndexSource } from './index-source.ts';
import { mergeSegments } from './merge-segments.ts';
import { SegmentBuilder } from './segment-builder.ts';
import type { Segment } from './segment.ts';
import { readSnapshot, writeSnapshot, type Snapshot } from './snapshot.ts';

export type MadeSnapshot = {
	readonly from: 'all documents' | 'the snapshot before';
	readonly documents: number;
	readonly changed: number;
};

const atOnce = 500;

/** Reads everything at one moment of the database, whatever changes meanwhile: that comes with the changes since. */
export async function makeSnapshot(ctx: Context, source: IndexSource, file: string): Promise<MadeSnapshot> {
	const before = await readSnapshot(file);
	return ctx.db
		.transaction()
		.setIsolationLevel('repeatable read')
		.execute(async (db) => {
			await sql`set local statement_timeout = 0`.execute(db);
			const inside = { ...ctx, db };
			const upTo = await source.now(inside);
			const changed = before && (await changedOwners(inside, source, before));
			const fromBefore = before && changed && changed.length < before.segment.live / 5;
			const segment = fromBefore
				? await renewed(inside, source, before.segment, changed)
				: await segmentOf(source, source.all(inside));
			await writeSnapshot(file, { segment, upTo });
			return {
				from: fromBefore ? 'the snapshot before' : 'all documents',
				documents: segment.live,
				changed: changed?.length ?? 0,
			};
		});
}

/** Whose documents have changed since; undefined when that cannot be known any more. */
async function changedOwners(
	ctx: Context,
	source: IndexSource,
	{ upTo }: Snapshot,
): Promise<string[] | undefined> {
	const since = await source.changesSince(ctx, upTo);
	return since && [...new Set(since.changes.map(({ owner }) => owner))];
}

async function renewed(
	ctx: Context,
	source: IndexSource,
	before: Segment,
	changed: readonly string[],
): Promise<Segment> {
	const documents: IndexedDocument[] = [];
	for (let from = 0; from < changed.length; from += atOnce) {
		const owners = changed.slice(from, from + atOnce);
		for (const owner of owners) before.takeOut(owner);
		documents.push(...(await source.of(ctx, owners)));
	}
	documents.sort((one, other) => one.fresh - other.fresh || (one.id < other.id ? -1 : 1));
	return mergeSegments(before, await segmentOf(source, documents));
}

async function segmentOf(
	source: IndexSource,
	documents: AsyncIterable<IndexedDocument> | Iterable<IndexedDocument>,
): Promise<Segment> {
	const builder = new SegmentBuilder(source.numbers);
	for await (const document of documents) builder.add(document);
	return builder.finish();
}
