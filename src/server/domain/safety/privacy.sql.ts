/** SQL of a person's rights over reports, decisions and suspensions. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { PersonId, PupilId } from '#shared/actor';

/** What I reported, what was decided about my words, and whether I was suspended; who else was concerned is theirs. */
export async function exportSafety(ctx: Context, person: PersonId) {
	return safetyOf(ctx, membersAs(ctx, 'person_id', person), person);
}

/** The same of a pupil. */
export async function exportSafetyOfPupil(ctx: Context, pupil: PupilId) {
	return safetyOf(ctx, membersAs(ctx, 'pupil_id', pupil), null);
}

function membersAs(ctx: Context, column: 'person_id' | 'pupil_id', id: string) {
	return ctx.db.selectFrom('spaces.member').select('id').where(column, '=', id);
}

async function safetyOf(ctx: Context, members: ReturnType<typeof membersAs>, person: PersonId | null) {
	const reports = await ctx.db
		.selectFrom('safety.report')
		.select(['number', 'reason', 'words', 'reported_at'])
		.where((eb) => eb.or([eb('by_person_id', '=', person), eb('by_member_id', 'in', members)]))
		.orderBy('reported_at')
		.execute();
	const decided = await ctx.db
		.selectFrom('safety.matter as matter')
		.leftJoin('safety.decision as decision', 'decision.matter_id', 'matter.id')
		.select(['matter.thing_kind', 'matter.evidence', 'matter.opened_at', 'matter.settled_at'])
		.select([
			'decision.round',
			'decision.outcome',
			'decision.reason',
			'decision.words',
			'decision.decided_at',
		])
		.select(({ ref }) =>
			sql<
				string | null
			>`case when ${ref('matter.appeal_by')} = 'author' then ${ref('matter.appeal_words')} end`.as(
				'appeal_words',
			),
		)
		.where((eb) => eb.or([eb('author_person_id', '=', person), eb('author_member_id', 'in', members)]))
		.where('matter.settled_at', 'is not', null)
		.orderBy('matter.opened_at')
		.execute();
	const decisions = await ctx.db
		.selectFrom('safety.decision')
		.select(['outcome', 'reason', 'words', 'decided_at'])
		.where('by_member_id', 'in', members)
		.orderBy('decided_at')
		.execute();
	const suspensions = await ctx.db
		.selectFrom('safety.suspension')
		.select(['reason', 'words', 'suspended_at', 'until', 'lifted_at'])
		.where((eb) => eb.or([eb('person_id', '=', person), eb('member_id', 'in', members)]))
		.orderBy('suspended_at')
		.execute();
	return { reports, decided, decisions, suspensions };
}

/** The numbers stay for the count of the year; words, names and what the person wrote go. */
export async function eraseSafety(ctx: Context, person: PersonId): Promise<void> {
	const members = sql`(select id from spaces.member where person_id = ${person})`;
	await sql`update safety.matter set evidence = null, author_person_id = null,
			appeal_words = case when appeal_by = 'author' then '' else appeal_words end
		where author_person_id = ${person} or author_member_id in ${members}`.execute(ctx.db);
	await sql`update safety.report set words = '', by_person_id = null
		where by_person_id = ${person} or by_member_id in ${members}`.execute(ctx.db);
	await sql`update safety.decision set words = '' where by_member_id in ${members}`.execute(ctx.db);
	await sql`delete from safety.suspension where person_id = ${person} or member_id in ${members}`.execute(
		ctx.db,
	);
}

export type HandedSafety = {
	readonly from: PersonId;
	readonly matters: readonly string[];
	readonly reports: readonly string[];
	readonly suspensions: readonly string[];
};

export async function handSafetyOver(ctx: Context, from: PersonId, into: PersonId): Promise<HandedSafety> {
	const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
	const matters = await ctx.db
		.updateTable('safety.matter')
		.set({ author_person_id: into })
		.where('author_person_id', '=', from)
		.returning('id')
		.execute();
	// what both have reported stays as it is
	const theirs = ctx.db.selectFrom('safety.report').select('matter_id').where('by_person_id', '=', into);
	const reports = await ctx.db
		.updateTable('safety.report')
		.set({ by_person_id: into })
		.where('by_person_id', '=', from)
		.where('matter_id', 'not in', theirs)
		.returning('id')
		.execute();
	const suspensions = await ctx.db
		.updateTable('safety.suspension')
		.set({ person_id: into })
		.where('person_id', '=', from)
		.returning('id')
		.execute();
	return { from, matters: ids(matters), reports: ids(reports), suspensions: ids(suspensions) };
}

export async function giveSafetyBack(ctx: Context, journal: HandedSafety): Promise<void> {
	const { from, matters, reports, suspensions } = journal;
	const among = (list: readonly string[]) => sql<boolean>`id = any(${[...list]}::uuid[])`;
	await ctx.db.updateTable('safety.matter').set({ author_person_id: from }).where(among(matters)).execute();
	await ctx.db.updateTable('safety.report').set({ by_person_id: from }).where(among(reports)).execute();
	await ctx.db.updateTable('safety.suspension').set({ person_id: from }).where(among(suspensions)).execute();
}
