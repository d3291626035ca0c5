/** Keeps a name written in the other direction from scrambling the sentence around it. */
import { direction, type Locale } from '#shared/locales';

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufefc]/;
const notArabic = /[^\u0600-\u06ff\s]/;

/**
 * The text wrapped in invisible isolates where its direction differs from the page's. Addresses stay
 * bare: mail programs would take the isolate for a part of the link.
 */
export function isolated(text: string, locale: Locale): string {
	const foreign = direction(locale) === 'rtl' ? notArabic : rightToLeft;
	if (!foreign.test(text) || /^https?:/.test(text)) return text;
	return `\u2068${text}\u2069`;
}
