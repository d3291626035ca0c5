/** Somebody says that a thing must not be, with an account or without. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { countAgainst } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import { personOf } from '#shared/actor';
import { demand } from './abilities.ts';
import { limits, type Reason } from './matter.ts';
import { openMatter } from './open-matter.ts';
import { reportableKind, type Reportable, type Reported } from './reportable.ts';
import { insertReport } from './reports.sql.ts';

export type ReportThing = {
	readonly kind: string;
	readonly thing: string;
	readonly reason: Reason;
	readonly words: string;
	/** The client's network, as the edge vouches for it: visitors are counted by it. */
	readonly network?: string;
};

/** The thing as whoever reports it sees it, with what can be said about it. NotFound for what is not theirs to see, or their own. */
export async function thingToReport(
	ctx: Context,
	kind: string,
	thing: string,
): Promise<{ readonly reached: Reported; readonly reasons: Reportable['reasons'] }> {
	demand(ctx, 'safety.report');
	const reportable = reportableKind(kind);
	return { reached: await reportable.reach(ctx, thing), reasons: reportable.reasons };
}

/**
 * Keeps the report with the words as they were, and answers with the number by which one sees what becomes of it.
 * `own`: nobody reports what is their own. `reported-already`: once is enough. Who wrote it does not learn who
 * reported it. A thing at which a child may be at risk is out of sight from this moment.
 */
export async function reportThing(
	ctx: Context,
	{ kind, thing, reason, words, network }: ReportThing,
): Promise<Result<{ readonly number: string }, 'own' | 'reported-already'>> {
	const { reached } = await thingToReport(ctx, kind, thing);
	if (reached.isMine) return refused('own');
	const person = personOf(ctx.actor) ?? null;
	const member = reached.reporter ?? null;
	if (person === null && member === null) await countAgainst(ctx, limits.fromNetwork, network ?? '');
	else await countAgainst(ctx, limits.reports, person ?? member ?? '');
	return inTransaction(ctx, async (inside) => {
		const matter = await openMatter(inside, { kind, thing, reached, why: 'reported', reason });
		const by = { member, person: member === null ? person : null };
		const number = await insertReport(inside, { matter, by, reason, words, locale: ctx.locale });
		return number === undefined ? refused('reported-already') : granted({ number });
	});
}
