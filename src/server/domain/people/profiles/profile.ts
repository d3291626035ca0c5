/** What a teacher tells others: languages, subjects, the pupils' ages, what they are looking for. */
import type { PersonId } from '#shared/actor';
import type { LanguageCode, LanguageLevel, Subject } from '#shared/vocabulary';

export type SpokenLanguage = { readonly language: LanguageCode; readonly level: LanguageLevel };

export type Profile = {
	readonly person: PersonId;
	readonly about: string;
	/** The language the text was written in. */
	readonly aboutLocale: string | undefined;
	readonly subjects: readonly Subject[];
	readonly agesFrom: number | undefined;
	readonly agesTo: number | undefined;
	/** Off: nobody may add or pick this person. */
	readonly available: boolean;
	/** Looks for somebody to found a project with. */
	readonly wantsToFound: boolean;
	readonly languages: readonly SpokenLanguage[];
};

/** What a profile still lacks for partners to find it, in the order of the form. */
export function missingIn(profile: Profile): ('languages' | 'subjects' | 'ages' | 'about')[] {
	const lacks = {
		languages: profile.languages.length === 0,
		subjects: profile.subjects.length === 0,
		ages: profile.agesFrom === undefined,
		about: profile.about === '',
	};
	return (['languages', 'subjects', 'ages', 'about'] as const).filter((part) => lacks[part]);
}
