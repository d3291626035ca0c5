// A Europe made by chance, the same for the same seed: schools, educators, their posts and projects with the lines by
// which the search finds them. Sizes follow the programme: for each educator about a quarter of a school, an eighth of a
// project; every thirtieth looks for partners by a post.
import type { Insertable } from 'kysely';
import type { DB } from '#platform/schema';
import { chance } from '#platform/search-index/chance';
import { searchable } from '#shared/folding';
import { languages, schoolLevels, schoolRoles, subjects } from '#shared/vocabulary';
import { bandsOf, townValue } from '../../src/server/domain/partner-finding/groups.ts';
import { countries, tongues, type Tongue } from './names.ts';

export type Line = Insertable<DB['partner_finding.search_entry']>;
export type School = {
	id: string;
	country: string;
	name: string;
	town: string;
	levels: string[];
	language: string;
};
export type Educator = {
	id: string;
	name: string;
	country: string;
	school: School;
	role: string;
	line: Line;
};
export type Post = { id: string; author: Educator; kind: string; title: string; words: string; line: Line };
export type Project = {
	id: string;
	shortId: string;
	title: string;
	summary: string;
	locale: string;
	members: { person: string; school: School }[];
	line: Line;
};

export interface Sizes {
	readonly educators: number;
	readonly schools: number;
	readonly projects: number;
}

export function sizesFor(educators: number): Sizes {
	return {
		educators,
		schools: Math.round((educators * 295) / 1200),
		projects: Math.round((educators * 160) / 1200),
	};
}

const day = 24 * 3600 * 1000;
const now = Date.parse('2026-11-01T00:00:00Z');
const vocabularySize = 7000;
const postsOneOf = 30;
/** One of so many holds a quality label. */
const labelledOneOf = { school: 19, person: 23, project: 11 };
/** Posts of the bench never end. */
export const endOfPosts = '2040-01-01T00:00:00Z';

export class Europe {
	readonly sizes: Sizes;
	readonly schools: readonly School[];
	readonly #byCountry = new Map<string, School[]>();
	readonly #codes: readonly string[];
	readonly #words = new Map<string, readonly string[]>();

	constructor(educators: number) {
		this.sizes = sizesFor(educators);
		// as many entries as thousandths, so that one draw gives a country by its share
		this.#codes = Object.entries(countries).flatMap(([code, { share }]) =>
			Array.from({ length: share }, () => code),
		);
		const drawn = chance(1);
		this.schools = Array.from({ length: this.sizes.schools }, (_, number) => this.#school(number, drawn));
		for (const school of this.schools) {
			const list = this.#byCountry.get(school.country) ?? [];
			list.push(school);
			this.#byCountry.set(school.country, list);
		}
	}

	schoolLine(school: School, number: number): Line {
		return line({
			kind: 'school',
			id: school.id,
			owner: school.id,
			schools: [school],
			values: {
				country: [school.country],
				language: [school.language],
				level: school.levels,
				label: labelled('school', number),
			},
			title: school.name,
			words: '',
			locale: school.language,
			texts: [school.name, school.town, ''],
			fresh: 0,
		});
	}

