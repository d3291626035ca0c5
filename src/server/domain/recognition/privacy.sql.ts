/** SQL of one person's traces in recognition, and of what stands at a school that becomes another. */
import { sql } from 'kysely';
import type { AtSchools } from '#domain/schools';
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import type { ApplicationId } from './label.ts';

/** What a person wrote, when it was sent, and what came of it. */
export async function applicationsForExport(ctx: Context, person: PersonId) {
	return ctx.db
		.selectFrom('recognition.application as application')
		.innerJoin('projects.project as project', 'project.id', 'application.project_id')
		.leftJoin('recognition.submission as submission', 'submission.application_id', 'application.id')
		.select(['application.id', 'project.title', 'application.locale', 'application.checks'])
		.select(['application.collaboration', 'application.technology', 'application.pedagogy'])
		.select(['application.curriculum', 'application.results', 'application.review', 'application.note'])
		.select('application.evidence')
		.select(['submission.round', 'submission.submitted_at', 'submission.refused_at'])
		.where('application.person_id', '=', person)
		.orderBy('application.made_at')
		.orderBy('submission.round')
		.execute();
}

export async function labelsForExport(ctx: Context, person: PersonId) {
	return ctx.db
		.selectFrom('recognition.label as label')
		.innerJoin('projects.project as project', 'project.id', 'label.project_id')
		.select(['project.title', 'label.awarded_at'])
		.where('label.person_id', '=', person)
		.orderBy('label.awarded_at')
		.execute();
}

export async function applicationIdsOf(ctx: Context, person: PersonId): Promise<ApplicationId[]> {
	const rows = await ctx.db
		.selectFrom('recognition.application')
		.select('id')
		.where('person_id', '=', person)
		.execute();
	return rows.map(({ id }) => id);
}

/** Where both accounts have an application for one project: which, and how far each has come. */
export type Pair = {
	readonly project: string;
	readonly given: ApplicationId;
	readonly kept: ApplicationId;
};

export async function pairsOf(ctx: Context, from: PersonId, into: PersonId): Promise<Pair[]> {
	const { rows } = await sql<Pair>`
		select given.project_id as project, given.id as given, kept.id as kept
		from recognition.application as given
		join recognition.application as kept on kept.project_id = given.project_id and kept.person_id = ${into}
		where given.person_id = ${from} order by given.project_id`.execute(ctx.db);
	return rows;
}

/**
 * In these projects the applications of the two accounts change hands; the same again changes them back. A row cannot
 * pass another under one key, so both go and come again, and what points to them waits for that.
 */
export async function changeHands(
	ctx: Context,
	[one, other]: readonly [PersonId, PersonId],
	projects: readonly string[],
): Promise<void> {
	if (projects.length === 0) return;
	const pointing = sql`recognition.submission_application_id_fkey, recognition.assessment_application_id_fkey`;
	await sql`set constraints ${pointing} deferred`.execute(ctx.db);
	const { rows } = await sql<{ row: { person_id: PersonId } }>`
		delete from recognition.application as own
		where own.person_id in (${one}, ${other}) and own.project_id = any(${[...projects]}::uuid[])
		returning to_jsonb(own) as row`.execute(ctx.db);
	const changed = rows.map(({ row }) => ({ ...row, person_id: row.person_id === one ? other : one }));
	await sql`insert into recognition.application
		select * from jsonb_populate_recordset(null::recognition.application, ${JSON.stringify(changed)}::jsonb)`.execute(
		ctx.db,
	);
	await sql`set constraints ${pointing} immediate`.execute(ctx.db);
}

/** Gives applications to another account, all or those named, but for projects in which that one has one too. */
export async function moveApplications(
	ctx: Context,
	from: PersonId,
	into: PersonId,
	only?: readonly string[],
): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		update recognition.application as own set person_id = ${into}
		where own.person_id = ${from}
			and (${only === undefined} or own.id = any(${[...(only ?? [])]}::uuid[]))
			and not exists (select from recognition.application as other
				where other.project_id = own.project_id and other.person_id = ${into})
		returning own.id`.execute(ctx.db);
	return rows.map(({ id }) => id);
}

/** Labels belong to whoever has the application they were awarded for. */
export async function labelsFollow(ctx: Context, persons: readonly PersonId[]): Promise<void> {
	await sql`
		update recognition.label as label set person_id = application.person_id
		from recognition.submission as submission
		join recognition.application as application on application.id = submission.application_id
		where submission.case_id = label.case_id and submission.round = 1
			and application.person_id = any(${[...persons]}::uuid[])
			and label.person_id <> application.person_id`.execute(ctx.db);
}

/** A label as it lay, to be laid down again. */
export type AsideLabel = Readonly<Record<string, unknown>>;

/** Takes away the labels of one person in these projects, and says what they were. */
export async function setLabelsAside(
	ctx: Context,
	person: PersonId,
	projects: readonly string[],
): Promise<AsideLabel[]> {
	const { rows } = await sql<{ row: AsideLabel }>`
		delete from recognition.label as label
		where label.person_id = ${person} and label.project_id = any(${[...projects]}::uuid[])
		returning to_jsonb(label) as row`.execute(ctx.db);
	return rows.map(({ row }) => row);
}

export async function layLabelsBack(ctx: Context, aside: readonly AsideLabel[]): Promise<void> {
	await sql`insert into recognition.label
		select * from jsonb_populate_recordset(null::recognition.label, ${JSON.stringify(aside)}::jsonb)
		on conflict do nothing`.execute(ctx.db);
}

/** What was not joined with another has no place in a settled account. */
export async function deleteLabelsOf(ctx: Context, person: PersonId): Promise<void> {
	await ctx.db.deleteFrom('recognition.label').where('person_id', '=', person).execute();
}

type AtSchoolJournal = {
	/** By the cases in which they were awarded: whoever holds them may become somebody else meanwhile. */
	readonly labels: readonly string[];
	readonly sent: readonly (readonly [string, number])[];
};

/** Labels and what was sent move with the school that they stand with. */
export const labelsAtSchools: AtSchools = {
	async move(ctx, from, into): Promise<AtSchoolJournal> {
		const labels = await sql<{ case: string }>`
			update recognition.label set school_id = ${into} where school_id = ${from}
			returning case_id as "case"`.execute(ctx.db);
		const sent = await sql<{ application: string; round: number }>`
			update recognition.submission set school_id = ${into} where school_id = ${from}
			returning application_id as application, round`.execute(ctx.db);
		return {
			labels: labels.rows.map((row) => row.case),
			sent: sent.rows.map(({ application, round }) => [application, round] as const),
		};
	},
	async giveBack(ctx, from, into, { labels, sent }: AtSchoolJournal) {
		const sentBack = await sql<{ case: string }>`
			update recognition.submission as sent set school_id = ${from}
			from unnest(${sent.map(([id]) => id)}::uuid[], ${sent.map(([, round]) => round)}::integer[])
				as moved (application_id, round)
			where sent.school_id = ${into} and sent.application_id = moved.application_id
				and sent.round = moved.round
			returning sent.case_id as "case"`.execute(ctx.db);
		// what was awarded meanwhile for work at the one that comes back goes with it
		const cases = [...labels, ...sentBack.rows.map((row) => row.case)];
		await sql`
			update recognition.label set school_id = ${from}
			where school_id = ${into} and case_id = any(${cases}::uuid[])`.execute(ctx.db);
	},
};
