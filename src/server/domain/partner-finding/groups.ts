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

/** Group → its values; countries are rows, so theirs are any two capitals. */
const closed = {
	kind: kinds,
	/** Of a post: what the author looks for. */
	purpose: postKinds,
	country: undefined,
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
} as const satisfies Readonly<Record<string, readonly string[] | undefined>>;

export type Group = keyof typeof closed;
export const groups = Object.keys(closed) as Group[];

/** Within a group one value is enough, between groups all must fit. */
export type Chosen = Readonly<Record<Group, readonly string[]>>;

/** How many fit each value, when the filters of the other groups hold; values that nothing has are left out. */
export type Counts = Readonly<Record<Group, Readonly<Record<string, number>>>>;

/** The values among these that the group knows, each once. */
export function knownValues(group: Group, values: readonly string[]): string[] {
	const list: readonly string[] | undefined = closed[group];
	const isKnown = (value: string) => (list ? list.includes(value) : /^[A-Z]{2}$/.test(value));
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
