/** The profile an import is read by: one of ours, or the columns an officer chose. */
import type { Context } from '#platform/context';
import { mappingById } from './loading/mappings.sql.ts';
import type { Profile } from './profile.ts';
import { profiles } from './profiles/all.ts';

/** The profile by its name; undefined for a name that is none of ours. */
export function profileNamed(name: string): Profile | undefined {
	return profiles.find((profile) => profile.name === name);
}

/** The profile of an import; undefined while nobody has chosen its columns. */
export async function profileOf(
	ctx: Context,
	row: { readonly profile_name: string; readonly mapping_id: string | null },
): Promise<Profile | undefined> {
	const own = profileNamed(row.profile_name);
	if (own || row.mapping_id === null) return own;
	return (await mappingById(ctx, row.mapping_id))?.profile;
}
