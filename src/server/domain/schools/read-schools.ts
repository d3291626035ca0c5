/** Reads of schools: cards for lists, and the page of one. */
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import { personOf } from '#shared/actor';
import { isOneOf, schoolLevels } from '#shared/vocabulary';
import { demand } from './abilities.ts';
import type { School, SchoolCard, SchoolId, SchoolState } from './school.ts';
import { cardsOf, visibleSchool } from './schools.sql.ts';

/** The schools among these ids that the reader may see, by id. Their visibility is their rule: open-to-all. */
export async function schoolCards(
	ctx: Context,
	ids: readonly SchoolId[],
): Promise<Map<SchoolId, SchoolCard>> {
	if (ids.length === 0) return new Map();
	const cards = await cardsOf(ctx, [...new Set(ids)]);
	return new Map(cards.map((card) => [card.id, card]));
}

/** One school as its page shows it; throws NotFound for what the reader may not see. */
export async function schoolFor(ctx: Context, id: string): Promise<School> {
	const found = isId(id) ? await visibleSchool(ctx, id, personOf(ctx.actor)) : undefined;
	if (!found) throw new NotFound('school');
	demand(ctx, 'school.open');
	const { added, levels, state, ...school } = found;
	return {
		...school,
		levels: levels.filter((level) => isOneOf(schoolLevels, level)),
		state: state as SchoolState,
		ownAddition: added && !school.known,
	};
}
