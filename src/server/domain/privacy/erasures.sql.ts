/** SQL of whom was forgotten. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';

export async function insertErasure(ctx: Context, person: PersonId): Promise<void> {
	await ctx.db
		.insertInto('privacy.erasure')
		.values({ person_id: person, erased_at: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Which of these the database does not know to be forgotten. */
export async function notErasedAmong(ctx: Context, persons: readonly PersonId[]): Promise<PersonId[]> {
	if (persons.length === 0) return [];
	const rows = await ctx.db
		.selectFrom('privacy.erasure')
		.select('person_id')
		.where(({ eb, fn, val }) => eb('person_id', '=', fn.any(val([...persons]))))
		.execute();
	const known = new Set(rows.map(({ person_id }) => person_id));
	return persons.filter((person) => !known.has(person));
}
