/** Which copies a person asked for, for the export. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';

export async function exportCopies(ctx: Context, person: PersonId): Promise<unknown> {
	return ctx.db
		.selectFrom('twinspaces_copies.copy as copy')
		.innerJoin('spaces.member as member', 'member.id', 'copy.asked_by')
		.innerJoin('spaces.space as space', 'space.id', 'copy.space_id')
		.select(['space.name', 'copy.asked_at', 'copy.ready_at', 'copy.bytes'])
		.where('member.person_id', '=', person)
		.orderBy('copy.asked_at')
		.execute();
}
