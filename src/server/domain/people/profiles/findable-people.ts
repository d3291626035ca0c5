/** What the parts that find people may know of them: those who are validated, and what they tell others. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import type { SchoolCard } from '#domain/schools';
import { findableRows } from './profiles.sql.ts';

export type FindablePerson = {
	readonly id: PersonId;
	readonly name: string;
	/** The school under which the person appears. */
	readonly school: SchoolCard;
	readonly about: string;
	/** The language it was written in. */
	readonly aboutLocale: string | null;
	readonly subjects: readonly string[];
	readonly languages: readonly string[];
	readonly agesFrom: number | null;
	readonly agesTo: number | null;
	readonly available: boolean;
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
	return rows.flatMap(({ school, ...row }) => (school ? [{ ...row, school }] : []));
}

/** Ids of all validated teachers, a page at a time: to make an index anew. For the machine alone: open-to-all. */
export { validatedPage } from './profiles.sql.ts';
