/** Fragment: whether a thing waits out of sight until somebody has looked. */
import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';

/** For lists of the owner of the thing: pupils, guests and the public do not see it. The id of a thing is unique. */
export function isWithheld(thing: Expression<string>): RawBuilder<SqlBool> {
	return sql<SqlBool>`exists (select from safety.matter as withheld
		where withheld.thing_id = ${thing} and withheld.settled_at is null and withheld.hides)`;
}