	*educators(): Generator<Educator> {
		const drawn = chance(2);
		for (let number = 0; number < this.sizes.educators; number++) {
			const country = drawn.one(this.#codes);
			const list = this.#byCountry.get(country) ?? this.schools;
			yield this.#educator(number, drawn.one(list), drawn);
		}
	}

	/** The post of an educator, where they have one. */
	postOf(author: Educator, number: number): Post | undefined {
		if (number % postsOneOf !== 0) return undefined;
		const drawn = chance(0x4000_0000 + number);
		const { next, one, some } = drawn;
		const { school, line: entry } = author;
		const id = idOf(4, number);
		const kind = one(['found-project', 'join-project', 'erasmus']);
		const title = capital(this.#text(school.language, 2 + next(4), drawn)).slice(0, 100);
		const words = this.#text(school.language, 20 + next(40), drawn).slice(0, 2000);
		const age = 3 + next(14);
		const found = line({
			...{ kind: 'post', id, owner: author.id, person: author.id, schools: [school] },
			values: {
				purpose: [kind],
				country: [school.country],
				language: [school.language],
				subject: some(subjects, 3),
				level: school.levels,
				role: [author.role],
				available: ['on'],
				founding: kind === 'found-project' ? ['on'] : [],
			},
			ages: [age, Math.min(20, age + next(6))],
			...(entry.active_on ? { activeOn: String(entry.active_on) } : {}),
			...{ title, words: words.slice(0, 240), locale: school.language },
			texts: [title, `${author.name} ${school.name} ${school.town}`, words],
			fresh: now - next(60 * 24) * 3600 * 1000,
		});
		return { id, author, kind, title, words, line: { ...found, expires_at: endOfPosts } };
	}

	/** `educatorAt` gives the id and school of an educator by number. */
	*projects(educatorAt: (number: number) => { id: string; school: School }): Generator<Project> {
		const drawn = chance(3);
		for (let number = 0; number < this.sizes.projects; number++)
			yield this.#project(number, educatorAt, drawn);
	}

	/** Words of a language by how common they are: the real ones first. */
	wordsOf(language: string): readonly string[] {
		const known = this.#words.get(language);
		if (known) return known;
		const { words: real, syllables, endings } = tongueOf(language);
		const { next, one } = chance(language.charCodeAt(0) * 256 + language.charCodeAt(1));
		const words = [...real];
		while (words.length < vocabularySize) {
			const stem = Array.from({ length: 2 + next(3) }, () => one(syllables)).join('');
			words.push(next(3) === 0 ? stem + one(endings) : stem);
		}
		this.#words.set(language, words);
		return words;
	}

	#school(number: number, drawn: Drawn): School {
		const { one, next, some } = drawn;
		const country = one(this.#codes);
		const language = countries[country]?.tongue ?? 'en';
		const tongue = tongueOf(language);
		const town = next(3) === 0 ? one(tongue.towns) : townOf(tongue, drawn);
		const name = one(tongue.schools)
			.replace('#', next(2) === 0 ? one(tongue.surnames) : surnameOf(tongue, drawn))
			.replace('@', town)
			.replace('1', String(1 + next(40)));
		const levels = some(schoolLevels, 2);
		return {
			id: idOf(1, number),
			country,
			name,
			town,
			levels: levels.length > 0 ? levels : ['primary'],
			language,
		};
	}

	#educator(number: number, school: School, drawn: Drawn): Educator {
		const { one, next, some } = drawn;
		const tongue = tongueOf(school.language);
		const id = idOf(2, number);
		const surname = next(10) < 4 ? one(tongue.surnames) : surnameOf(tongue, drawn);
		const name = `${one(tongue.first)} ${surname}${next(6) === 0 ? ` ${surnameOf(tongue, drawn)}` : ''}`;
		const about = this.#text(school.language, 15 + next(50), drawn);
		const age = next(12) === 0 ? null : 3 + next(14);
		// half of them within the last two years
		const fresh = now - Math.floor((next(1_000_000) / 1_000_000) ** 2 * 8 * 365 * day);
		const role = next(8) === 0 ? one(schoolRoles) : 'teacher';
		const values = {
			country: [school.country],
			language: [...new Set([school.language, ...(next(4) > 0 ? ['en'] : []), ...some(languages, 2)])],
			subject: some(subjects, 4),
			level: school.levels,
			role: [role],
			available: next(5) > 0 ? ['on'] : [],
			founding: next(9) === 0 ? ['on'] : [],
			label: labelled('person', number),
		};
		const entry = line({
			kind: 'person',
			id,
			owner: id,
			person: id,
			schools: [school],
			values,
			...(age !== null && { ages: [age, Math.min(20, age + next(6))] as const }),
			activeOn: new Date(Math.min(now, fresh + next(200) * day)).toISOString().slice(0, 10),
			title: null,
			words: about.slice(0, 240),
			locale: school.language,
			texts: [name, `${school.name} ${school.town}`, about],
			fresh,
		});
		return { id, name, country: school.country, school, role, line: entry };
	}

	#project(
		number: number,
		educatorAt: (number: number) => { id: string; school: School },
		drawn: Drawn,
	): Project {
		const { next, some } = drawn;
		const id = idOf(3, number);
		const members = Array.from({ length: 2 + next(4) }, () => educatorAt(next(this.sizes.educators)));
		const founder = members[0] as { id: string; school: School };
		const unique = [...new Map(members.map((each) => [each.id, each])).values()];
		const locale = next(3) > 0 ? 'en' : founder.school.language;
		const title = capital(this.#text(locale, 2 + next(5), drawn));
		const summary = this.#text(locale, 20 + next(50), drawn).slice(0, 600);
		const schools = [...new Map(unique.map(({ school }) => [school.id, school])).values()];
		const age = 3 + next(14);
		const entry = line({
			kind: 'project',
			id,
			owner: id,
			schools,
			values: {
				country: [...new Set(schools.map(({ country }) => country))],
				language: [...new Set([locale, ...some(languages, 1)])],
				subject: some(subjects, 4),
				level: [...new Set(schools.flatMap(({ levels }) => levels))],
				label: labelled('project', number),
			},
			ages: [age, Math.min(20, age + next(6))],
			title,
			words: summary.slice(0, 240),
			locale: locale,
			texts: [title, schools.flatMap(({ name, town }) => [name, town]).join(' '), summary],
			fresh: now - next(12 * 365 * 24) * 3600 * 1000,
		});
		const shortId = number.toString(36).padStart(8, '0');
		return {
			id,
			shortId,
			title,
			summary,
			locale: locale,
			members: unique.map(({ id: person, school }) => ({ person, school })),
			line: entry,
		};
	}

	#text(language: string, words: number, { next }: Drawn): string {
		const vocabulary = this.wordsOf(language);
		return Array.from({ length: words }, () => vocabulary[common(vocabulary.length, next)] ?? '').join(' ');
	}
}

