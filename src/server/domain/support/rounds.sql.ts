/** SQL of rounds: each begins with a snapshot and ends with one outcome. */
import type { Context } from '#platform/context';
import type { CaseId, Snapshot } from './case-kinds.ts';

export type RoundRow = {
	readonly case_id: CaseId;
	readonly round: number;
	readonly opened_at: Date;
	readonly decided_at: Date | null;
	readonly outcome: string | null;
	readonly note: string | null;
	readonly note_locale: string | null;
};

/** The newest round of each case. */
export function lastRounds(ctx: Context, cases: readonly CaseId[]): Promise<RoundRow[]> {
	return ctx.db
		.selectFrom('support.case_round')
		.select(['case_id', 'round', 'opened_at', 'decided_at', 'outcome', 'note', 'note_locale'])
		.distinctOn('case_id')
		.where('case_id', 'in', [...cases])
		.orderBy('case_id')
		.orderBy('round', 'desc')
		.execute();
}

/** All rounds of these cases, the oldest first. */
export function roundsOfCases(ctx: Context, cases: readonly CaseId[]): Promise<RoundRow[]> {
	return ctx.db
		.selectFrom('support.case_round')
		.select(['case_id', 'round', 'opened_at', 'decided_at', 'outcome', 'note', 'note_locale'])
		.where('case_id', 'in', [...cases])
		.orderBy('round')
		.execute();
}

export type RoundWithSnapshot = RoundRow & { readonly snapshot: Snapshot };

/** All rounds of a case with what was submitted, oldest first. */
export async function roundsWithSnapshots(ctx: Context, id: CaseId): Promise<RoundWithSnapshot[]> {
	const rows = await ctx.db
		.selectFrom('support.case_round')
		.select(['case_id', 'round', 'opened_at', 'decided_at', 'outcome', 'note', 'note_locale', 'snapshot'])
		.where('case_id', '=', id)
		.orderBy('round')
		.execute();
	return rows.map((row) => ({ ...row, snapshot: row.snapshot as Snapshot }));
}

export type NewRound = {
	readonly case: CaseId;
	readonly round: number;
	readonly snapshot: Snapshot;
	readonly note?: string | undefined;
	readonly noteLocale?: string | undefined;
};

export async function insertRound(ctx: Context, made: NewRound): Promise<void> {
	await ctx.db
		.insertInto('support.case_round')
		.values({
			case_id: made.case,
			round: made.round,
			opened_at: ctx.now,
			note: made.note ?? null,
			note_locale: made.note === undefined ? null : (made.noteLocale ?? ctx.locale),
			snapshot: JSON.stringify(made.snapshot),
		})
		.execute();
}

export async function endRound(ctx: Context, id: CaseId, round: number, outcome: string): Promise<void> {
	await ctx.db
		.updateTable('support.case_round')
		.set({ decided_at: ctx.now, outcome })
		.where('case_id', '=', id)
		.where('round', '=', round)
		.where('decided_at', 'is', null)
		.execute();
	await ctx.db
		.updateTable('support.case_step')
		.set({ closed_at: ctx.now })
		.where('case_id', '=', id)
		.where('round', '=', round)
		.where('closed_at', 'is', null)
		.execute();
}
