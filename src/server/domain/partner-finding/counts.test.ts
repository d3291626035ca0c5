// The counts of the search against the same rules written as plain filters, on teachers made by chance.
import { expect, test } from 'vitest';
import { compose } from '#platform/part';
import { newId } from '#platform/ids';
import { languages, subjects } from '#shared/vocabulary';
import { testDatabase } from '../../../../tests/world/database.ts';
import { people, schools, teacher } from '../../../../tests/world/index.ts';
import { allParts } from '../../parts.ts';
import { searchPartners, type PartnerQuery } from './index.ts';
import { ageBands, ageBandNames, entryKinds, type AgeBand, type EntryKind } from './query.ts';

compose(allParts);
const world = testDatabase();

/** The same numbers in every run. */
function chance(seed: number) {
	let state = seed;
	const next = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
	const some = <T>(list: readonly T[], most: number): T[] => [
		...new Set(Array.from({ length: next(most + 1) }, () => list[next(list.length)] as T)),
	];
	return { next, some };
}

const countryCodes = ['PT', 'DK', 'FR', 'TN', 'GR', 'AT'];
const fewLanguages = languages.slice(10, 18);
const fewSubjects = subjects.slice(0, 8);
type Line = Awaited<ReturnType<typeof makeLines>>[number];

test('total and every count are exact for a hundred queries', async () => {
	const { next, some } = chance(20_261_005);
	const lines = await makeLines(300, next, some);
	for (let turn = 0; turn < 100; turn++) {
		const query: PartnerQuery = {
			text: '',
			kinds: some(entryKinds, 2),
			countries: some(countryCodes, 2),
			languages: some(fewLanguages, 2),
			subjects: some(fewSubjects, 3),
			ages: some(ageBandNames, 2),
			availableOnly: next(3) === 0,
			order: 'recent',
		};
		const { total, facets } = await searchPartners(world.as(teacher('ines')), query);
		expect({ total, ...facets }).toEqual(expected(lines, query));
	}
});

function expected(lines: readonly Line[], query: PartnerQuery) {
	const passes = {
		kinds: (line: Line) => query.kinds.length === 0 || query.kinds.includes(line.kind),
		countries: (line: Line) => query.countries.length === 0 || query.countries.includes(line.country),
		languages: (line: Line) =>
			query.languages.length === 0 || query.languages.some((code) => line.languages.includes(code)),
		subjects: (line: Line) =>
			query.subjects.length === 0 || query.subjects.some((code) => line.subjects.includes(code)),
		ages: (line: Line) => query.ages.length === 0 || query.ages.some((band) => overlaps(line, band)),
		available: (line: Line) => !query.availableOnly || line.available,
	};
	const groups = Object.keys(passes) as (keyof typeof passes)[];
	const without = (group?: keyof typeof passes) =>
		lines.filter((line) => groups.every((one) => one === group || passes[one](line)));
	const count = (group: keyof typeof passes, values: (line: Line) => readonly string[]) => {
		const counted: Record<string, number> = {};
		for (const value of without(group).flatMap(values)) counted[value] = (counted[value] ?? 0) + 1;
		return counted;
	};
	return {
		total: without().length,
		kinds: count('kinds', (line) => [line.kind]),
		countries: count('countries', (line) => [line.country]),
		languages: count('languages', (line) => line.languages),
		subjects: count('subjects', (line) => line.subjects),
		ages: count('ages', (line) => ageBandNames.filter((band) => overlaps(line, band))),
		available: without('available').filter((line) => line.available).length,
	};
}

function overlaps(line: Line, band: AgeBand): boolean {
	const [first, last] = ageBands[band];
	return line.ages_from !== null && line.ages_to !== null && line.ages_from <= last && line.ages_to >= first;
}

async function makeLines(
	count: number,
	next: (below: number) => number,
	some: <T>(list: readonly T[], most: number) => T[],
) {
	const lines = Array.from({ length: count }, (_, turn) => {
		const from = next(5) === 0 ? null : 3 + next(15);
		return {
			kind: entryKinds[next(entryKinds.length)] as EntryKind,
			thing_id: newId(),
			person_id: people.freja.id,
			school_id: schools.skovbakke.id,
			country: countryCodes[next(countryCodes.length)] as string,
			languages: some(fewLanguages, 3),
			subjects: some(fewSubjects, 4),
			ages_from: from,
			ages_to: from === null ? null : Math.min(20, from + next(5)),
			available: next(4) !== 0,
			words: '',
			head: '',
			folded: '',
			fresh_at: new Date(Date.UTC(2026, 0, 1, 0, turn)),
		};
	});
	await world.db.deleteFrom('partner_finding.search_entry').execute();
	await world.db.insertInto('partner_finding.search_entry').values(lines).execute();
	return lines;
}
