/** What the parts that find people may know of them: those who are validated, and what they tell others. */
import type { Context } from '#platform/context';
import type { Findable, FindableKind } from '#platform/findable';
import type { PersonId } from '#shared/actor';
import type { SchoolCard } from '#domain/schools';
import type { ProfileField } from './profile.ts';
import { findableRows, validatedPage } from './profiles.sql.ts';

export type FindablePerson = {
	readonly id: PersonId;
	readonly name: string;
	/** The school under which the person appears. */
	readonly school: SchoolCard;
	readonly about: string;
	readonly wishes: string;
	/** The language it was written in. */
	readonly aboutLocale: string | null;
	readonly subjects: readonly string[];
	readonly languages: readonly string[];
	readonly agesFrom: number | null;
	readonly agesTo: number | null;
	readonly available: boolean;
	readonly wantsToFound: boolean;
	/** The stages of schooling at the school, and the person's role there. */
	readonly levels: readonly string[];
	readonly role: string | null;
	readonly activeAt: Date;
	/** When the person last changed what others read. */
	readonly changedAt: Date;
};

/**
 * The validated teachers among these persons; whoever is left out must not be found. For the listeners of
 * parts that keep an index, whoever acts: open-to-all.
 */
export async function findablePeople(ctx: Context, persons: readonly PersonId[]): Promise<FindablePerson[]> {
	if (persons.length === 0) return [];
	const rows = await findableRows(ctx, persons);
	return rows.flatMap(({ school, levels, hidden, ...row }) =>
		school ? [{ ...shownOf(row, hidden), levels: levels ?? [], school }] : [],
	);
}

/** What is hidden is found by nothing. */
function shownOf<Row extends Hideable>(row: Row, hidden: readonly string[]): Row {
	const shows = (field: ProfileField) => !hidden.includes(field);
	return {
		...row,
		about: shows('about') ? row.about : '',
		wishes: shows('wishes') ? row.wishes : '',
		wantsToFound: shows('wishes') && row.wantsToFound,
		subjects: shows('subjects') ? row.subjects : [],
		languages: shows('languages') ? row.languages : [],
		agesFrom: shows('ages') ? row.agesFrom : null,
		agesTo: shows('ages') ? row.agesTo : null,
	};
}

type Hideable = Pick<
	FindablePerson,
	'about' | 'wishes' | 'wantsToFound' | 'subjects' | 'languages' | 'agesFrom' | 'agesTo'
>;

/** Validated teachers, in the words of the search. */
export const findableTeachers: FindableKind = {
	kind: 'person',
	of: 'person',
	read: async (ctx, persons) => (await findablePeople(ctx, persons)).map(findableOf),
	owners: validatedPage,
};

function findableOf(person: FindablePerson): Findable {
	const { school } = person;
	return {
		id: person.id,
		owner: person.id,
		person: person.id,
		schools: [school],
		values: {
			language: person.languages,
			subject: person.subjects,
			level: person.levels,
			role: person.role === null ? [] : [person.role],
			available: person.available ? ['on'] : [],
			founding: person.available && person.wantsToFound ? ['on'] : [],
		},
		agesFrom: person.agesFrom,
		agesTo: person.agesTo,
		activeAt: person.activeAt,
		title: null,
		words: person.about,
		locale: person.aboutLocale,
		texts: { title: [person.name], place: [school.name, school.town], text: [person.about, person.wishes] },
		changedAt: person.changedAt,
	};
}
