/** A partner is validated nowhere any more: the other founders of their running projects are told. */
import { personCards, validatedAffiliations } from '#domain/people';
import type { Context } from '#platform/context';
import { emit } from '#platform/events';
import type { Events } from '#platform/part';
import { addressOf } from './address.ts';
import { foundersBeside } from './projects.sql.ts';

/**
 * The place in the project stays theirs; its TwinSpace does not open for them until a school is confirmed again, and
 * whoever plans the work with them learns it. open-to-all: the person has ended the place.
 */
export async function tellOfPartner(ctx: Context, { person }: Events['affiliation.ended']): Promise<void> {
	if ((await validatedAffiliations(ctx, person)).length > 0) return;
	const projects = await foundersBeside(ctx, person);
	if (projects.length === 0) return;
	const name = (await personCards(ctx, [person])).get(person)?.name ?? '';
	for (const { title, shortId, founders } of projects)
		await emit(ctx, 'notice', {
			to: founders,
			kind: 'partner-between-schools',
			params: { name, title },
			names: [person],
			path: `/projects/${addressOf(title, shortId)}`,
		});
}
