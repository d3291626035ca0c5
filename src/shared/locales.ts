/** The languages of the platform: their codes, own names, direction and what stands in when a text is missing. */

export const locales = ['en', 'fr', 'da', 'ar'] as const;

/** English stretched and accented, so that a test sees texts that were not translated or do not fit. */
export const pseudoLocale = 'en-XA';

export type Locale = (typeof locales)[number] | typeof pseudoLocale;

export const defaultLocale: Locale = 'en';

type Language = {
	readonly ownName: string;
	readonly direction: 'ltr' | 'rtl';
	/** Tag handed to Intl: European dates in English, and digits that every Arabic country reads. */
	readonly tag: string;
	/** Languages asked in turn when a text is missing. */
	readonly fallback: readonly Locale[];
};

const languages: Readonly<Record<Locale, Language>> = {
	en: { ownName: 'English', direction: 'ltr', tag: 'en-GB', fallback: [] },
	fr: { ownName: 'Français', direction: 'ltr', tag: 'fr', fallback: ['en'] },
	da: { ownName: 'Dansk', direction: 'ltr', tag: 'da', fallback: ['en'] },
	ar: { ownName: 'العربية', direction: 'rtl', tag: 'ar-u-nu-latn', fallback: ['en'] },
	'en-XA': { ownName: 'Ƥşḗŭḓǿ', direction: 'ltr', tag: 'en-GB', fallback: ['en'] },
};

/** The languages a reader may choose here and now; the pseudo-locale only where tests ask for it. */
export function offeredLocales(): readonly Locale[] {
	return pseudoLocaleIsOffered() ? [...locales, pseudoLocale] : locales;
}

/** Whether the text (a segment of an address, a stored choice) names a language that is offered. */
export function isLocale(text: string | null | undefined): text is Locale {
	return offeredLocales().some((locale) => locale === text);
}

/** The direction in which the language is written, for the attribute `dir`. */
export function direction(locale: Locale): 'ltr' | 'rtl' {
	return languages[locale].direction;
}

/** The language's name in the language itself, as a switcher shows it. */
export function ownNameOf(locale: Locale): string {
	return languages[locale].ownName;
}

/** The languages that stand in for a missing text, in order; empty for English. */
export function fallbackOf(locale: Locale): readonly Locale[] {
	return languages[locale].fallback;
}

/** The tag that `Intl` needs to write dates, numbers and plurals as readers of this language expect. */
export function formattingTag(locale: Locale): string {
	return languages[locale].tag;
}

/** The offered language that a browser asks for most, English when it asks for none of ours. */
export function localeFromAcceptLanguage(header: string | null | undefined): Locale {
	const wishes = (header ?? '')
		.slice(0, 500)
		.split(',')
		.map(parseWish)
		.filter((wish) => wish.weight > 0)
		.sort((one, other) => other.weight - one.weight);
	for (const { language } of wishes) {
		const found = locales.find((locale) => locale === language);
		if (found) return found;
	}
	return defaultLocale;
}

function parseWish(entry: string): { language: string; weight: number } {
	const [tag = '', ...parameters] = entry.split(';').map((text) => text.trim().toLowerCase());
	const quality = parameters.find((text) => text.startsWith('q='));
	const weight = quality ? Number(quality.slice(2)) : 1;
	return { language: tag.split('-')[0] ?? '', weight: Number.isNaN(weight) ? 0 : weight };
}

/** In a browser the page's own language tells whether the server offers the pseudo-locale. */
function pseudoLocaleIsOffered(): boolean {
	if (typeof document !== 'undefined') return document.documentElement.lang === pseudoLocale;
	return globalThis.process?.env['OPENTWINNING_PSEUDO_LOCALE'] === '1';
}
