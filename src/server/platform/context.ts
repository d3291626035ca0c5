/** What every use case and read is given: the only ambient thing, passed along and never global. */
import type { Kysely } from 'kysely';
import type { Actor } from '#shared/actor';
import type { Locale } from '#shared/locales';
import type { DB } from './schema.ts';
import type { Logger } from './log.ts';

export type Database = Kysely<DB>;

export type Context<A extends Actor = Actor> = {
	/** Inside a transaction this is the transaction, so that nothing can slip out of it. */
	readonly db: Database;
	readonly actor: A;
	/** The one clock: SQL takes it as a parameter and never asks the database. */
	readonly now: Date;
	readonly locale: Locale;
	readonly log: Logger;
};

/** The same context for another actor: a part acting for the system inside a person's use case. */
export function asActor<A extends Actor>(ctx: Context, actor: A): Context<A> {
	return { ...ctx, actor };
}
