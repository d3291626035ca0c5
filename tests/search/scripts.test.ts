// What is written in one alphabet, or with one habit of writing, is found as neighbours and other keyboards type it.
import { beforeEach, describe, expect, test } from 'vitest';
import { queryOf, searchPartners } from '#domain/partner-finding';
import { inTransaction } from '#platform/database';
import { newId } from '#platform/ids';
import { SegmentBuilder } from '#platform/search-index/segment-builder';
import { SearchIndex } from '#platform/search-index/search-index';
import {
	allDocuments,
	numbersOfEntries,
} from '../../src/server/domain/partner-finding/indexed-entries.sql.ts';
import { refreshPeople } from '../../src/server/domain/partner-finding/keep-entries.ts';
import type { PartnerSearch } from '../../src/server/domain/partner-finding/partner-search.ts';
import { searchInDatabase } from '../../src/server/domain/partner-finding/search-in-database.ts';
import { searchIn } from '../../src/server/domain/partner-finding/search-in-index.ts';
import { testDatabase } from '../world/database.ts';
import { people, schools, teacher } from '../world/index.ts';

const world = testDatabase();
const day = 24 * 3600 * 1000;

/** Title → what people type for it. Each is found as typed, not by guessing. */
const typed: Readonly<Record<string, readonly string[]>> = {
	'Işıl ışıl İzmir kıyıları': ['izmir', 'İZMİR', 'IZMIR', 'ızmır', 'isil', 'IŞIL', 'KIYILARI', 'kiyi'],
	'Ο δρόμος της Οδύσσειας': ['ΔΡΟΜΟΣ', 'δρομοσ', 'δρόμος', 'της', 'ΤΗΣ', 'ΟΔΎΣΣΕΙΑΣ', 'οδυσσ', 'dromos'],
	'Poveşti şi ţesături din Timişoara': ['povești', 'POVEȘTI', 'povesti', 'țesături', 'tesaturi', 'Timișoara'],
	'Cântece și țări': ['şi', 'ţări', 'ŢĂRI', 'tari', 'cantece'],
	'Песме са Жуте реке': ['pesme', 'Žute', 'zute', 'ŽUTE REKE', 'песме', 'ЖУТЕ'],
	'Čuvari Đerdapa i šljive Njegoša': ['чувари', 'Ђердапа', 'ЂЕРДАП', 'шљиве', 'Његоша', 'cuvari', 'sljive'],
};

beforeEach(async () => {
	const ctx = world.as(teacher('freja'));
	const rows = Object.keys(typed).map((title) => ({
		...{ id: newId(), person_id: people.freja.id, school_id: schools.skovbakke.id },
		...{ kind: 'found-project', title, words: '—', locale: 'en', languages: ['en'] },
		...{ ages_from: 8, ages_to: 12, posted_at: ctx.now, expires_at: new Date(ctx.now.getTime() + 30 * day) },
	}));
	await ctx.db.insertInto('partner_finding.post').values(rows).execute();
	await refreshPeople(ctx, [people.freja.id]);
});

async function inMemory(): Promise<PartnerSearch> {
	const builder = new SegmentBuilder(numbersOfEntries);
	await inTransaction(world.as(teacher('ines')), async (inside) => {
		for await (const document of allDocuments(inside)) builder.add(document);
	});
	return searchIn(new SearchIndex(builder.finish()));
}

describe.each([
	['PostgreSQL', async () => searchInDatabase],
	['the index in memory', inMemory],
])('in %s', (_, engine) => {
	test.each(Object.entries(typed))('“%s” is found in every way to type it', async (title, ways) => {
		const search = await engine();
		for (const words of ways) {
			const query = queryOf(new URLSearchParams({ q: words, kind: 'post' }));
			const page = await searchPartners(world.as(teacher('ines')), query, search);
			const found = page.hits.map((hit) => (hit.kind === 'post' ? hit.title : ''));
			expect([words, page.loosely, found.includes(title)]).toEqual([words, false, true]);
		}
	});
});
