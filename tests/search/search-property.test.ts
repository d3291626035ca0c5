// The index in memory against PostgreSQL: the same totals, counts, pages and guesses on worlds made by chance, while
// lines come, change and go. A sample here; `npm run long -- search-property` asks more than ten thousand times.
import { afterAll, expect, test } from 'vitest';
import { blockPerson } from '#domain/contacts';
import { mergeSegments } from '#platform/search-index/merge-segments';
import { SegmentBuilder } from '#platform/search-index/segment-builder';
import { SearchIndex } from '#platform/search-index/search-index';
import { inTransaction } from '#platform/database';
import type { Context } from '#platform/context';
import {
	allDocuments,
	documentsOf,
	numbersOfEntries,
} from '../../src/server/domain/partner-finding/indexed-entries.sql.ts';
import { searchInDatabase } from '../../src/server/domain/partner-finding/search-in-database.ts';
import { searchIn } from '../../src/server/domain/partner-finding/search-in-index.ts';
import type { PartnerSearch } from '../../src/server/domain/partner-finding/partner-search.ts';
import { hitsOnAPage } from '../../src/server/domain/partner-finding/partner-search.ts';
import type { PartnerQuery } from '#domain/partner-finding';
import { testDatabase } from '../world/database.ts';
import { people, teacher } from '../world/index.ts';
import { generatedLines, type Line } from './generated-lines.ts';

const whole = process.env['SEARCH_PROPERTY'] === 'whole';
const seeds = Array.from({ length: whole ? 70 : 3 }, (_, at) => 101 + at);
const queriesOfWorld = 150;
const world = testDatabase();
let asked = 0;
afterAll(() => {
	console.log(`${asked} queries compared`);
	expect(asked).toBeGreaterThan(whole ? 10_000 : 500);
});

test.each(seeds)('the index answers like PostgreSQL in world %i', { timeout: 600_000 }, async (seed) => {
	const ctx = world.as(teacher('ines'));
	const made = generatedLines(seed, ctx.now);
	await ctx.db.deleteFrom('partner_finding.search_entry').execute();
	await write(ctx, Array.from({ length: 220 }, made.line));
	await blockPerson(world.as(teacher('lukas')), { person: people.ines.id });
	const segment = await build(ctx);
	// slot by slot, all at once, and each for some words
	const few = [undefined, 0, 40][seed % 3];
	let index = new SearchIndex(segment, few);
	for (let turn = 0; turn < queriesOfWorld; turn++) {
		await compareAll(ctx, searchIn(index), made.query());
		if (turn % 5 === 4) await change(ctx, index, made);
		if (turn === queriesOfWorld / 2) index = new SearchIndex(await merged(ctx, index, segment), few);
	}
});

/** All pages by both. */
async function compareAll(ctx: Context, search: PartnerSearch, first: PartnerQuery): Promise<void> {
	for (let query = first; ;) {
		const expected = await searchInDatabase(ctx, query);
		expect({ query, ...(await search(ctx, query)) }).toEqual({ query, ...expected });
		asked++;
		const last = expected.positions[hitsOnAPage - 1];
		if (expected.positions.length <= hitsOnAPage || !last) return;
		query = { ...query, after: last };
	}
}

/** Some owner gets other lines, or none. */
async function change(
	ctx: Context,
	index: SearchIndex,
	{ line, next, one }: ReturnType<typeof generatedLines>,
): Promise<void> {
	const rows = await ctx.db.selectFrom('partner_finding.search_entry').select('owner_id').execute();
	const owner = one(rows).owner_id;
	await ctx.db.deleteFrom('partner_finding.search_entry').where('owner_id', '=', owner).execute();
	const fresh = Array.from({ length: next(3) }, line);
	await write(ctx, fresh);
	for (const each of new Set([owner, ...fresh.map(({ owner_id }) => owner_id)]))
		index.replace(each, await documentsOf(ctx, [each]));
}

/** What a snapshot would hold: the old segment without what was taken out, and what lies in the tail. */
async function merged(ctx: Context, index: SearchIndex, segment: Awaited<ReturnType<typeof build>>) {
	expect(index.size.takenOut).toBeGreaterThan(0);
	const all = await build(ctx);
	const changed = new SegmentBuilder(numbersOfEntries);
	const still = new Set<string>();
	for (let slot = 0; slot < segment.slots; slot++) {
		if (segment.has(segment.layout.live, slot)) still.add(idAt(segment, slot));
	}
	for await (const document of allDocuments(ctx)) if (!still.has(document.id)) changed.add(document);
	const both = mergeSegments(segment, changed.finish());
	expect(both.live).toBe(all.live);
	return both;
}

function idAt(segment: Awaited<ReturnType<typeof build>>, slot: number): string {
	const hex = Buffer.from(segment.ids.subarray(slot * 16, slot * 16 + 16)).toString('hex');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

async function build(ctx: Context) {
	const builder = new SegmentBuilder(numbersOfEntries);
	await inTransaction(ctx, async (inside) => {
		for await (const document of allDocuments(inside)) builder.add(document);
	});
	return builder.finish();
}

async function write(ctx: Context, lines: readonly Line[]): Promise<void> {
	if (lines.length > 0)
		await ctx.db
			.insertInto('partner_finding.search_entry')
			.values([...lines])
			.execute();
}
