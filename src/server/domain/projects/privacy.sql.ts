/** SQL of one person's traces in projects. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import type { ProjectId } from './project.ts';

export async function invitationsOf(ctx: Context, person: PersonId) {
	return ctx.db
		.selectFrom('projects.cofounder_invitation as invitation')
		.innerJoin('projects.project as project', 'project.id', 'invitation.project_id')
		.select([
			'project.title',
			'invitation.invited_at',
			'invitation.accepted_at',
			'invitation.declined_at',
			'invitation.words',
		])
		.where('invitation.person_id', '=', person)
		.orderBy('invitation.invited_at')
		.execute();
}

export async function partnershipsOf(ctx: Context, person: PersonId) {
	return ctx.db
		.selectFrom('projects.partner as partner')
		.innerJoin('projects.project as project', 'project.id', 'partner.project_id')
		.select(['project.title', 'partner.standing', 'partner.since', 'partner.until'])
		.where('partner.person_id', '=', person)
		.orderBy('partner.since')
		.execute();
}

/** What the person founded and nobody works in: it was never more than theirs. */
export async function unopenedProjectsOf(ctx: Context, person: PersonId): Promise<ProjectId[]> {
	const rows = await ctx.db
		.selectFrom('projects.project as project')
		.leftJoin('projects.opening as opening', 'opening.project_id', 'project.id')
		.select('project.id')
		.where('project.founder_id', '=', person)
		.where('opening.project_id', 'is', null)
		.execute();
	return rows.map((row) => row.id);
}

/** Plans that never opened and were taken back before a moment. */
export async function plansWithdrawnBefore(ctx: Context, before: Date): Promise<ProjectId[]> {
	const rows = await ctx.db
		.selectFrom('projects.withdrawal as withdrawal')
		.leftJoin('projects.opening as opening', 'opening.project_id', 'withdrawal.project_id')
		.select('withdrawal.project_id as id')
		.where('withdrawal.withdrawn_at', '<', before)
		.where('opening.project_id', 'is', null)
		.execute();
	return rows.map(({ id }) => id);
}

export async function deleteProjects(ctx: Context, ids: readonly ProjectId[]): Promise<void> {
	if (ids.length === 0) return;
	const tables = ['projects.cofounder_invitation', 'projects.submission', 'projects.withdrawal'] as const;
	for (const table of tables)
		await ctx.db
			.deleteFrom(table)
			.where('project_id', 'in', [...ids])
			.execute();
	await ctx.db
		.deleteFrom('projects.project')
		.where('id', 'in', [...ids])
		.execute();
}

/** The person's own words and running part in projects of others. */
export async function forgetPart(ctx: Context, person: PersonId): Promise<void> {
	await ctx.db
		.updateTable('projects.cofounder_invitation')
		.set({ words: null })
		.where('person_id', '=', person)
		.execute();
	await ctx.db
		.updateTable('projects.cofounder_invitation')
		.set({ withdrawn_at: ctx.now })
		.where('person_id', '=', person)
		.where('accepted_at', 'is', null)
		.where('declined_at', 'is', null)
		.where('withdrawn_at', 'is', null)
		.execute();
	await ctx.db
		.updateTable('projects.project')
		.set({ cofounder_choice_id: null })
		.where('cofounder_choice_id', '=', person)
		.execute();
	await ctx.db
		.updateTable('projects.partner')
		.set({ until: ctx.now })
		.where('person_id', '=', person)
		.where('until', 'is', null)
		.execute();
}

/** Ids of the rows that changed hands, by table. */
export type MovedRows = {
	readonly founded: readonly string[];
	readonly invitations: readonly string[];
	readonly partnerships: readonly ProjectId[];
};

/** Who was chosen as cofounder, where the choice named the account that is given up, or the one that stays. */
export type Choice = { readonly project: string; readonly choice: PersonId };

/** Choices of the one account are choices of the other now; nobody is the own cofounder. To be called before the rest moves. */
export async function moveChoices(ctx: Context, from: PersonId, into: PersonId): Promise<Choice[]> {
	const rows = await ctx.db
		.selectFrom('projects.project')
		.select(['id as project', 'cofounder_choice_id as choice', 'founder_id as founder'])
		.where((eb) =>
			eb.or([
				eb('cofounder_choice_id', '=', from),
				eb.and([eb('cofounder_choice_id', '=', into), eb('founder_id', '=', from)]),
			]),
		)
		.execute();
	const own = rows.filter(({ founder }) => founder === from || founder === into);
	await setChoice(
		ctx,
		own.map(({ project }) => project),
		null,
	);
	const others = rows.filter((row) => !own.includes(row));
	await setChoice(
		ctx,
		others.map(({ project }) => project),
		into,
	);
	return rows.flatMap(({ project, choice }) => (choice === null ? [] : [{ project, choice }]));
}

export async function giveChoicesBack(ctx: Context, choices: readonly Choice[]): Promise<void> {
	for (const chosen of new Set(choices.map(({ choice }) => choice))) {
		const projects = choices.filter(({ choice }) => choice === chosen).map(({ project }) => project);
		await setChoice(ctx, projects, chosen);
	}
}

async function setChoice(ctx: Context, projects: readonly string[], choice: PersonId | null): Promise<void> {
	if (projects.length === 0) return;
	await ctx.db
		.updateTable('projects.project')
		.set({ cofounder_choice_id: choice })
		.where('id', 'in', [...projects])
		.execute();
}