type Drawn = ReturnType<typeof chance>;

function labelled(kind: keyof typeof labelledOneOf, number: number): string[] {
	return number % labelledOneOf[kind] === 0 ? ['on'] : [];
}

/** The commoner the nearer to the beginning. */
export function common(size: number, next: (below: number) => number): number {
	return Math.floor(size ** (next(1_000_000) / 1_000_000)) - 1;
}

export function surnameOf(tongue: Tongue, { one, next }: Pick<Drawn, 'one' | 'next'>): string {
	const stem = Array.from({ length: 1 + next(3) }, () => one(tongue.syllables)).join('');
	return capital(stem + one(tongue.endings));
}

export function tongueOf(language: string): Tongue {
	return tongues[language] ?? (tongues['en'] as Tongue);
}

function townOf(tongue: Tongue, { one, next }: Pick<Drawn, 'one' | 'next'>): string {
	const stem = Array.from({ length: 1 + next(2) }, () => one(tongue.syllables)).join('');
	return capital(stem + one(tongue.townEndings));
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A UUID of the seventh version whose last half looks random and is always the same. */
function idOf(kind: number, number: number): string {
	const { next } = chance(kind * 0x1000_0000 + number);
	const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
	const time = 0x0190_0000_0000 + number * 977;
	return `${hex(Math.floor(time / 65_536), 8)}-${hex(time % 65_536, 4)}-7${hex(next(4096), 3)}-8${hex(next(4096), 3)}-${hex(next(2 ** 24), 6)}${hex(next(2 ** 24), 6)}`;
}

const foldedWords = new Map<string, string>();

/** As the platform folds it, with each word folded only once. */
function folded(text: string): string {
	const words = text.split(' ').map((word) => {
		const known = foldedWords.get(word) ?? searchable(word);
		foldedWords.set(word, known);
		return known === '' ? '' : ` ${known}`;
	});
	return words.join('');
}

function line(made: {
	kind: string;
	id: string;
	owner: string;
	person?: string;
	schools: readonly School[];
	values: Readonly<Record<string, readonly string[]>>;
	ages?: readonly [number, number];
	activeOn?: string;
	title: string | null;
	words: string;
	locale: string;
	texts: readonly [string, string, string];
	fresh: number;
}): Line {
	const [from, to] = made.ages ?? [null, null];
	const town = [...new Set(made.schools.map(townValue))];
	const values = { kind: [made.kind], ...made.values, ages: bandsOf(from, to), town };
	return {
		kind: made.kind,
		thing_id: made.id,
		owner_id: made.owner,
		person_id: made.person ?? null,
		school_ids: made.schools.map(({ id }) => id),
		tags: Object.entries(values).flatMap(([group, each]) => each.map((value) => `${group}:${value}`)),
		ages_from: from,
		ages_to: to,
		active_on: made.activeOn ?? null,
		title: made.title,
		words: made.words,
		locale: made.locale,
		expires_at: null,
		title_words: folded(made.texts[0]),
		place_words: folded(made.texts[1]),
		other_words: folded(made.texts[2]),
		fresh: made.fresh,
	};
}
