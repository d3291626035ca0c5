/** A person writes what others read about them. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { granted, refused, type Result } from '#platform/result';
import { personOf } from '#shared/actor';
import { demand } from '../abilities.ts';
import { asOthersSee, type Profile } from './profile.ts';
import { ownProfile, profileFor, type PersonPage } from './read-profiles.ts';
import { saveProfile } from './profiles.sql.ts';

/** The photo comes by itself, as a file. */
export type ChangeProfile = Omit<Profile, 'person' | 'photo'>;

export type ProfileRefusal = 'ages-backwards' | 'language-twice';

/** Replaces my profile. Refused when the ages run backwards or a language is named twice. */
export async function changeProfile(
	ctx: Context,
	input: ChangeProfile,
): Promise<Result<undefined, ProfileRefusal>> {
	demand(ctx, 'people.change-profile');
	const person = personOf(ctx.actor);
	if (person === undefined) return granted();
	const changed = profileOfChange(input);
	if (!changed.ok) return changed;
	return inTransaction(ctx, async (ctx) => {
		await saveProfile(ctx, { ...changed.value, person });
		await emit(ctx, 'person.changed', { person });
		return granted();
	});
}

/** My page as others would see it after this change; nothing is saved. Refused like the change itself. */
export async function previewOfChange(
	ctx: Context,
	input: ChangeProfile,
): Promise<Result<PersonPage, ProfileRefusal>> {
	const own = await ownProfile(ctx);
	const changed = profileOfChange(input);
	if (!changed.ok) return changed;
	const page = await profileFor(ctx, own.person);
	return granted({ ...page, profile: asOthersSee({ ...own, ...changed.value }) });
}

function profileOfChange(input: ChangeProfile): Result<ChangeProfile, ProfileRefusal> {
	const { agesFrom, agesTo, languages } = input;
	if (agesFrom !== undefined && agesTo !== undefined && agesFrom > agesTo)
		return refused('ages-backwards', 'ages-to');
	if (new Set(languages.map(({ language }) => language)).size < languages.length)
		return refused('language-twice', 'languages');
	return granted({ ...input, agesFrom: agesFrom ?? agesTo, agesTo: agesTo ?? agesFrom });
}
