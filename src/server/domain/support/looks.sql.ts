/** SQL of looks at personal data. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import type { OfficeId, PersonId } from '#shared/actor';
import type { CaseId } from './case-kinds.ts';
import type { LookOccasion } from './reasons.ts';

export type LookRow = { readonly id: string; readonly ends_at: Date; readonly case_id: CaseId | null };

/** The look of this office at this person, through this case, that still runs. */
export function runningLook(
	ctx: Context,
	office: OfficeId,
	id: CaseId,
	person: PersonId,
): Promise<LookRow | undefined> {
	return running(ctx, office, person).where('look.case_id', '=', id).executeTakeFirst();
}

/** The same through whichever case; what was opened on another occasion shows less than this. */
export function runningLookAt(
	ctx: Context,
	office: OfficeId,
	person: PersonId,
): Promise<LookRow | undefined> {
	return running(ctx, office, person).where('look.case_id', 'is not', null).executeTakeFirst();
}

/** Of these persons, those at whom this office may look now, on an occasion that is no case. */
export async function openedAbout(
	ctx: Context,
	office: OfficeId,
	about: LookOccasion,
	persons: readonly PersonId[],
): Promise<Map<PersonId, Date>> {
	const rows = await ctx.db
		.selectFrom('support.look')
		.select(({ fn }) => ['person_id', fn.max('ends_at').as('until')])
		.where('office_id', '=', office)
		.where('about', '=', about)
		.where('person_id', '=', sql<PersonId>`any(${[...persons]}::uuid[])`)
		.where('ends_at', '>', ctx.now)
		.groupBy('person_id')
		.execute();
	return new Map(rows.flatMap(({ person_id, until }) => (person_id ? [[person_id, until]] : [])));
}

function running(ctx: Context, office: OfficeId, person: PersonId) {
	return looksAt(ctx, person)
		.select(['look.id', 'look.ends_at', 'look.case_id'])
		.where('look.office_id', '=', office)
		.where('look.ends_at', '>', ctx.now)
		.orderBy('look.ends_at', 'desc')
		.limit(1);
}

/** Looks at the person: through a case of their own, as another who is shown by one, or without a case. */
function looksAt(ctx: Context, person: PersonId) {
	return looks(ctx).where((eb) =>
		eb.or([
			eb('look.person_id', '=', person),
			eb.and([eb('look.person_id', 'is', null), eb('approval.applicant_id', '=', person)]),
		]),
	);
}

/** Looks with the office that opened them and the case that was the way. */
function looks(ctx: Context) {
	return ctx.db
		.selectFrom('support.look as look')
		.innerJoin('support.office as office', 'office.id', 'look.office_id')
		.leftJoin('support.approval_case as approval', 'approval.id', 'look.case_id');
}

/** What is told of a look: when, why, by which organisation and through which case. */
const told = [
	'look.id',
	'look.opened_at',
	'look.reason',
	'look.about',
	'office.organisation_id',
	'approval.id as case',
	'approval.kind',
	'approval.subject_id as subject',
] as const;

export type NewLook = {
	readonly office: OfficeId;
	readonly case?: CaseId;
	/** Where no case is the way to the person. */
	readonly about?: LookOccasion;
	/** Undefined: whoever sent the case. */
	readonly person: PersonId | undefined;
	readonly reason: string;
	readonly endsAt: Date;
};

export async function insertLook(ctx: Context, look: NewLook): Promise<LookRow> {
	return ctx.db
		.insertInto('support.look')
		.values({
			id: newId(),
			office_id: look.office,
			case_id: look.case ?? null,
			about: look.about ?? null,
			person_id: look.person ?? null,
			reason: look.reason,
			opened_at: ctx.now,
			ends_at: look.endsAt,
		})
		.returning(['id', 'ends_at', 'case_id'])
		.executeTakeFirstOrThrow();
}

/** Who looked at this person: the organisation, when and through which case, newest first. */
export function looksAtPerson(ctx: Context, person: PersonId) {
	return looksAt(ctx, person)
		.select([...told, 'look.ends_at'])
		.orderBy('look.opened_at', 'desc')
		.limit(200)
		.execute();
}

export type Month = { readonly from: Date; readonly to: Date };

export async function countLooksIn(ctx: Context, { from, to }: Month): Promise<number> {
	const { count } = await ctx.db
		.selectFrom('support.look')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('opened_at', '>=', from)
		.where('opened_at', '<', to)
		.executeTakeFirstOrThrow();
	return count;
}

/** So many looks of a month, the same each time it is asked; which ones, nobody knew when they were opened. */
export function looksDrawn(ctx: Context, { from, to }: Month, most: number, seed: string) {
	return looks(ctx)
		.select([...told, 'office.person_id as officer'])
		.where('look.opened_at', '>=', from)
		.where('look.opened_at', '<', to)
		.orderBy(sql`md5(look.id::text || ${seed})`)
		.limit(most)
		.execute();
}

export async function deleteLooksBefore(ctx: Context, before: Date): Promise<void> {
	await ctx.db.deleteFrom('support.look').where('opened_at', '<', before).execute();
}
