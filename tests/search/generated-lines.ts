// Lines of the search made by chance: few words, many likenesses, so that queries meet each other everywhere.
import type { Insertable } from 'kysely';
import {
	activeDays,
	ageBandNames,
	kinds,
	postKinds,
	type Chosen,
	type PartnerQuery,
} from '#domain/partner-finding';
import { newId } from '#platform/ids';
import { chance } from '#platform/search-index/chance';
import type { DB } from '#platform/schema';
import { schoolLevels } from '#shared/vocabulary';
import { people, schools } from '../world/index.ts';

export type Line = Insertable<DB['partner_finding.search_entry']>;

const names = 'ana anna annamaria garcia gracia garcias papadaki papadakis holm holmes nunes nuno'.split(' ');
const towns = 'porto portalegre aarhus thessaloniki tesaloniki tallinn'.split(' ');
const someTowns = ['PT Porto', 'PT Évora: centro', 'DK Århus', 'GR Θεσσαλονίκη', 'FR Aÿ'];
const texts =
	'river rivers forest lantern lanterns robot robots music musik the we class klasse garcia porto measure'.split(
		' ',
	);
const typed = [...names, ...towns, ...texts, 'biologie', 'portugal', 'mathematik', 'grece'];
const fewCountries = ['PT', 'DK', 'GR', 'FR'];
const fewLanguages = ['en', 'fr', 'da', 'pt'];
const fewSubjects = ['biology', 'music', 'mathematics', 'art', 'geography'];
const finders = [people.freja.id, people.tiago.id, people.amelie.id, people.eleni.id, people.lukas.id];
const day = 24 * 3600 * 1000;

/** A world of lines and of questions about them, the same for the same seed. */
export function generatedLines(seed: number, now: Date) {
	const { next, one, some } = chance(seed);
	const slip = (word: string): string => {
		const at = next(word.length);
		const letter = one([...'abcdefghijklmnopqrstuvwxyz']);
		const ways = [
			word.slice(0, at) + word.slice(at + 1),
			word.slice(0, at) + letter + word.slice(at),
			word.slice(0, at) + letter + word.slice(at + 1),
			word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
		];
		return one(ways);
	};
	const words = (list: readonly string[], most: number) =>
		Array.from({ length: next(most + 1) }, () => ` ${next(12) === 0 ? slip(one(list)) : one(list)}`).join('');
	/** At most one line of a person for each kind but posts. */
	const line = (): Line => {
		const kind = one(kinds);
		const ofPerson = kind === 'person' || kind === 'post';
		const person_id = ofPerson ? one(finders) : null;
		const thing_id = newId();
		const [from, to] = next(4) === 0 ? [null, null] : [3 + next(12), 15 + next(6)];
		const bands = from === null ? [] : some(ageBandNames, 3);
		const values: Record<string, readonly string[]> = {
			kind: [kind],
			purpose: kind === 'post' ? [one(postKinds)] : [],
			country: kind === 'project' ? some(fewCountries, 3) : [one(fewCountries)],
			language: some(fewLanguages, 3),
			subject: some(fewSubjects, 3),
			ages: bands,
			level: some(schoolLevels, 2),
			role: ofPerson ? [one(['teacher', 'head'])] : [],
			available: ofPerson && next(4) > 0 ? ['on'] : [],
			founding: ofPerson && next(3) === 0 ? ['on'] : [],
			town: kind === 'project' ? some(someTowns, 3) : [one(someTowns)],
			label: kind !== 'post' && next(3) === 0 ? ['on'] : [],
		};
		return {
			kind,
			thing_id,
			owner_id: person_id ?? thing_id,
			person_id,
			school_ids: [schools.ribeira.id],
			tags: Object.entries(values).flatMap(([group, each]) => each.map((value) => `${group}:${value}`)),
			ages_from: from,
			ages_to: to,
			active_on: ofPerson ? dayText(now.getTime() - next(150) * day) : null,
			title: null,
			words: '',
			locale: null,
			expires_at: kind === 'post' ? new Date(now.getTime() + (next(20) - 4) * day) : null,
			title_words: words(names, 3),
			place_words: words(towns, 2),
			other_words: words(texts, 9),
			fresh: next(3) === 0 ? 0 : next(40),
		};
	};
	const word = (): string => {
		const whole = one(typed);
		const turn = next(8);
		if (turn < 2) return whole.slice(0, 1 + next(whole.length));
		if (turn === 2) return slip(whole);
		if (turn === 3) return slip(slip(whole));
		return whole;
	};
	const query = (): PartnerQuery => {
		const now_and_then = (values: readonly string[], most: number) =>
			next(3) === 0 ? some(values, most) : [];
		const chosen: Chosen = {
			kind: now_and_then(kinds, 2),
			purpose: next(8) === 0 ? some(postKinds, 2) : [],
			country: now_and_then([...fewCountries, 'XX'], 3),
			town: now_and_then([...someTowns, 'PT Nowhere'], 2),
			language: now_and_then(fewLanguages, 2),
			subject: now_and_then(fewSubjects, 2),
			ages: now_and_then(ageBandNames, 2),
			level: next(5) === 0 ? some(schoolLevels, 2) : [],
			role: next(8) === 0 ? ['teacher'] : [],
			available: next(6) === 0 ? ['on'] : [],
			active: next(6) === 0 ? some(Object.keys(activeDays), 2) : [],
			founding: next(8) === 0 ? ['on'] : [],
			label: next(8) === 0 ? ['on'] : [],
		};
		return {
			text: Array.from({ length: next(4) }, word).join(' '),
			chosen: next(4) === 0 ? { ...chosen, country: [], subject: [] } : chosen,
			order: one(['relevance', 'recent']),
		};
	};
	return { line, query, next, one };
}

function dayText(at: number): string {
	return new Date(at).toISOString().slice(0, 10);
}
