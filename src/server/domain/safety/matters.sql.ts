/** SQL of matters and what was decided about them. */
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import { prepared } from '#platform/prepared';
import type { OrganisationId, PersonId } from '#shared/actor';
import type {
	Decision,
	Evidence,
	Matter,
	MatterId,
	Outcome,
	Reason,
	RoomId,
	RoomMemberId,
	Side,
	Why,
} from './matter.ts';

/** Matters with their decisions. */
function matters(ctx: Context) {
	return ctx.db
		.selectFrom('safety.matter as matter')
		.select([
			'matter.id',
			'matter.thing_kind',
			'matter.thing_id',
			'matter.space_id',
			'matter.organisation_id',
		])
		.select([
			'matter.author_person_id',
			'matter.author_member_id',
			'matter.by_pupil',
			'matter.why',
			'matter.hides',
		])
		.select(['matter.urgent', 'matter.evidence', 'matter.opened_at', 'matter.due_at', 'matter.escalated_at'])
		.select(['matter.settled_at', 'matter.appealed_at', 'matter.appeal_by', 'matter.appeal_words'])
		.select(['matter.appeal_locale', 'matter.appeal_decided_at'])
		.select(({ selectFrom }) =>
			jsonArrayFrom(
				selectFrom('safety.decision as decision')
					.whereRef('decision.matter_id', '=', 'matter.id')
					.select([
						'decision.round',
						'decision.outcome',
						'decision.reason',
						'decision.words',
						'decision.locale',
					])
					.select(['decision.by_member_id', 'decision.office_id', 'decision.decided_at'])
					.orderBy('decision.round'),
			).as('decisions'),
		);
}

type Row = Awaited<ReturnType<ReturnType<typeof matters>['executeTakeFirstOrThrow']>>;

function matterOf(row: Row): Matter {
	return {
		id: row.id,
		kind: row.thing_kind,
		thing: row.thing_id,
		room: row.space_id,
		organisation: row.organisation_id,
		author: { person: row.author_person_id, member: row.author_member_id },
		byPupil: row.by_pupil,
		why: row.why as Why,
		hides: row.hides,
		urgent: row.urgent,
		evidence: row.evidence as Evidence | null,
		openedAt: row.opened_at,
		dueAt: row.due_at,
		escalatedAt: row.escalated_at,
		settledAt: row.settled_at,
		appeal: appealOf(row),
		decisions: row.decisions.map(decisionOf),
	};
}

function appealOf(row: Row): Matter['appeal'] {
	const { appealed_at: at, appeal_by: by, appeal_words: words, appeal_locale: locale } = row;
	if (at === null || by === null || words === null || locale === null) return null;
	return { at, by: by as Side, words, locale, decidedAt: row.appeal_decided_at };
}

function decisionOf(row: Row['decisions'][number]): Decision {
	return {
		round: row.round === 2 ? 2 : 1,
		outcome: row.outcome as Outcome,
		reason: row.reason as Reason,
		words: row.words,
		locale: row.locale,
		// times travel as text inside of JSON
		decidedAt: new Date(row.decided_at),
		by: row.by_member_id === null ? { office: row.office_id ?? '' } : { member: row.by_member_id },
	};
}

export async function matterById(ctx: Context, id: MatterId): Promise<Matter | undefined> {
	const row = await matters(ctx).where('matter.id', '=', id).executeTakeFirst();
	return row && matterOf(row);
}

/** Holds the matter until the transaction ends: of two who decide at one moment, one wins. */
export async function lockMatter(ctx: Context, id: MatterId): Promise<Matter | undefined> {
	await ctx.db.selectFrom('safety.matter').select('id').where('id', '=', id).forUpdate().execute();
	return matterById(ctx, id);
}

export async function openMatterAbout(ctx: Context, thing: string): Promise<MatterId | undefined> {
	const row = await ctx.db
		.selectFrom('safety.matter')
		.select('id')
		.where('thing_id', '=', thing)
		.where('settled_at', 'is', null)
		.executeTakeFirst();
	return row?.id;
}

