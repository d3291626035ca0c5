/** SQL of persons as parties of the cases of one desk. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import { isAtDesk, type Desk } from './queue.sql.ts';

export async function partiesAmongAtDesk(
	ctx: Context,
	desk: Desk,
	persons: readonly PersonId[],
): Promise<Set<PersonId>> {
	const rows = await ctx.db
		.selectFrom('support.case_party as party')
		.select('party.person_id')
		.distinct()
		.where('party.person_id', 'in', [...persons])
		.where(({ ref }) => isAtDesk(desk, ref('party.case_id')))
		.execute();
	return new Set(rows.map((row) => row.person_id));
}

export function casesOfPartyAtDesk(ctx: Context, desk: Desk, person: PersonId) {
	return ctx.db
		.selectFrom('support.case_party as party')
		.innerJoin('support.approval_case as approval', 'approval.id', 'party.case_id')
		.select(['approval.id', 'approval.kind', 'approval.subject_id as subject'])
		.select([
			'approval.opened_at as openedAt',
			sql<string | null>`(select round.outcome from support.case_round as round
				where round.case_id = approval.id order by round.round desc limit 1)`.as('outcome'),
		])
		.where('party.person_id', '=', person)
		.where(({ ref }) => isAtDesk(desk, ref('party.case_id')))
		.orderBy('approval.opened_at', 'desc')
		.limit(50)
		.execute();
}
