// What is written in one alphabet, or with one habit of writing, is found as neighbours and other keyboards type it.
import { beforeEach, describe, expect, test } from 'vitest';
import { queryOf, searchPartners } from '#domain/partner-finding';
import { testDatabase } from '../world/database.ts';
import { teacher } from '../world/index.ts';
import { bothSearches, postsTitled } from './both-searches.ts';

const world = testDatabase();

/** Title → what people type for it. Each is found as typed, not by guessing. */
const typed: Readonly<Record<string, readonly string[]>> = {
	'Işıl ışıl İzmir kıyıları': ['izmir', 'İZMİR', 'IZMIR', 'ızmır', 'isil', 'IŞIL', 'KIYILARI', 'kiyi'],
	'Ο δρόμος της Οδύσσειας': ['ΔΡΟΜΟΣ', 'δρομοσ', 'δρόμος', 'της', 'ΤΗΣ', 'ΟΔΎΣΣΕΙΑΣ', 'οδυσσ', 'dromos'],
	'Poveşti şi ţesături din Timişoara': ['povești', 'POVEȘTI', 'povesti', 'țesături', 'tesaturi', 'Timișoara'],
	'Cântece și țări': ['şi', 'ţări', 'ŢĂRI', 'tari', 'cantece'],
	'Песме са Жуте реке': ['pesme', 'Žute', 'zute', 'ŽUTE REKE', 'песме', 'ЖУТЕ'],
	'Čuvari Đerdapa i šljive Njegoša': ['чувари', 'Ђердапа', 'ЂЕРДАП', 'шљиве', 'Његоша', 'cuvari', 'sljive'],
};

beforeEach(() =>
	postsTitled(
		world,
		Object.keys(typed).map((title) => ({ title, locale: 'en' })),
	),
);

describe.each(bothSearches)('in %s', (_, engine) => {
	test.each(Object.entries(typed))('“%s” is found in every way to type it', async (title, ways) => {
		const search = await engine(world);
		for (const words of ways) {
			const query = queryOf(new URLSearchParams({ q: words, kind: 'post' }));
			const page = await searchPartners(world.as(teacher('ines')), query, search);
			const found = page.hits.map((hit) => (hit.kind === 'post' ? hit.title : ''));
			expect([words, page.loosely, found.includes(title)]).toEqual([words, false, true]);
		}
	});
});
