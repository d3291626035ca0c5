/** Words that texts avoid, with the field's word for each; the whole list of terms is in docs/languages.md. */
import type { Locale } from '#shared/locales';

type Avoided = readonly [word: RegExp, instead: string];

const everywhere: readonly Avoided[] = [
	[/!/, 'a calm sentence: no exclamation marks'],
	[
		/(?<!\p{L})Twin ?space(?!\p{L})|(?<!\p{L})Twin Space|e-[Tt]winning|(?<!\p{L})[Ee]twinning/u,
		'TwinSpace, eTwinning',
	],
];

const byLocale: Partial<Record<Locale, readonly Avoided[]>> = {
	en: [
		[/\busers?\b/i, 'person or teacher'],
		// who studies to become a teacher is a student teacher
		[/\bstudents?\b(?! teacher)/i, 'pupil'],
		[/(?<!teacher |pupil )\badmin(s|istrators?)?\b/i, 'the office by its name'],
		[/\bworkspaces?\b/i, 'TwinSpace'],
	],
	fr: [
		[/utilisateur/i, 'personne ou enseignant'],
		[/étudiant/i, 'élève'],
		[/organis(ation|me)s? (nationale?s? )?d’appui/i, 'organisation de soutien'],
	],
	da: [
		[/(?<!\p{L})bruger(e|en|ne|navn)?(?!\p{L})/iu, 'person eller lærer'],
		[/(?<!lærer)studerende(?! i praktik)/i, 'elev'],
	],
	ar: [
		[/(?<!\p{L})(ال)?مستخدم/u, 'شخص أو معلّم'],
		[/(?<!\p{L})(ال)?(طالب|طلاب|طلبة)(?!\p{L})(?! (ال)?معلّم)/u, 'تلميذ'],
		[/هيئة الدعم|هيئات الدعم/, 'منظمة الدعم'],
	],
};

/** The avoided words that a text uses. */
export function avoidedWords(text: string, locale: Locale): string[] {
	return [...everywhere, ...(byLocale[locale] ?? [])].flatMap(([word, instead]) => {
		const found = word.exec(text);
		return found ? [`says ${found[0]}: better ${instead}`] : [];
	});
}
