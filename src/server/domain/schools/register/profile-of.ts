/** The profiles we have, by their names. */
import type { Profile } from './profile.ts';
import { profiles } from './profiles/all.ts';

/** The profile by its name; undefined for a name that is none of ours. */
export function profileNamed(name: string): Profile | undefined {
	return profiles.find((profile) => profile.name === name);
}
