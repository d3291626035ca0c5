/** An officer who was given a whole name or address finds the person behind it, without learning more than that. */
import { casesOfPerson, countriesCovered, personsAtDesk, type CaseOfPerson } from '#domain/support';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { Forbidden } from '#platform/errors';
import { countAgainst, type Limit } from '#platform/limits';
import type { Officer, PersonId } from '#shared/actor';
import { demand } from '../abilities.ts';
import { personsCalled } from './persons-at-desk.sql.ts';

/** Whoever tries out names is no officer at work. */
export const searchesPerHour: Limit = { name: 'people.searches-at-desk', most: 200, seconds: 3600 };

const mostShown = 10;

export type FoundAtDesk = {
	readonly person: PersonId;
	/** What they are known by here: the newest case first, none of them naming the person. */
	readonly cases: readonly CaseOfPerson[];
};

/**
 * Persons of the officer's countries with exactly this name or address and a case at this desk. Part of a name finds
 * nobody: one cannot leaf through people. Each search is written down before it answers. Throws TooOften past the cap
 * of the hour.
 */
export async function findAtDesk(ctx: Context, words: string): Promise<FoundAtDesk[]> {
	demand(ctx, 'people.find-at-desk');
	const { organisation, person: looking } = officerOf(ctx);
	if (words.trim() === '') return [];
	await countAgainst(ctx, searchesPerHour, looking);
	const called = await personsCalled(ctx, words, await countriesCovered(ctx, organisation));
	const here = await personsAtDesk(ctx, called);
	const found = called.filter((person) => here.has(person)).slice(0, mostShown);
	await inTransaction(ctx, async (ctx) => {
		for (const id of found) await audit(ctx, 'people.found-at-desk', { kind: 'person', id });
	});
	return Promise.all(found.map(async (person) => ({ person, cases: await casesOfPerson(ctx, person) })));
}

/** The acting officer. */
export function officerOf(ctx: Context): Officer {
	if (ctx.actor.kind !== 'officer') throw new Forbidden('people.find-at-desk');
	return ctx.actor;
}
