/** What a teacher tells others: languages, subjects, the pupils' ages, what they are looking for. */
import type { PersonId } from '#shared/actor';
import type { LanguageCode, LanguageLevel, Subject } from '#shared/vocabulary';

export type SpokenLanguage = { readonly language: LanguageCode; readonly level: LanguageLevel };

/** What is shown to all validated teachers and searched by, or hidden and not searched by: one choice, no third state. */
export const profileFields = ['photo', 'languages', 'subjects', 'ages', 'wishes', 'about'] as const;
export type ProfileField = (typeof profileFields)[number];

export type Profile = {
	readonly person: PersonId;
	readonly about: string;
	/** What they would like to do with partners. */
	readonly wishes: string;
	/** The language both texts were written in. */
	readonly aboutLocale: string | undefined;
	readonly subjects: readonly Subject[];
	readonly agesFrom: number | undefined;
	readonly agesTo: number | undefined;
	/** Off: nobody may add or pick this person. */
	readonly available: boolean;
	/** Looks for somebody to found a project with: one of the wishes. */
	readonly wantsToFound: boolean;
	readonly languages: readonly SpokenLanguage[];
	/** A file that shows the face. */
	readonly photo: string | undefined;
	readonly hidden: readonly ProfileField[];
};

/** The profile as everybody else reads it, and as it is searched: what is hidden is not there. */
export function asOthersSee(profile: Profile): Profile {
	const shows = (field: ProfileField) => !profile.hidden.includes(field);
	return {
		...profile,
		photo: shows('photo') ? profile.photo : undefined,
		languages: shows('languages') ? profile.languages : [],
		subjects: shows('subjects') ? profile.subjects : [],
		agesFrom: shows('ages') ? profile.agesFrom : undefined,
		agesTo: shows('ages') ? profile.agesTo : undefined,
		wishes: shows('wishes') ? profile.wishes : '',
		wantsToFound: shows('wishes') && profile.wantsToFound,
		about: shows('about') ? profile.about : '',
	};
}

/** What a profile still lacks for partners to find it, in the order of the form; what is hidden is nobody's business. */
export function missingIn(profile: Profile): ('languages' | 'subjects' | 'ages' | 'about')[] {
	const lacks = {
		languages: profile.languages.length === 0,
		subjects: profile.subjects.length === 0,
		ages: profile.agesFrom === undefined,
		about: profile.about === '',
	};
	return (['languages', 'subjects', 'ages', 'about'] as const).filter(
		(part) => lacks[part] && !profile.hidden.includes(part),
	);
}
