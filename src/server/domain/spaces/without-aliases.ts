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
	const pupils = (await memberCardsOf(ctx, space)).flatMap(({ isPupil, name, school }) =>
		isPupil && name !== null
			? [[inAnySpelling(name), t('spaces.member.pupil-gone', { school: school?.name ?? '' })] as const]
			: [],
	);
	return (words) => pupils.reduce((text, [alias, pupil]) => text.replaceAll(alias, () => pupil), words);
}

/** The alias as a whole word, in large or small letters and with any space between its words. */
export function inAnySpelling(alias: string): RegExp {
	const words = alias.split(/\s+/).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[\\s_-]*')}(?![\\p{L}\\p{N}])`, 'giu');
}
