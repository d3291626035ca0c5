/** SQL of assessments: what officers think of applications, and what was given to their teachers. */
import type { Context } from '#platform/context';
import type { OfficeId } from '#shared/actor';
import type { Assessment } from './assessment.ts';
import { criteria, minimums, reviewable, type ApplicationId, type Criterion, type Minimum } from './label.ts';

export type AssessmentOf = { readonly step: string; readonly office: OfficeId };

/** Writes it, over what the same officer wrote before at this step. */
export async function keepAssessment(
	ctx: Context,
	{ step, office }: AssessmentOf,
	made: {
		readonly application: ApplicationId;
		readonly assessment: Assessment;
		readonly wordsLocale: string;
	},
): Promise<void> {
	const { points, met, notes, words } = made.assessment;
	const kept = { words, words_locale: made.wordsLocale, saved_at: ctx.now };
	await ctx.db
		.insertInto('recognition.assessment')
		.values({ step_id: step, office_id: office, application_id: made.application, ...kept })
		.onConflict((conflict) => conflict.columns(['step_id', 'office_id']).doUpdateSet(kept))
		.execute();
	await ctx.db
		.deleteFrom('recognition.mark')
		.where('step_id', '=', step)
		.where('office_id', '=', office)
		.execute();
	await ctx.db
		.insertInto('recognition.mark')
		.values(
			reviewable.map((about) => ({
				...{ step_id: step, office_id: office, about },
				points: isCriterion(about) ? (points[about] ?? null) : null,
				is_met: isCriterion(about) ? null : (met[about] ?? null),
				words: notes[about] ?? '',
			})),
		)
		.execute();
}

export type StoredAssessment = Assessment & {
	readonly application: ApplicationId;
	readonly wordsLocale: string;
	readonly givenAt: Date | undefined;
};

/** What this officer wrote at this step. */
export async function assessmentOf(
	ctx: Context,
	{ step, office }: AssessmentOf,
): Promise<StoredAssessment | undefined> {
	const [found] = await stored(
		ctx,
		await assessments(ctx).where('step_id', '=', step).where('office_id', '=', office).execute(),
	);
	return found;
}

/** What was given to these applications, the newest first. */
export async function givenTo(
	ctx: Context,
	applications: readonly ApplicationId[],
): Promise<StoredAssessment[]> {
	if (applications.length === 0) return [];
	return stored(
		ctx,
		await assessments(ctx)
			.where('application_id', 'in', [...applications])
			.where('given_at', 'is not', null)
			.orderBy('given_at', 'desc')
			.execute(),
	);
}

/** The teacher reads it from now on. */
export async function give(ctx: Context, application: ApplicationId, office: OfficeId): Promise<void> {
	await ctx.db
		.updateTable('recognition.assessment')
		.set({ given_at: ctx.now })
		.where('application_id', '=', application)
		.where('office_id', '=', office)
		.where('given_at', 'is', null)
		.execute();
}

function assessments(ctx: Context) {
	return ctx.db
		.selectFrom('recognition.assessment')
		.select(['step_id', 'office_id', 'application_id', 'words', 'words_locale', 'given_at']);
}

type AssessmentRow = Awaited<ReturnType<ReturnType<typeof assessments>['execute']>>[number];

async function stored(ctx: Context, rows: readonly AssessmentRow[]): Promise<StoredAssessment[]> {
	if (rows.length === 0) return [];
	const marks = await ctx.db
		.selectFrom('recognition.mark')
		.select(['step_id', 'office_id', 'about', 'points', 'is_met', 'words'])
		.where(({ eb, refTuple, tuple }) =>
			eb(
				refTuple('step_id', 'office_id'),
				'in',
				rows.map((row) => tuple(row.step_id, row.office_id)),
			),
		)
		.execute();
	return rows.map((row) => {
		const own = marks.filter((mark) => mark.step_id === row.step_id && mark.office_id === row.office_id);
		const of = (about: string) => own.find((mark) => mark.about === about);
		return {
			application: row.application_id,
			wordsLocale: row.words_locale,
			givenAt: row.given_at ?? undefined,
			words: row.words,
			points: given(criteria, (criterion) => of(criterion)?.points),
			met: given(minimums, (minimum) => of(minimum)?.is_met),
			notes: given(reviewable, (about) => of(about)?.words),
		};
	});
}

/** What is there of these, by name. */
function given<Name extends string, Value>(
	names: readonly Name[],
	of: (name: Name) => Value | null | undefined,
): Partial<Record<Name, Value>> {
	const found: Partial<Record<Name, Value>> = {};
	for (const name of names) {
		const value = of(name);
		if (value !== null && value !== undefined) found[name] = value;
	}
	return found;
}

function isCriterion(about: Criterion | Minimum): about is Criterion {
	return criteria.some((criterion) => criterion === about);
}
