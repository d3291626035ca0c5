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

/** Ids of the applications, and the projects of the labels, that changed hands. */
export type MovedLabels = { readonly applications: readonly string[]; readonly labels: readonly string[] };

/** Gives them to another account, all or those named; what both have of one project stays where it is. */
export async function moveLabels(
	ctx: Context,
	from: PersonId,
	into: PersonId,
	only?: MovedLabels,
): Promise<MovedLabels> {
	const applications = await sql<{ id: string }>`
		update recognition.application as own set person_id = ${into}
		where own.person_id = ${from}
			and (${only === undefined} or own.id = any(${[...(only?.applications ?? [])]}::uuid[]))
			and not exists (select from recognition.application as other
				where other.project_id = own.project_id and other.person_id = ${into})
		returning own.id`.execute(ctx.db);
	const labels = await sql<{ project: string }>`
		update recognition.label as own set person_id = ${into}
		where own.person_id = ${from}
			and (${only === undefined} or own.project_id = any(${[...(only?.labels ?? [])]}::uuid[]))
			and not exists (select from recognition.label as other
				where other.project_id = own.project_id and other.person_id = ${into})
		returning own.project_id as project`.execute(ctx.db);
	return {
		applications: applications.rows.map(({ id }) => id),
		labels: labels.rows.map((row) => row.project),
	};
}

/** A second label of one person in one project is the same label. */
export async function deleteLabelsOf(ctx: Context, person: PersonId): Promise<void> {
	await ctx.db.deleteFrom('recognition.label').where('person_id', '=', person).execute();
}

type AtSchoolJournal = {
	readonly labels: readonly (readonly [string, string])[];
	readonly sent: readonly (readonly [string, number])[];
};

/** Labels and what was sent move with the school that they stand with. */
export const labelsAtSchools: AtSchools = {
	async move(ctx, from, into): Promise<AtSchoolJournal> {
		const labels = await sql<{ project: string; person: string }>`
			update recognition.label set school_id = ${into} where school_id = ${from}
			returning project_id as project, person_id as person`.execute(ctx.db);
		const sent = await sql<{ application: string; round: number }>`
			update recognition.submission set school_id = ${into} where school_id = ${from}
			returning application_id as application, round`.execute(ctx.db);
		return {
			labels: labels.rows.map(({ project, person }) => [project, person] as const),
			sent: sent.rows.map(({ application, round }) => [application, round] as const),
		};
	},
	async giveBack(ctx, from, into, { labels, sent }: AtSchoolJournal) {
		await sql`
			update recognition.label as label set school_id = ${from}
			from unnest(${labels.map(([project]) => project)}::uuid[], ${labels.map(([, person]) => person)}::uuid[])
				as moved (project_id, person_id)
			where label.school_id = ${into} and label.project_id = moved.project_id
				and label.person_id = moved.person_id`.execute(ctx.db);
		await sql`
			update recognition.submission as sent set school_id = ${from}
			from unnest(${sent.map(([id]) => id)}::uuid[], ${sent.map(([, round]) => round)}::integer[])
				as moved (application_id, round)
			where sent.school_id = ${into} and sent.application_id = moved.application_id
				and sent.round = moved.round`.execute(ctx.db);
	},
};
