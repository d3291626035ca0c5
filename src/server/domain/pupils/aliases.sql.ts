/** The one fragment by which an alias leaves this part: into the reads of a space the pupil is a member of. */
import type { ExpressionBuilder } from 'kysely';
import type { DB } from '#platform/schema';

/** The alias of the pupil in a column of the outer query; null when there is no pupil. Only for members of the space. */
export function pupilAlias<Tables extends keyof DB>(eb: ExpressionBuilder<DB, Tables>, pupilId: string) {
	return eb
		.selectFrom('pupils.pupil as named')
		.select('named.alias')
		.whereRef('named.id', '=', eb.ref(pupilId as never));
}
