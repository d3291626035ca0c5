/** The kits a person made, for the export. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';

export async function exportKits(ctx: Context, person: PersonId): Promise<unknown> {
	return ctx.db
		.selectFrom('twinspaces_kits.kit as kit')
		.innerJoin('spaces.member as member', 'member.id', 'kit.made_by')
		.select(['kit.title', 'kit.plan', 'kit.structure', 'kit.made_at', 'kit.offered_at'])
		.where('member.person_id', '=', person)
		.orderBy('kit.made_at')
		.execute();
}
