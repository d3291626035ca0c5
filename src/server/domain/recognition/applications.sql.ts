/** SQL of applications and of their way. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import type { PersonId } from '#shared/actor';
import type { Application, ApplicationId } from './label.ts';

export type ApplicationRow = Awaited<ReturnType<typeof applicationRows>>[number];

/** Applications with what happened to them, the newest first. */
export async function applicationRows(
	ctx: Context,
	by:
		| { readonly ids: readonly ApplicationId[] }
		| { readonly person: PersonId; readonly project?: string | undefined },
) {
	const rows = await ctx.db
		.selectFrom('recognition.application as application')
		.leftJoin('recognition.submission as submission', (join) =>
			join.onRef('submission.application_id', '=', 'application.id').on(({ eb, selectFrom }) =>
				eb(
					'submission.round',
					'=',
					selectFrom('recognition.submission as round')
						.select(({ fn }) => fn.max('round.round').as('newest'))
						.whereRef('round.application_id', '=', 'application.id'),
				),
			),
		)
		.leftJoin('recognition.label as label', (join) =>
			join
				.onRef('label.project_id', '=', 'application.project_id')
				.onRef('label.person_id', '=', 'application.person_id'),
		)
		.select([
			'application.id',
			'application.project_id',
			'application.person_id',
			'application.locale',
			'application.checks',
			'application.collaboration',
			'application.technology',
			'application.pedagogy',
			'application.curriculum',
			'application.results',
			'application.evidence',
			'application.review',
			'application.note',
			'application.saved_at',
			'application.version',
			'submission.round',
			'submission.school_id',
			'submission.submitted_at',
			'submission.refused_at',
			'label.awarded_at',
		])
		.$if('ids' in by, (query) => query.where('application.id', 'in', 'ids' in by ? [...by.ids] : []))
		.$if('person' in by, (query) =>
			query.where('application.person_id', '=', 'person' in by ? by.person : ''),
		)
		.$if('project' in by && by.project !== undefined, (query) =>
			query.where('application.project_id', '=', 'project' in by ? (by.project ?? '') : ''),
		)
		.orderBy('application.saved_at', 'desc')
		.orderBy('application.id')
		.execute();
	return rows;
}

/** All applications of a person, held until the transaction ends: two that are sent at one moment take turns. */
export async function holdApplicationsOf(ctx: Context, person: PersonId): Promise<void> {
	await ctx.db
		.selectFrom('recognition.application')
		.select('id')
		.where('person_id', '=', person)
		.orderBy('id')
		.forUpdate()
		.execute();
}

/** A new draft; false where another tab has made one meanwhile. */
export async function insertApplication(
	ctx: Context,
	made: { readonly project: string; readonly person: PersonId; readonly application: Application },
): Promise<boolean> {
	const row = await ctx.db
		.insertInto('recognition.application')
		.values({
			id: newId(),
			project_id: made.project,
			person_id: made.person,
			locale: ctx.locale,
			...columnsOf(made.application),
			made_at: ctx.now,
			saved_at: ctx.now,
		})
		.onConflict((conflict) => conflict.columns(['project_id', 'person_id']).doNothing())
		.returning('id')
		.executeTakeFirst();
	return row !== undefined;
}

/** Writes it, in the language of whoever writes, and counts its version up. */
export async function updateApplication(
	ctx: Context,
	id: ApplicationId,
	application: Application,
): Promise<void> {
	await ctx.db
		.updateTable('recognition.application')
		.set(({ eb }) => ({
			...columnsOf(application),
			locale: ctx.locale,
			saved_at: ctx.now,
			version: eb('version', '+', 1),
		}))
		.where('id', '=', id)
		.execute();
}

function columnsOf({ checks, evidence, review, ...texts }: Application) {
	return { ...texts, checks: [...checks], evidence: [...evidence], review: [...review] };
}

export async function deleteApplications(ctx: Context, ids: readonly ApplicationId[]): Promise<void> {
	if (ids.length === 0) return;
	const tables = ['recognition.assessment', 'recognition.submission'] as const;
	for (const table of tables)
		await ctx.db
			.deleteFrom(table)
			.where('application_id', 'in', [...ids])
			.execute();
	await ctx.db
		.deleteFrom('recognition.application')
		.where('id', 'in', [...ids])
		.execute();
}

/** How many places of a school year a person has taken. */
export async function placesTaken(ctx: Context, person: PersonId, schoolYear: number): Promise<number> {
	const row = await ctx.db
		.selectFrom('recognition.submission as submission')
		.innerJoin('recognition.application as application', 'application.id', 'submission.application_id')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('application.person_id', '=', person)
		.where('submission.school_year', '=', schoolYear)
		.where('submission.round', '=', 1)
		.executeTakeFirstOrThrow();
	return row.count;
}

export type NewSubmission = {
	readonly application: ApplicationId;
	readonly round: number;
	readonly school: string;
	readonly case: string;
	readonly schoolYear: number;
};

export async function insertSubmission(ctx: Context, made: NewSubmission): Promise<void> {
	await ctx.db
		.insertInto('recognition.submission')
		.values({
			application_id: made.application,
			round: made.round,
			school_id: made.school,
			case_id: made.case,
			school_year: made.schoolYear,
			submitted_at: ctx.now,
		})
		.execute();
}

/** The running one is refused; true when there was one. */
export async function refuseSubmission(ctx: Context, application: ApplicationId): Promise<boolean> {
	const done = await ctx.db
		.updateTable('recognition.submission')
		.set({ refused_at: ctx.now })
		.where('application_id', '=', application)
		.where('refused_at', 'is', null)
		.executeTakeFirst();
	return done.numUpdatedRows === 1n;
}

/** The case of an application; there is one for both its rounds. */
export async function caseOf(ctx: Context, application: ApplicationId): Promise<string | undefined> {
	const row = await ctx.db
		.selectFrom('recognition.submission')
		.select('case_id')
		.where('application_id', '=', application)
		.limit(1)
		.executeTakeFirst();
	return row?.case_id;
}

/** True when the label was not there before. */
export async function insertLabel(
	ctx: Context,
	made: {
		readonly project: string;
		readonly person: PersonId;
		readonly school: string;
		readonly case: string;
	},
): Promise<boolean> {
	const done = await sql`
		insert into recognition.label (project_id, person_id, school_id, case_id, awarded_at)
		values (${made.project}, ${made.person}, ${made.school}, ${made.case}, ${ctx.now})
		on conflict do nothing`.execute(ctx.db);
	return done.numAffectedRows === 1n;
}
