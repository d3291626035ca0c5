// A thousand questions as teachers ask them, the same every time: a third without words, two fifths by one or two
// words, a sixth by the beginning of one, a tenth misspelt; with filters, in either order.
import { activeDays, ageBandNames, queryOf, type PartnerQuery } from '#domain/partner-finding';
import { chance } from '#platform/search-index/chance';
import { subjects } from '#shared/vocabulary';
import { common, surnameOf, tongueOf, type Europe } from './europe.ts';
import { countries } from './names.ts';

/** One of so many questions asks for holders of a quality label. */
const labelOneOf = 20;

export interface Question {
	readonly sort: 'no words' | 'words' | 'beginning' | 'misspelt';
	readonly query: PartnerQuery;
	/** So many pages are turned before the one that is measured. */
	readonly pages: number;
}

export function questionsAbout(europe: Europe, many: number): Question[] {
	const drawn = chance(20_261_126);
	return Array.from({ length: many }, (_, number) => question(europe, number, drawn));
}

function question(europe: Europe, number: number, drawn: ReturnType<typeof chance>): Question {
	const { next, some } = drawn;
	const turn = next(100);
	const sort = turn < 33 ? 'no words' : turn < 73 ? 'words' : turn < 89 ? 'beginning' : 'misspelt';
	const address = new URLSearchParams();
	if (sort !== 'no words') address.set('q', textOf(europe, sort, drawn));
	const add = (group: string, chanceOf: number, values: readonly string[], most: number) => {
		if (next(100) >= chanceOf) return;
		for (const value of some(values, most)) address.append(group, value);
	};
	add('kind', 40, ['person', 'post', 'school', 'project'], 1);
	add('country', 35, Object.keys(countries), 4);
	add('subject', 30, subjects, 3);
	add('language', 25, ['en', 'fr', 'de', 'es', 'it', 'pl', 'tr', 'el'], 2);
	add('ages', 20, ageBandNames, 2);
	add('level', 10, ['primary', 'lower-secondary', 'upper-secondary'], 2);
	add('role', 5, ['teacher', 'head', 'librarian'], 1);
	add('available', 20, ['on'], 1);
	add('founding', 5, ['on'], 1);
	add('active', 15, Object.keys(activeDays), 1);
	if (number % labelOneOf === 0) address.set('label', 'on');
	if (next(10) === 0) address.set('order', sort === 'no words' ? 'relevance' : 'recent');
	return { sort, query: queryOf(address), pages: next(8) === 0 ? 1 + next(4) : 0 };
}

function textOf(europe: Europe, sort: Question['sort'], drawn: ReturnType<typeof chance>): string {
	const { next } = drawn;
	if (sort === 'words') return Array.from({ length: 1 + next(2) }, () => wordOf(europe, drawn)).join(' ');
	const word = wordOf(europe, drawn);
	if (sort === 'beginning') return word.slice(0, 2 + next(Math.max(1, word.length - 2)));
	const at = 1 + next(Math.max(1, word.length - 1));
	const letters = [...word];
	const [one = '', other = ''] = letters.slice(at, at + 2);
	if (next(2) === 0) letters.splice(at, 2, other, one);
	else letters.splice(at, 1);
	return letters.join('');
}

/** Names and towns twice as often as words of texts. */
function wordOf(europe: Europe, drawn: ReturnType<typeof chance>): string {
	const { next, one } = drawn;
	const school = one(europe.schools);
	const tongue = tongueOf(school.language);
	const turn = next(6);
	if (turn === 0) return one(tongue.first);
	if (turn === 1) return one(tongue.surnames);
	if (turn === 2) return surnameOf(tongue, drawn);
	if (turn === 3) return school.town.split(' ')[0] ?? '';
	const words = europe.wordsOf(school.language);
	return words[common(words.length, next)] ?? '';
}
