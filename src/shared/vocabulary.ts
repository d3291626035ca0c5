/**
 * The fixed words of the field: what teachers choose from in profiles, posts and projects. Codes are for
 * ever; their names are messages (`places.subject.<code>` and so on), those of languages come from Intl.
 */

/** School subjects and areas of learning. */
export const subjects = [
	'agriculture',
	'art',
	'astronomy',
	'biology',
	'business',
	'catering-and-tourism',
	'chemistry',
	'citizenship',
	'classical-languages',
	'construction',
	'cross-curricular',
	'dance',
	'design-and-technology',
	'drama',
	'early-childhood-education',
	'economics',
	'electronics-and-mechanics',
	'entrepreneurship',
	'environmental-education',
	'ethics',
	'european-studies',
	'foreign-languages',
	'geography',
	'geology',
	'health-studies',
	'history',
	'history-of-culture',
	'home-economics',
	'informatics',
	'language-and-literature',
	'law',
	'mathematics',
	'media-education',
	'music',
	'natural-sciences',
	'philosophy',
	'physical-education',
	'physics',
	'politics',
	'primary-school-subjects',
	'psychology',
	'religion',
	'social-care',
	'social-studies',
	'special-needs-education',
	'statistics',
] as const;
export type Subject = (typeof subjects)[number];

/** Asked for most, so they lie open in forms; the others are one click further. */
export const nearSubjects: readonly Subject[] = [
	'foreign-languages',
	'mathematics',
	'natural-sciences',
	'environmental-education',
	'history',
	'geography',
	'art',
	'music',
	'informatics',
	'citizenship',
	'cross-curricular',
	'primary-school-subjects',
];

/** The stages of schooling a teacher or a school works in. */
export const schoolLevels = [
	'early-childhood',
	'primary',
	'lower-secondary',
	'upper-secondary',
	'vocational',
] as const;
export type SchoolLevel = (typeof schoolLevels)[number];

/** What a person may be at a school and take part with; office and company staff may not. */
export const schoolRoles = [
	'teacher',
	'head',
	'deputy-head',
	'librarian',
	'educator',
	'special-needs-teacher',
	'psychologist',
	'counsellor',
	'ict-coordinator',
	'language-assistant',
	'trainee-teacher',
	'education-adviser',
] as const;
export type SchoolRole = (typeof schoolRoles)[number];

/** How well a person commands a language, as the European framework grades it. */
export const languageLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'] as const;
export type LanguageLevel = (typeof languageLevels)[number];

/** The ages of pupils who take part. */
export const pupilAges = { youngest: 3, oldest: 20 } as const;

/** Languages spoken or taught at the schools of the countries that take part (ISO 639). */
// prettier-ignore
export const languages = [
	'ar', 'az', 'be', 'bg', 'br', 'bs', 'ca', 'co', 'crh', 'cs', 'cy', 'da', 'de', 'el', 'en', 'es',
	'et', 'eu', 'fa', 'fi', 'fo', 'fr', 'fur', 'fy', 'ga', 'gl', 'gsw', 'he', 'hr', 'hsb', 'hu', 'hy',
	'is', 'it', 'ja', 'ka', 'kab', 'kl', 'ko', 'ku', 'la', 'lb', 'lt', 'lv', 'mk', 'mt', 'nl', 'no',
	'oc', 'pl', 'pt', 'rm', 'ro', 'rom', 'ru', 'sc', 'se', 'sk', 'sl', 'sq', 'sr', 'sv', 'tr',
	'uk', 'zh',
] as const;
export type LanguageCode = (typeof languages)[number];

/** Working languages asked for most; like `nearSubjects`. */
export const nearLanguages: readonly LanguageCode[] = ['en', 'fr', 'de', 'es', 'it', 'ar'];

/** Whether a text is one of the codes of a list; what a form or a file brings is checked with this. */
export function isOneOf<Code extends string>(
	codes: readonly Code[],
	text: string | null | undefined,
): text is Code {
	return codes.some((code) => code === text);
}
