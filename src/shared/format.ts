/**
 * Writes dates, numbers, lists and names as readers of a language expect them. Used in `load`, in mails
 * and on the command line: what reaches a component is already text, so that no browser writes it anew.
 */
import { intlCache } from '#shared/intl-cache';
import { isolated } from '#shared/isolation';
import { direction, type Locale } from '#shared/locales';

export type DateStyle = 'short' | 'medium' | 'long' | 'full';

const dateTimeFormat = intlCache(
	(tag, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, options),
);
const numberFormat = intlCache(
	(tag, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options),
);
const listFormat = intlCache((tag, options: Intl.ListFormatOptions) => new Intl.ListFormat(tag, options));
const relativeFormat = intlCache(
	(tag, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(tag, options),
);
const displayNames = intlCache(
	(tag, options: Intl.DisplayNamesOptions) => new Intl.DisplayNames(tag, options),
);
const collator = intlCache((tag, options: Intl.CollatorOptions) => new Intl.Collator(tag, options));

/** The day of a moment as it is in the zone: 14 March 2027. */
export function formatDate(moment: Date, locale: Locale, zone: string, style: DateStyle = 'long'): string {
	return dateTimeFormat(locale, { dateStyle: style, timeZone: zone }).format(moment);
}

/** Days from one to another, both as `2026-12-21`: 21 Dec 2026 – 6 Jan 2027. */
export function formatDays(from: string, to: string, locale: Locale): string {
	const format = dateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
	return format.formatRange(new Date(from), new Date(to));
}

/** A month without a day: `2027-03` → March 2027. */
export function formatMonth(month: string, locale: Locale): string {
	const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
	return dateTimeFormat(locale, options).format(new Date(`${month}-15T12:00:00Z`));
}

/** So many months from this one on, as `2027-03`. */
export function monthsFrom(now: Date, many: number): string[] {
	return Array.from({ length: many }, (_, place) =>
		new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + place, 15)).toISOString().slice(0, 7),
	);
}

/** The name of a month of any year, 1 to 12: March. */
export function monthName(month: number, locale: Locale): string {
	return dateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month - 1, 15));
}

/** The name of a day of the week, 1 (Monday) to 7: Tuesday. */
export function weekdayName(day: number, locale: Locale): string {
	// the first Monday of 2026 is 5 January
	return dateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, 0, 4 + day));
}

/** The time of day in the zone, without naming the zone: 14:32. */
export function formatTime(moment: Date, locale: Locale, zone: string): string {
	return dateTimeFormat(locale, { timeStyle: 'short', timeZone: zone }).format(moment);
}

/** Day and time in the zone: 14 March 2027 at 14:32. */
export function formatDateTime(
	moment: Date,
	locale: Locale,
	zone: string,
	style: DateStyle = 'long',
): string {
	const options = { dateStyle: style, timeStyle: 'short', timeZone: zone } as const;
	return dateTimeFormat(locale, options).format(moment);
}

const units = [
	['year', 365 * 24 * 3600],
	['month', 30 * 24 * 3600],
	['week', 7 * 24 * 3600],
	['day', 24 * 3600],
	['hour', 3600],
	['minute', 60],
] as const;

const relativeOptions: Intl.RelativeTimeFormatOptions = { numeric: 'auto' };

/** How long ago, or how soon, a moment is: 3 days ago, in 2 hours; below a minute: now. */
export function formatRelative(moment: Date, now: Date, locale: Locale): string {
	const seconds = (moment.getTime() - now.getTime()) / 1000;
	const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', Infinity];
	return relativeFormat(locale, relativeOptions).format(Math.trunc(seconds / length) || 0, unit);
}

/** One object, which the cache recognises: a search page writes hundreds of counts. */
const plainly: Intl.NumberFormatOptions = {};

/** A number with the separators of the language: 1,234.5. */
export function formatNumber(
	value: number,
	locale: Locale,
	options: Intl.NumberFormatOptions = plainly,
): string {
	return numberFormat(locale, options).format(value);
}

/** A length of time in words: 3 years, 30 days. */
export function formatDuration(amount: number, unit: 'day' | 'month' | 'year', locale: Locale): string {
	return numberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
}

/** Texts joined as the language joins them: Italy, Portugal and Türkiye. */
export function formatList(texts: readonly string[], locale: Locale, joined: 'and' | 'or' = 'and'): string {
	const type = joined === 'and' ? 'conjunction' : 'disjunction';
	return listFormat(locale, { type }).format(texts.map((text) => isolated(text, locale)));
}

/** Where something is, from small to large, without what is not known: Porto, Portugal. */
export function formatPlace(parts: readonly (string | null | undefined)[], locale: Locale): string {
	return inARow(parts, locale).join(direction(locale) === 'rtl' ? '، ' : ', ');
}

/** Short texts of different kinds beside each other, without what is not known: Escola da Ribeira · Porto. */
export function formatLine(parts: readonly (string | null | undefined)[], locale: Locale): string {
	return inARow(parts, locale).join(' · ');
}

function inARow(parts: readonly (string | null | undefined)[], locale: Locale): string[] {
	return parts.flatMap((part) => (part ? [isolated(part, locale)] : []));
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** The size of a file, in steps of a thousand as file managers count today: 2.4 MB. */
export function formatFileSize(bytes: number, locale: Locale): string {
	const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), byteUnits.length - 1);
	const options = {
		style: 'unit',
		unit: byteUnits[step] ?? 'byte',
		unitDisplay: step === 0 ? 'long' : 'short',
		maximumFractionDigits: step < 2 ? 0 : 1,
	} as const;
	return numberFormat(locale, options).format(bytes / 1000 ** step);
}

/** The name of a language in the reader's language: `pt` → Portuguese. */
export const languageName = namesOf({ type: 'language', languageDisplay: 'standard' });

/** The name of a country in the reader's language, without the asterisk that `places` adds to some. */
export const countryName = namesOf({ type: 'region', style: 'short' });

/** Names are asked for on every page, from closed lists of codes: each is looked up once a language. */
function namesOf(options: Intl.DisplayNamesOptions): (code: string, locale: Locale) => string {
	const known = new Map<string, string>();
	return (code, locale) => {
		const key = `${locale} ${code}`;
		const name = known.get(key) ?? displayNames(locale, options).of(code) ?? code;
		known.set(key, name);
		return name;
	};
}

/** Compares texts as a dictionary of the language orders them, for `sort`. */
export function inAlphabet(locale: Locale): (one: string, other: string) => number {
	return collator(locale, {}).compare;
}
