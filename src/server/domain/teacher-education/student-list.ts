/** Reads a list of people as somebody pasted it: from a mail program, a table, or typed by hand. Pure. */
import { isMailAddress } from '#platform/mail-address';
import { mostStudents } from './cohort.ts';

export type ListProblem = 'no-address' | 'bad-address' | 'no-name' | 'twice' | 'too-many';

export type ListedPerson = {
	/** Counted from 1, as the person sees it. */
	readonly line: number;
	readonly name: string;
	readonly email: string;
	readonly problem?: ListProblem;
};

/** Anything that is meant as an address, good or bad. */
const likeAddress = /[^\s<>()[\],;:"'|]+@[^\s<>()[\],;"'|]*/g;
/** What stands round names and addresses. */
const between = /[\t;|]+|\s{3,}/;
const headings =
	/^[\s;,|\t"]*(e-?mail|mail|name|nom|navn|vorname|nachname|last ?name|first ?name|surname|address|adresse|prénom|البريد|الاسم)\b/iu;

/**
 * The people of a list, in its order, each with what is wrong. Lines of headings and empty lines are left out; a line
 * may hold several people when each has an address.
 */
export function readStudentList(text: string): ListedPerson[] {
	const people = text.split(/\r\n|\r|\n/).flatMap((line, place) => peopleIn(line, place + 1));
	const seen = new Set<string>();
	return people.map((person, place) => {
		if (person.problem) return person;
		const key = person.email.toLowerCase();
		if (seen.has(key)) return { ...person, problem: 'twice' };
		seen.add(key);
		return place >= mostStudents ? { ...person, problem: 'too-many' } : person;
	});
}

function peopleIn(text: string, line: number): ListedPerson[] {
	const addresses = [...text.matchAll(likeAddress)];
	if (addresses.length === 0) {
		const name = nameIn(text);
		if (name === '' || headings.test(text)) return [];
		return [{ line, name, email: '', problem: 'no-address' }];
	}
	if (addresses.length === 1) return [personOf(text, line)];
	// several people: `Ana Silva <ana@…>; Rui Costa <rui@…>`, cut behind each address or before the next one
	const nameComesFirst = nameIn(text.slice(0, addresses[0]?.index ?? 0)) !== '';
	const cuts = addresses.map(({ index, 0: found }) => (nameComesFirst ? index + found.length : index));
	const edges = nameComesFirst ? [0, ...cuts] : [...cuts, text.length];
	return edges.slice(0, -1).map((from, place) => personOf(text.slice(from, edges[place + 1]), line));
}

function personOf(text: string, line: number): ListedPerson {
	const email = (/[^\s<>()[\],;:"'|]+@[^\s<>()[\],;"'|]*/.exec(text)?.[0] ?? '').replace(/[.]+$/, '');
	const name = nameIn(text.replace(email, '\t'));
	if (!isMailAddress(email)) return { line, name, email, problem: 'bad-address' };
	return name === '' ? { line, name, email, problem: 'no-name' } : { line, name, email };
}

/** `Silva, Ana` and a first and a last cell become one name; what else stands in the line is no name. */
function nameIn(text: string): string {
	const bare = text.replaceAll(/mailto:|[<>()[\]"]|^\s*(\d+[.)]|[-*•])\s+/gu, ' ');
	const cells = bare
		.split(between)
		.map((cell) => cell.replaceAll(/^[\s,;:]+|[\s,;:]+$/g, ''))
		.filter((cell) => /\p{L}/u.test(cell));
	const [first = '', second] = cells;
	const turned = /^([^,]+),\s*([^,]+)$/.exec(first);
	const name = turned
		? `${turned[2]} ${turned[1]}`
		: isOneWord(first) && second
			? `${first} ${second}`
			: first;
	return name.replaceAll(/\s+/g, ' ').trim().slice(0, 100);
}

function isOneWord(text: string): boolean {
	return !/\s/.test(text);
}