/** Somebody has looked at this thing before and found it to be fine, with the very words it has now. */
export async function wasKept(ctx: Context, thing: string, { words }: Evidence): Promise<boolean> {
	const row = await ctx.db
		.selectFrom('safety.matter as matter')
		.innerJoin('safety.decision as decision', 'decision.matter_id', 'matter.id')
		.select('matter.id')
		.where('matter.thing_id', '=', thing)
		.where('decision.outcome', '=', 'kept')
		.where(sql<boolean>`matter.evidence ->> 'words' = ${words}`)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

export type NewMatter = Pick<
	Matter,
	'kind' | 'thing' | 'room' | 'organisation' | 'author' | 'byPupil' | 'why' | 'hides' | 'urgent' | 'dueAt'
> & { readonly evidence: Evidence };

/** Undefined when a matter about the thing is open already. */
export async function insertMatter(ctx: Context, matter: NewMatter): Promise<MatterId | undefined> {
	const row = await ctx.db
		.insertInto('safety.matter')
		.values({
			id: newId(),
			thing_kind: matter.kind,
			thing_id: matter.thing,
			space_id: matter.room,
			organisation_id: matter.organisation,
			author_person_id: matter.author.person,
			author_member_id: matter.author.member,
			by_pupil: matter.byPupil,
			why: matter.why,
			hides: matter.hides,
			urgent: matter.urgent,
			evidence: JSON.stringify(matter.evidence),
			opened_at: ctx.now,
			due_at: matter.dueAt,
		})
		.onConflict((conflict) => conflict.doNothing())
		.returning('id')
		.executeTakeFirst();
	return row?.id;
}

/** A report that weighs more makes the matter hide, urgent and due sooner; nothing makes it weigh less. */
export async function raiseMatter(
	ctx: Context,
	id: MatterId,
	raised: { readonly hides: boolean; readonly urgent: boolean; readonly dueAt: Date },
): Promise<void> {
	await sql`update safety.matter set hides = hides or ${raised.hides}, urgent = urgent or ${raised.urgent},
		due_at = least(due_at, ${raised.dueAt}) where id = ${id}`.execute(ctx.db);
}

export type NewDecision = Omit<Decision, 'decidedAt'>;

export async function insertDecision(ctx: Context, id: MatterId, decision: NewDecision): Promise<void> {
	await ctx.db
		.insertInto('safety.decision')
		.values({
			matter_id: id,
			round: decision.round,
			outcome: decision.outcome,
			reason: decision.reason,
			words: decision.words,
			locale: decision.locale,
			by_member_id: 'member' in decision.by ? decision.by.member : null,
			office_id: 'office' in decision.by ? decision.by.office : null,
			decided_at: ctx.now,
		})
		.execute();
	const done = decision.round === 1 ? { settled_at: ctx.now } : { appeal_decided_at: ctx.now };
	await ctx.db.updateTable('safety.matter').set(done).where('id', '=', id).execute();
}

export async function insertAppeal(
	ctx: Context,
	id: MatterId,
	appeal: { readonly by: Side; readonly words: string; readonly locale: string; readonly dueAt: Date },
): Promise<void> {
	await ctx.db
		.updateTable('safety.matter')
		.set({
			appealed_at: ctx.now,
			appeal_by: appeal.by,
			appeal_words: appeal.words,
			appeal_locale: appeal.locale,
			due_at: appeal.dueAt,
		})
		.where('id', '=', id)
		.execute();
}

export async function escalateMatter(ctx: Context, id: MatterId, dueAt: Date): Promise<void> {
	await ctx.db
		.updateTable('safety.matter')
		.set({ escalated_at: ctx.now, due_at: dueAt })
		.where('id', '=', id)
		.where('escalated_at', 'is', null)
		.execute();
}

/** Matters of rooms at which nobody has looked in time. */
export async function overdueInRooms(ctx: Context): Promise<MatterId[]> {
	const rows = await ctx.db
		.selectFrom('safety.matter')
		.select('id')
		.where('space_id', 'is not', null)
		.where('settled_at', 'is', null)
		.where('escalated_at', 'is', null)
		.where('due_at', '<=', ctx.now)
		.orderBy('due_at')
		.limit(500)
		.execute();
	return rows.map(({ id }) => id);
}

const shown = 200;

/**
 * Fragment: the matter is about words of this member, or of the same person's other membership. Expects
 * `safety.matter as matter`.
 */
function isAbout(me: RoomMemberId) {
	return sql<boolean>`exists (select from spaces.member as author where author.id = matter.author_member_id
		and (author.id = ${me} or author.goes_on_as = ${me}))`;
}

/** Whether the matter is about what this member wrote. */
export async function isAboutMember(ctx: Context, id: MatterId, me: RoomMemberId): Promise<boolean> {
	const row = await ctx.db
		.selectFrom('safety.matter as matter')
		.select('matter.id')
		.where('matter.id', '=', id)
		.where(isAbout(me))
		.executeTakeFirst();
	return row !== undefined;
}

/** The matters of a room but those about the reader's own words: what waits for a look first, then the newest. */
export async function mattersInRoom(ctx: Context, room: RoomId, me: RoomMemberId): Promise<Matter[]> {
	const rows = await matters(ctx)
		.where('matter.space_id', '=', room)
		.where(({ not }) => not(isAbout(me)))
		.orderBy((eb) => eb('matter.settled_at', 'is not', null))
		.orderBy('matter.urgent', 'desc')
		.orderBy('matter.opened_at', 'desc')
		.limit(shown)
		.execute();
	return rows.map(matterOf);
}

type RoomReader = { readonly room: RoomId; readonly me: RoomMemberId };

/** How many matters of the room wait, but those about the reader's own words. */
export async function countOpenInRoom(ctx: Context, reader: RoomReader): Promise<number> {
	const [row] = await openInRoom(ctx, reader);
	return row?.count ?? 0;
}

const openInRoom = prepared((ctx: Context, { room, me }: RoomReader) =>
	ctx.db
		.selectFrom('safety.matter as matter')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('matter.space_id', '=', room)
		.where('matter.settled_at', 'is', null)
		.where(({ not }) => not(isAbout(me))),
);

/** Whether the central desk has the matter too: nobody moderates there, nobody looked in time, or they decided before. */
const centralToo = sql<boolean>`(matter.due_at < ${sql.ref('moment.now')}
	or exists (select from safety.decision as decision where decision.matter_id = matter.id and decision.office_id is not null)
	or not exists (select from support.office as office where office.organisation_id = matter.organisation_id
		and office.kind in ('moderator', 'central') and office.ended_at is null))`;

type Desk = { readonly organisation: OrganisationId; readonly central: boolean };

/** What this desk has: open ones first, urgent before others, the oldest first; settled ones the newest first. */
export async function mattersAtDesk(
	ctx: Context,
	{ organisation, central }: Desk,
	state: 'open' | 'settled',
): Promise<(Matter & { readonly centralToo: boolean })[]> {
	const isOpen = sql<boolean>`(matter.settled_at is null
		or (matter.appealed_at is not null and matter.appeal_decided_at is null))`;
	const rows = await matters(ctx)
		.innerJoin(sql<{ now: Date }>`(select ${ctx.now}::timestamptz as now)`.as('moment'), (join) =>
			join.onTrue(),
		)
		.select(centralToo.as('central_too'))
		.where(
			sql<boolean>`(matter.space_id is null or matter.escalated_at is not null or matter.appealed_at is not null)`,
		)
		.where(state === 'open' ? isOpen : sql<boolean>`not ${isOpen}`)
		.where((eb) =>
			eb.or([eb('matter.organisation_id', '=', organisation), eb.and([eb.lit(central), centralToo])]),
		)
		.$if(state === 'open', (query) => query.orderBy('matter.urgent', 'desc').orderBy('matter.due_at'))
		.$if(state === 'settled', (query) => query.orderBy('matter.settled_at', 'desc'))
		.limit(shown)
		.execute();
	return rows.map((row) => ({ ...matterOf(row), centralToo: row.central_too }));
}

export async function isCentralToo(ctx: Context, id: MatterId): Promise<boolean> {
	const row = await ctx.db
		.selectFrom('safety.matter as matter')
		.innerJoin(sql<{ now: Date }>`(select ${ctx.now}::timestamptz as now)`.as('moment'), (join) =>
			join.onTrue(),
		)
		.select(centralToo.as('central_too'))
		.where('matter.id', '=', id)
		.executeTakeFirst();
	return row?.central_too ?? false;
}

/** The settled matter about a thing that decided last. */
export async function lastSettledAbout(
	ctx: Context,
	things: readonly string[],
): Promise<Map<string, MatterId>> {
	if (things.length === 0) return new Map();
	const rows = await ctx.db
		.selectFrom('safety.matter')
		.distinctOn('thing_id')
		.select(['thing_id', 'id'])
		.where('thing_id', 'in', [...things])
		.where('settled_at', 'is not', null)
		.orderBy('thing_id')
		.orderBy('settled_at', 'desc')
		.execute();
	return new Map(rows.map((row) => [row.thing_id, row.id]));
}

/** How many hours somebody has to look, by the rule that holds now. */
export async function hoursFor(ctx: Context, urgent: boolean): Promise<number> {
	const row = await ctx.db
		.selectFrom('safety.clock_rule')
		.select('hours')
		.where('urgent', '=', urgent)
		.where('since', '<=', ctx.now)
		.orderBy('since', 'desc')
		.limit(1)
		.executeTakeFirstOrThrow();
	return row.hours;
}

/** The persons who moderate at an organisation. */
export async function moderatorsOf(ctx: Context, organisation: OrganisationId): Promise<PersonId[]> {
	const rows = await ctx.db
		.selectFrom('support.office')
		.select('person_id')
		.distinct()
		.where('organisation_id', '=', organisation)
		.where('kind', 'in', ['moderator', 'central'])
		.where('ended_at', 'is', null)
		.execute();
	return rows.map(({ person_id }) => person_id);
}

/** Persons behind the decisions of a matter. */
export async function deciders(ctx: Context, id: MatterId): Promise<PersonId[]> {
	const rows = await ctx.db
		.selectFrom('safety.decision as decision')
		.leftJoin('support.office as office', 'office.id', 'decision.office_id')
		.leftJoin('spaces.member as member', 'member.id', 'decision.by_member_id')
		.select(({ fn }) => fn.coalesce('office.person_id', 'member.person_id').as('person'))
		.where('decision.matter_id', '=', id)
		.execute();
	return rows.flatMap(({ person }) => person ?? []);
}

export async function insertLook(ctx: Context, id: MatterId, office: string, endsAt: Date): Promise<void> {
	await ctx.db
		.insertInto('safety.look')
		.values({ id: newId(), matter_id: id, office_id: office, opened_at: ctx.now, ends_at: endsAt })
		.execute();
}

export async function runningLook(ctx: Context, id: MatterId, office: string): Promise<Date | undefined> {
	const row = await ctx.db
		.selectFrom('safety.look')
		.select('ends_at')
		.where('matter_id', '=', id)
		.where('office_id', '=', office)
		.where('ends_at', '>', ctx.now)
		.orderBy('ends_at', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.ends_at;
}

/**
 * When a desk opened what this person wrote. Told once it is settled, for nobody is warned while it is looked into; where a
 * child may have been at risk only to whoever was told of a decision anyway.
 */
export async function looksAtWordsOf(ctx: Context, person: PersonId) {
	return ctx.db
		.selectFrom('safety.look as look')
		.innerJoin('safety.matter as matter', 'matter.id', 'look.matter_id')
		.innerJoin('support.office as office', 'office.id', 'look.office_id')
		.select(['look.id', 'look.opened_at as at', 'look.ends_at as until'])
		.select(['office.organisation_id as organisation', 'matter.thing_kind as kind'])
		.where('matter.settled_at', 'is not', null)
		.where((eb) =>
			eb.or([
				eb('matter.author_person_id', '=', person),
				eb('matter.author_member_id', 'in', (members) =>
					members.selectFrom('spaces.member').select('id').where('person_id', '=', person),
				),
			]),
		)
		.where((eb) =>
			eb.or([
				eb('matter.urgent', '=', false),
				eb.exists(
					eb
						.selectFrom('safety.decision as decision')
						.select('decision.matter_id')
						.whereRef('decision.matter_id', '=', 'matter.id')
						.where('decision.outcome', '<>', 'kept'),
				),
			]),
		)
		.orderBy('look.opened_at', 'desc')
		.limit(200)
		.execute();
}

/** Settled and, where there was an appeal, decided once more, before that moment: gone with reports and decisions. */
export async function deleteMattersSettledBefore(ctx: Context, before: Date): Promise<void> {
	await sql`delete from safety.matter
		where coalesce(appeal_decided_at, settled_at) < ${before} and (appealed_at is null or appeal_decided_at is not null)`.execute(
		ctx.db,
	);
}

/** A space is emptied: what was said about its things goes with them. */
export async function deleteMattersIn(ctx: Context, room: RoomId): Promise<void> {
	await ctx.db.deleteFrom('safety.matter').where('space_id', '=', room).execute();
	await ctx.db.deleteFrom('safety.space_rule').where('space_id', '=', room).execute();
}
