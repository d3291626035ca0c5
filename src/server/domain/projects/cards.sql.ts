/** SQL of lists of open projects: what the public sees of each. */
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { countryOfSchool, levelsOfSchool, schoolCard } from '#domain/schools';
import type { Context } from '#platform/context';
import { prepared } from '#platform/prepared';
import type { ProjectId } from './project.ts';
import { isHidden } from './projects.sql.ts';

export type CardRow = Awaited<ReturnType<typeof openProjectRows>>[number];

export type OpenProjectsQuery = {
	/** Folded words; each must stand in title or summary. */
	readonly words: readonly string[];
	readonly age?: number | undefined;
	readonly subject?: string | undefined;
	readonly before?: { readonly openedAt: Date; readonly id: ProjectId } | undefined;
};

/** Projects that run, the newest first. They are public: no condition on the reader is needed. */
export async function openProjectRows(ctx: Context, query: OpenProjectsQuery, most: number) {
	let rows = cards(ctx).leftJoin('projects.closure as closure', 'closure.project_id', 'project.id');
	rows = rows.where('closure.closed_at', 'is', null);
	const { age, subject, before } = query;
	for (const word of query.words) rows = rows.where('project.folded', 'like', `%${word}%`);
	if (age !== undefined)
		rows = rows.where('project.ages_from', '<=', age).where('project.ages_to', '>=', age);
	if (subject !== undefined) rows = rows.where(({ eb, val }) => eb('project.subjects', '@>', val([subject])));
	if (before) {
		rows = rows.where(({ eb, refTuple, tuple }) =>
			eb(refTuple('opening.opened_at', 'opening.project_id'), '<', tuple(before.openedAt, before.id)),
		);
	}
	return rows
		.orderBy('opening.opened_at', 'desc')
		.orderBy('opening.project_id', 'desc')
		.limit(most)
		.execute();
}

/** Open and closed projects in which a school takes part, or took part, the newest first. */
export async function projectRowsOfSchool(
	ctx: Context,
	school: string,
	before: OpenProjectsQuery['before'],
	most: number,
): Promise<CardRow[]> {
	let rows = cards(ctx).where(({ exists, selectFrom }) =>
		exists(
			selectFrom('projects.partner as own')
				.select('own.project_id')
				.whereRef('own.project_id', '=', 'opening.project_id')
				.where('own.school_id', '=', school),
		),
	);
	if (before) {
		rows = rows.where(({ eb, refTuple, tuple }) =>
			eb(refTuple('opening.opened_at', 'opening.project_id'), '<', tuple(before.openedAt, before.id)),
		);
	}
	return rows
		.orderBy('opening.opened_at', 'desc')
		.orderBy('opening.project_id', 'desc')
		.limit(most)
		.execute();
}

/** Open and closed projects by id. */
export const projectCardRows = prepared((ctx, { ids }: { readonly ids: readonly ProjectId[] }) =>
	cards(ctx).where(({ eb, ref }) => eb(ref('project.id'), '=', anyOf(ids))),
);

/** The same with the stages of schooling at the partners' schools. */
export async function findableProjectRows(ctx: Context, ids: readonly ProjectId[]) {
	if (ids.length === 0) return [];
	return cards(ctx)
		.select(({ selectFrom }) =>
			jsonArrayFrom(
				selectFrom('projects.partner as member')
					.select(({ ref }) => levelsOfSchool(ref('member.school_id')).as('levels'))
					.whereRef('member.project_id', '=', 'opening.project_id')
					.where('member.until', 'is', null),
			).as('members'),
		)
		.where('project.id', 'in', [...ids])
		.execute();
}

/** The next open or closed projects after an id. */
export async function openedPage(
	ctx: Context,
	after: ProjectId | undefined,
	most: number,
): Promise<ProjectId[]> {
	let query = ctx.db.selectFrom('projects.opening').select('project_id').orderBy('project_id').limit(most);
	if (after !== undefined) query = query.where('project_id', '>', after);
	return (await query.execute()).map((row) => row.project_id);
}

function anyOf(ids: readonly ProjectId[]) {
	return sql<ProjectId>`any(${ids})`;
}

function cards(ctx: Context) {
	return ctx.db
		.selectFrom('projects.opening as opening')
		.innerJoin('projects.project as project', 'project.id', 'opening.project_id')
		.where(({ not }) => not(isHidden()))
		.select([
			'project.id',
			'project.short_id',
			'project.title',
			'project.locale',
			'project.summary',
			'project.languages',
			'project.subjects',
			'project.ages_from',
			'project.ages_to',
			'opening.opened_at',
		])
		.select(({ selectFrom }) =>
			jsonArrayFrom(
				selectFrom('projects.partner as partner')
					.select(({ ref }) => schoolCard(ref('partner.school_id')).as('school'))
					.whereRef('partner.project_id', '=', 'opening.project_id')
					.where('partner.until', 'is', null)
					.orderBy('partner.since')
					.orderBy('partner.standing', 'desc'),
			).as('partners'),
		);
}

/** How many projects run, with how many schools of how many countries. */
export async function countOpenProjects(ctx: Context) {
	return ctx.db
		.selectFrom('projects.opening as opening')
		.innerJoin('projects.partner as partner', 'partner.project_id', 'opening.project_id')
		.leftJoin('projects.closure as closure', 'closure.project_id', 'opening.project_id')
		.select(({ fn, ref }) => [
			fn.count<number>('opening.project_id').distinct().as('projects'),
			fn.count<number>('partner.school_id').distinct().as('schools'),
			fn
				.count<number>(countryOfSchool(ref('partner.school_id')))
				.distinct()
				.as('countries'),
		])
		.where('partner.until', 'is', null)
		.where('closure.closed_at', 'is', null)
		.executeTakeFirstOrThrow();
}
