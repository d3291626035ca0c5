import { expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { chance } from './chance.ts';
import { fits, type IndexedDocument, type IndexQuery, type NamedValue, type Position } from './document.ts';
import { mergeSegments } from './merge-segments.ts';
import { comparePositions } from './part-search.ts';
import { SegmentBuilder } from './segment-builder.ts';
import type { Segment } from './segment.ts';
import { SearchIndex, emptyIndex } from './search-index.ts';

const names = ['anna', 'annamaria', 'garcia', 'gracia', 'papadaki', 'papadakis', 'holm', 'nunes'];
const towns = ['porto', 'portalegre', 'aarhus', 'thessaloniki', 'tesaloniki'];
const labels = Array.from({ length: 40 }, (_, at) => `label${at}`);
const villages = Array.from({ length: 90 }, (_, at) => `${at % 3 === 0 ? 'Ærø' : 'Ay'} ${at}`);
const text = 'river rivers forest lantern robot robots music the we garcia porto measure'.split(' ');

function world(seed: number, size: number) {
	const { next, one, some } = chance(seed);
	const owners = Array.from({ length: Math.ceil(size * 0.9) }, () => newId());
	const words = (list: readonly string[], most: number) =>
		Array.from({ length: next(most + 1) }, () => one(list)).join(' ');
	const document = (owner = one(owners)): IndexedDocument => ({
		id: newId(),
		owner,
		values: {
			kind: [one(['person', 'post'])],
			country: [one(['PT', 'DK', 'GR'])],
			subject: some(['art', 'biology', 'music'], 3),
			// some have more values than a record has room for
			label: next(6) === 0 ? some(labels, 30) : [],
			available: next(3) > 0 ? ['on'] : [],
		},
		listed: { village: some(villages, 3) },
		texts: [words(names, 2), words(towns, 2), words(text, 8)],
		// many at the same moment, as after an import
		fresh: next(4) === 0 ? 0 : next(50),
		...(next(5) === 0 && { until: 90 + next(20) }),
		numbers: next(4) === 0 ? {} : { day: next(100) },
	});
	const typed = () => {
		const list = one([names, towns, text]);
		const word = one(list);
		if (next(4) === 0) return word.slice(0, 1 + next(word.length));
		if (next(4) > 0 || word.length < 4) return word;
		const at = 1 + next(word.length - 1);
		return word.slice(0, at) + one(['x', '', 'oa']) + word.slice(at + 1);
	};
	const query = (): IndexQuery => ({
		words: [...new Set(Array.from({ length: next(4) }, typed))].map((word) => ({
			word,
			named: namedBy(word),
		})),
		chosen: {
			kind: some(['person', 'post'], 1),
			country: next(2) === 0 ? [] : some(['PT', 'DK', 'XX'], 2),
			subject: next(2) === 0 ? [] : some(['art', 'biology'], 2),
			available: next(4) === 0 ? ['on'] : [],
			active: next(4) === 0 ? ['month'] : [],
			village: next(3) === 0 ? [...some(villages, 30), 'Nowhere'] : [],
		},
		leastNumbers: { active: { number: 'day', least: { month: 70, quarter: 30 } } },
		withoutOwners: some(owners, 3),
		now: 100,
		order: one(['relevance', 'recent']),
		most: 7,
	});
	return { owners, document, query, next, one };
}

/** A word names the same values every time. */
function namedBy(word: string): NamedValue[] {
	const fit = fits[word.length % 5];
	return fit && word > 'm' ? [{ group: 'subject', value: 'music', fit }] : [];
}

function segmentOf(documents: readonly IndexedDocument[]): Segment {
	const builder = new SegmentBuilder(['day']);
	const position = ({ fresh, id }: IndexedDocument): Position => ({ score: 0, fresh, id });
	for (const each of documents.toSorted((one, other) => comparePositions(position(other), position(one))))
		builder.add(each);
	return builder.finish();
}

/** All pages of a query, one after another. */
function pagesOf(index: SearchIndex, query: IndexQuery) {
	const first = index.search(query);
	const hits = [...first.hits];
	for (let page = first; page.hits.length === query.most;) {
		page = index.search({ ...query, after: page.hits.at(-1) });
		expect({ ...page, hits: [] }).toEqual({ ...first, hits: [] });
		hits.push(...page.hits);
	}
	return { ...first, hits };
}

test('documents that lie still and documents that changed answer alike, page by page', () => {
	for (let seed = 1; seed <= 6; seed++) {
		const { owners, document, query, one } = world(seed, 300);
		// slot by slot, all at once, and each for some words
		const few = [undefined, 0, 60][seed % 3];
		const documents = Array.from({ length: 300 }, () => document());
		const plain = emptyIndex(['day']);
		const still = new SearchIndex(segmentOf(documents), few);
		const state = new Map(owners.map((owner) => [owner, documents.filter((each) => each.owner === owner)]));
		for (const [owner, own] of state) plain.replace(owner, own);
		for (let turn = 0; turn < 60; turn++) {
			const asked = query();
			expect(pagesOf(still, asked)).toEqual(pagesOf(plain, asked));
			const owner = one(owners);
			const own = turn % 3 === 0 ? [] : [document(owner), ...(turn % 3 === 1 ? [] : [document(owner)])];
			expect(still.replace(owner, own)).toBe(plain.replace(owner, own));
		}
		expect(still.size.documents).toBe(plain.size.documents);
		expect(plain.size.takenOut).toBe(0);
	}
});

test('counts that are asked for late are those of their own search', () => {
	for (let seed = 50; seed <= 56; seed++) {
		const { owners, document, query } = world(seed, 300);
		const few = [undefined, 0, 60][seed % 3];
		const index = new SearchIndex(segmentOf(Array.from({ length: 300 }, () => document())), few);
		for (let turn = 0; turn < 20; turn++) {
			const [asked, other] = [query(), query()];
			const early = { ...index.search(asked) };
			const late = index.search(asked);
			if (turn % 2 === 0) index.search(other);
			else index.replace(owners[turn] ?? '', [document(owners[turn])]);
			expect({ ...late }).toEqual(early);
		}
	}
});

test('a segment made of two is the same as one made at once, and keeps nothing of what was taken out', () => {
	for (let seed = 20; seed <= 26; seed++) {
		const { owners, document, query } = world(seed, 200);
		const first = Array.from({ length: 200 }, () => document());
		const gone = new Set(owners.slice(0, 90));
		const secret = {
			...document(owners[0]),
			texts: ['secretname', '', ''] as const,
			values: { kind: ['secret'] },
			listed: { village: ['secretplace'] },
		};
		const one = segmentOf([...first, secret]);
		for (const owner of gone) one.takeOut(owner);
		const later = owners.slice(0, 60).map((owner) => document(owner));
		const merged = mergeSegments(one, segmentOf(later));
		const whole = segmentOf([...first.filter(({ owner }) => !gone.has(owner)), ...later]);
		expect(merged.head).toEqual(whole.head);
		const kept = (segment: Segment) => Buffer.from(segment.bytes.subarray(0, segment.layout.keptEnd));
		expect(kept(merged).equals(kept(whole))).toBe(true);
		expect(kept(merged).includes('secret')).toBe(false);
		const asked = query();
		expect(pagesOf(new SearchIndex(merged), asked)).toEqual(pagesOf(new SearchIndex(whole), asked));
	}
});

test('an empty index answers', () => {
	const { query } = world(40, 1);
	expect(emptyIndex([]).search(query())).toMatchObject({ total: 0, hits: [], counts: {} });
});
