/** By what one can filter: the groups with their values, as they stand in the address, in tags and in the index. */
import { postKinds } from './post.ts';
import { languages, schoolLevels, schoolRoles, subjects } from '#shared/vocabulary';

export const kinds = ['person', 'post', 'school', 'project'] as const;
export type Kind = (typeof kinds)[number];

/** Bands of pupils' ages one can tick: first and last year. */
export const ageBands = {
	'3-6': [3, 6],
	'7-10': [7, 10],
	'11-13': [11, 13],
	'14-16': [14, 16],
	'17-20': [17, 20],
} as const;
export type AgeBand = keyof typeof ageBands;
export const ageBandNames = Object.keys(ageBands) as AgeBand[];

/** Was here within so many days. */
export const activeDays = { '30': 30, '90': 90 } as const;

const on = ['on'] as const;

/** Group → its values, or what they look like where the database has them. */
const known = {
	kind: kinds,
	/** Of a post: what the author looks for. */
	purpose: postKinds,
	country: /^[A-Z]{2}$/,
	/** As `townValue` writes it. */
	town: /^[A-Z]{2} \S.{0,199}$/u,
	language: languages,
	subject: subjects,
	ages: ageBandNames,
	level: schoolLevels,
	role: schoolRoles,
	available: on,
	active: Object.keys(activeDays),
	/** Wants to found a project. */
	founding: on,
	/** A teacher who holds a quality label; a project or school that has one. */
	label: on,
} as const satisfies Readonly<Record<string, readonly string[] | RegExp>>;

export type Group = keyof typeof known;
export const groups = Object.keys(known) as Group[];

/** Groups with very many values: of these only the chosen ones are counted. */
export const listedGroups: readonly Group[] = ['town'];

/** A town is that of a country, spelt as its schools do: "PT Porto". */
export function townValue({ country, town }: { readonly country: string; readonly town: string }): string {
	return `${country} ${town}`;
}

/** Within a group one value is enough, between groups all must fit. */
export type Chosen = Readonly<Record<Group, readonly string[]>>;

/** How many fit each value, when the filters of the other groups hold; values that nothing has are left out. */
export type Counts = Readonly<Record<Group, Readonly<Record<string, number>>>>;

/** A tag of a line, such as `country:PT`, taken apart. */
export function tagParts(tag: string): { readonly group: Group; readonly value: string } {
	const end = tag.indexOf(':');
	return { group: tag.slice(0, end) as Group, value: tag.slice(end + 1) };
}

/** The values among these that the group knows, each once. */
export function knownValues(group: Group, values: readonly string[]): string[] {
	const wanted: readonly string[] | RegExp = known[group];
	const isKnown = (value: string) => (wanted instanceof RegExp ? wanted.test(value) : wanted.includes(value));
	return [...new Set(values.filter(isKnown))].slice(0, 60);
}

/** The same for every group. */
export function eachGroup<T>(make: (group: Group) => T): Record<Group, T> {
	return Object.fromEntries(groups.map((group) => [group, make(group)])) as Record<Group, T>;
}

/** The bands that a span of ages meets. */
export function bandsOf(from: number | null, to: number | null): AgeBand[] {
	if (from === null || to === null) return [];
	return ageBandNames.filter((band) => from <= ageBands[band][1] && to >= ageBands[band][0]);
}

/** The day, counted from 1970, from which on somebody was here within so many days. */
export function dayBefore(now: Date, days: number): number {
	return dayOf(now) - days;
}

export function dayOf(moment: Date): number {
	return Math.floor(moment.getTime() / 86_400_000);
}
