/** SQL of decisions about several cases that wait out their minute. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import type { OfficeId, OfficeKind, OrganisationId, PersonId } from '#shared/actor';
import type { Decision } from './approval.ts';
import type { StepId } from './case-kinds.ts';

export type NewBulk = {
	readonly office: OfficeId;
	readonly decision: Decision;
	readonly reason: string | undefined;
	readonly words: string | undefined;
	readonly wordsLocale: string;
	readonly dueAt: Date;
};

/** Steps of this queue that wait in nobody's bulk. */
export const heldInBulk = sql<boolean>`exists (
	select from support.bulk_step as held where held.step_id = step.id)`;

export async function insertBulk(ctx: Context, made: NewBulk, steps: readonly StepId[]): Promise<string> {
	const id = newId();
	await ctx.db
		.insertInto('support.bulk')
		.values({
			id,
			office_id: made.office,
			decision: made.decision,
			reason: made.reason ?? null,
			words: made.words ?? null,
			words_locale: made.words === undefined ? null : made.wordsLocale,
			made_at: ctx.now,
			due_at: made.dueAt,
		})
		.execute();
	await ctx.db
		.insertInto('support.bulk_step')
		.values(steps.map((step) => ({ step_id: step, bulk_id: id })))
		.execute();
	return id;
}

/** Which of these steps wait in a bulk already. */
export async function heldAmong(ctx: Context, steps: readonly StepId[]): Promise<ReadonlySet<StepId>> {
	if (steps.length === 0) return new Set();
	const rows = await ctx.db
		.selectFrom('support.bulk_step')
		.select('step_id')
		.where('step_id', 'in', [...steps])
		.execute();
	return new Set(rows.map((row) => row.step_id));
}

export type BulkRow = {
	readonly id: string;
	readonly decision: Decision;
	readonly due_at: Date;
	readonly count: number;
};

/** What this office decided within the last minute, the newest first. */
export function bulksOf(ctx: Context, office: OfficeId): Promise<BulkRow[]> {
	return ctx.db
		.selectFrom('support.bulk as bulk')
		.innerJoin('support.bulk_step as held', 'held.bulk_id', 'bulk.id')
		.select(['bulk.id', 'bulk.decision', 'bulk.due_at'])
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('bulk.office_id', '=', office)
		.groupBy('bulk.id')
		.orderBy('bulk.made_at', 'desc')
		.execute() as Promise<BulkRow[]>;
}

/** True when it was there and its minute was not over: the steps are back in the queue. */
export async function deleteBulk(ctx: Context, id: string, office: OfficeId): Promise<boolean> {
	const gone = await ctx.db
		.deleteFrom('support.bulk')
		.where('id', '=', id)
		.where('office_id', '=', office)
		.where('due_at', '>', ctx.now)
		.executeTakeFirst();
	return gone.numDeletedRows === 1n;
}

export type DueBulk = {
	readonly id: string;
	readonly decision: Decision;
	readonly reason: string | null;
	readonly words: string | null;
	readonly words_locale: string | null;
	readonly office: OfficeId;
	readonly office_kind: OfficeKind;
	readonly organisation: OrganisationId;
	readonly person: PersonId;
	/** The office has ended meanwhile: nothing of it happens. */
	readonly office_ended: boolean;
};

/** One bulk whose minute is over, held against other workers; undefined when there is none. */
export async function lockDueBulk(ctx: Context): Promise<DueBulk | undefined> {
	const row = await ctx.db
		.selectFrom('support.bulk as bulk')
		.innerJoin('support.office as office', 'office.id', 'bulk.office_id')
		.select(['bulk.id', 'bulk.decision', 'bulk.reason', 'bulk.words', 'bulk.words_locale'])
		.select(['office.id as office', 'office.kind as office_kind', 'office.person_id as person'])
		.select(['office.organisation_id as organisation'])
		.select(sql<boolean>`office.ended_at is not null`.as('office_ended'))
		.where('bulk.due_at', '<=', ctx.now)
		.orderBy('bulk.due_at')
		.limit(1)
		.forUpdate('bulk')
		.skipLocked()
		.executeTakeFirst();
	return row as DueBulk | undefined;
}

/** Its steps, in the one order in which everybody locks cases; they are back in the queue. */
export async function takeSteps(ctx: Context, bulk: string): Promise<StepId[]> {
	const rows = await ctx.db
		.selectFrom('support.bulk_step')
		.select('step_id')
		.where('bulk_id', '=', bulk)
		.orderBy('step_id')
		.execute();
	await ctx.db.deleteFrom('support.bulk').where('id', '=', bulk).execute();
	return rows.map((row) => row.step_id);
}