/** Gives a person's projects to another account, all or those named; a project in which both take part stays as it is. */
export async function moveProjects(
	ctx: Context,
	from: PersonId,
	into: PersonId,
	only?: MovedRows,
): Promise<MovedRows> {
	return {
		founded: await moveFounded(ctx, from, into, only?.founded),
		invitations: await moveInvitations(ctx, from, into, only?.invitations),
		partnerships: await movePartnerships(ctx, from, into, only?.partnerships),
	};
}

async function moveFounded(
	ctx: Context,
	from: PersonId,
	into: PersonId,
	only?: readonly string[],
): Promise<string[]> {
	const rows = await ctx.db
		.updateTable('projects.project')
		.set({ founder_id: into })
		.where('founder_id', '=', from)
		.$if(only !== undefined, (query) => query.where((eb) => eb('id', '=', eb.fn.any(eb.val(only ?? [])))))
		.returning('id')
		.execute();
	return rows.map((row) => row.id);
}

async function moveInvitations(
	ctx: Context,
	from: PersonId,
	into: PersonId,
	only?: readonly string[],
): Promise<string[]> {
	const rows = await ctx.db
		.updateTable('projects.cofounder_invitation')
		.set({ person_id: into })
		.where('person_id', '=', from)
		.$if(only !== undefined, (query) => query.where((eb) => eb('id', '=', eb.fn.any(eb.val(only ?? [])))))
		.returning('id')
		.execute();
	return rows.map((row) => row.id);
}

async function movePartnerships(
	ctx: Context,
	from: PersonId,
	into: PersonId,
	only?: readonly string[],
): Promise<string[]> {
	const rows = await ctx.db
		.updateTable('projects.partner as partner')
		.set({ person_id: into })
		.where('partner.person_id', '=', from)
		.$if(only !== undefined, (query) =>
			query.where((eb) => eb('partner.project_id', '=', eb.fn.any(eb.val(only ?? [])))),
		)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('projects.partner as other')
						.select('other.project_id')
						.whereRef('other.project_id', '=', 'partner.project_id')
						.where('other.person_id', '=', into),
				),
			),
		)
		.returning('partner.project_id')
		.execute();
	return rows.map((row) => row.project_id);
}

type FreedPlaces = {
	readonly project_id: ProjectId;
	readonly places: readonly { readonly person_id: PersonId }[];
};

/**
 * Where both accounts are partners of one project and the one that is given up stands better there, the two change places:
 * the person has that standing from now on. Names the projects; the same again changes them back.
 */
export async function changePlaces(
	ctx: Context,
	from: PersonId,
	into: PersonId,
	only?: readonly ProjectId[],
): Promise<ProjectId[]> {
	const { rows: freed } = await sql<FreedPlaces>`
		with pair as (
			select given.project_id from projects.partner as given
			join projects.partner as kept on kept.project_id = given.project_id and kept.person_id = ${into}
			where given.person_id = ${from} and ${
				only
					? sql`given.project_id = any(${[...only]}::uuid[])`
					: sql`(given.until is not null, array_position(array['founder', 'cofounder', 'partner'], given.standing))
						< (kept.until is not null, array_position(array['founder', 'cofounder', 'partner'], kept.standing))`
			}
		), freed as (
			delete from projects.partner where project_id in (select project_id from pair) and person_id in (${from}, ${into})
			returning *
		)
		select jsonb_agg(to_jsonb(freed)) as places, project_id from freed group by project_id`.execute(ctx.db);
	const changed = freed.flatMap(({ places }) =>
		places.map((row) => ({ ...row, person_id: row.person_id === from ? into : from })),
	);
	await sql`insert into projects.partner
		select * from jsonb_populate_recordset(null::projects.partner, ${JSON.stringify(changed)}::jsonb)`.execute(
		ctx.db,
	);
	return freed.map(({ project_id }) => project_id);
}

/** A project has each person once: where both accounts were partners, the better standing goes on, from the first day. */
export async function joinPartnerships(ctx: Context, from: PersonId, into: PersonId): Promise<void> {
	await sql`
		with given as (
			delete from projects.partner as partner where partner.person_id = ${from}
				and exists (select from projects.partner as other
					where other.project_id = partner.project_id and other.person_id = ${into})
			returning partner.*
		), best as (
			select distinct on (both_of.project_id) both_of.project_id, both_of.school_id, both_of.standing,
				min(both_of.since) over whole as since,
				case when bool_or(both_of.until is null) over whole then null else max(both_of.until) over whole end as until
			from (select * from given union all
				select * from projects.partner where person_id = ${into}
					and project_id in (select project_id from given)) as both_of
			window whole as (partition by both_of.project_id)
			order by both_of.project_id, array_position(array['founder', 'cofounder', 'partner'], both_of.standing),
				both_of.until is not null, both_of.person_id = ${from}
		)
		insert into projects.partner (project_id, person_id, school_id, standing, since, until)
		select project_id, ${into}, school_id, standing, since, until from best
		on conflict (project_id, person_id) do update set school_id = excluded.school_id, standing = excluded.standing,
			since = excluded.since, until = excluded.until`.execute(ctx.db);
}
