/** Reads of schools: cards for lists, and the page of one. */
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import { personOf } from '#shared/actor';
import { isOneOf, schoolLevels } from '#shared/vocabulary';
import { demand } from './abilities.ts';
import type { School, SchoolCard, SchoolId, SchoolKind, SchoolState } from './school.ts';
import { cardsOf, visibleSchool } from './schools.sql.ts';
import { familyOf, mergedFrom, mergedInto, stateFacts } from './states.sql.ts';

/** The schools among these ids that the reader may see, by id. Their visibility is their rule: open-to-all. */
export async function schoolCards(
	ctx: Context,
	ids: readonly SchoolId[],
): Promise<Map<SchoolId, SchoolCard>> {
	if (ids.length === 0) return new Map();
	const cards = await cardsOf(ctx, [...new Set(ids)]);
	return new Map(cards.map((card) => [card.id, card]));
}

/**
 * One school as its page shows it; throws NotFound for what the reader may not see. An entry that was joined into
 * another leads to that one.
 */
export async function schoolFor(ctx: Context, id: string): Promise<School> {
	const found = isId(id) ? await visibleSchool(ctx, id, personOf(ctx.actor)) : undefined;
	if (!found) throw new NotFound('school');
	demand(ctx, 'school.open');
	const { added, levels, state, kind, original_name: original, longitude, latitude, ...school } = found;
	return {
		...school,
		kind: kind as SchoolKind,
		originalName: original === school.name ? null : original,
		point: longitude === null || latitude === null ? null : { longitude, latitude },
		levels: levels.filter((level) => isOneOf(schoolLevels, level)),
		state: state as SchoolState,
		ownAddition: added && !school.known,
	};
}

/** One state a school was noted in. */
export type StateNoted = {
	readonly state: SchoolState;
	readonly notedAt: Date;
	/** Since when it is so, where that is known. */
	readonly since: string | null;
	/** Whether a register or an officer said so. */
	readonly by: 'register' | 'officer' | undefined;
};

export type SchoolHistory = {
	/** The newest first; a school that was always open has none. */
	readonly states: readonly StateNoted[];
	readonly mergedInto: SchoolCard | undefined;
	/** Closed schools that became part of this one. */
	readonly mergedFrom: readonly SchoolCard[];
	/** The school this one is a site of. */
	readonly parent: SchoolCard | undefined;
	readonly sites: readonly SchoolCard[];
};

/** How the school came to its state, and the schools it belongs together with. */
export async function schoolHistory(ctx: Context, { id }: Pick<School, 'id'>): Promise<SchoolHistory> {
	demand(ctx, 'school.open');
	const facts = await stateFacts(ctx, id);
	const into = await mergedInto(ctx, id);
	const before = await mergedFrom(ctx, id);
	const { parent, sites } = await familyOf(ctx, id);
	const related = [into, ...before, parent, ...sites].filter((one) => one !== undefined);
	const cards = await schoolCards(ctx, related);
	const card = (one: SchoolId | undefined) => (one === undefined ? undefined : cards.get(one));
	return {
		states: facts.map((fact) => ({
			state: fact.state as SchoolState,
			notedAt: fact.noted_at,
			since: fact.since,
			by: fact.office_id ? 'officer' : fact.import_id ? 'register' : undefined,
		})),
		mergedInto: card(into),
		mergedFrom: before.flatMap((one) => card(one) ?? []),
		parent: card(parent),
		sites: sites.flatMap((site) => card(site) ?? []),
	};
}
