/** What stands in a space, for readers outside of it: no pupil is called by alias there. */
import { t } from '#messages/spaces';
import type { Context } from '#platform/context';
import { memberCardsOf } from './members.sql.ts';
import type { SpaceId } from './space.ts';

/**
 * Writes words anew in which pupils of the space are called by alias, in whatever spelling: there stands a pupil of the
 * school. open-to-all: asked by parts that let somebody outside read, after their own demand.
 */
export async function withoutAliases(ctx: Context, space: SpaceId): Promise<(words: string) => string> {
	const members = await memberCardsOf(ctx, space);
	return inTheirPlace(
		members.flatMap(({ isPupil, name, school }) =>
			isPupil && name !== null
				? [[name, t('spaces.member.pupil-gone', { school: school?.name ?? '' })] as const]
				: [],
		),
	);
}

/** Writes words anew: where a pupil is called by alias, in whatever spelling, there stands what is said instead. */
export function inTheirPlace(
	pairs: readonly (readonly [alias: string, instead: string])[],
): (words: string) => string {
	const spellings = pairs.map(([alias, instead]) => [inAnySpelling(alias), instead] as const);
	return (words) =>
		spellings.reduce((text, [spelling, instead]) => text.replaceAll(spelling, () => instead), words);
}

/** The alias as a whole word, in large or small letters and with any space between its words. */
function inAnySpelling(alias: string): RegExp {
	const words = alias.split(/\s+/).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[\\s_-]*')}(?![\\p{L}\\p{N}])`, 'giu');
}
