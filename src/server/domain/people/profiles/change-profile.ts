/** A person writes what others read about them. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { granted, refused, type Result } from '#platform/result';
import { personOf } from '#shared/actor';
import { demand } from '../abilities.ts';
import type { Profile } from './profile.ts';
import { saveProfile } from './profiles.sql.ts';

/** The photo comes by itself, as a file. */
export type ChangeProfile = Omit<Profile, 'person' | 'photo'>;

/** Replaces my profile. Refused when the ages run backwards or a language is named twice. */
export async function changeProfile(
	ctx: Context,
	input: ChangeProfile,
): Promise<Result<undefined, 'ages-backwards' | 'language-twice'>> {
	demand(ctx, 'people.change-profile');
	const person = personOf(ctx.actor);
	if (person === undefined) return granted();
	const { agesFrom, agesTo, languages } = input;
	if (agesFrom !== undefined && agesTo !== undefined && agesFrom > agesTo)
		return refused('ages-backwards', 'ages-to');
	if (new Set(languages.map(({ language }) => language)).size < languages.length)
		return refused('language-twice', 'languages');
	return inTransaction(ctx, async (ctx) => {
		await saveProfile(ctx, { ...input, person, agesFrom: agesFrom ?? agesTo, agesTo: agesTo ?? agesFrom });
		await emit(ctx, 'person.changed', { person });
		return granted();
	});
}
