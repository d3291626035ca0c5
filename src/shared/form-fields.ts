/** Schemas of form fields: what a browser sends is text; empty text is no answer. */
import { z } from 'zod';

/** One line or more of text, trimmed; required. */
export function text(most: number) {
	return z.string().trim().min(1).max(most);
}

/** Text that may be left empty; comes out as ''. */
export function optionalText(most: number) {
	return z.string().trim().max(most).default('');
}

/** One of a fixed list. */
export function choice<const T extends readonly [string, ...string[]]>(options: T) {
	return z.enum(options);
}

/** One of a fixed list, or nothing chosen. */
export function optionalChoice<const T extends readonly [string, ...string[]]>(options: T) {
	return z
		.enum(['', ...options])
		.default('')
		.transform((value) => (value === '' ? undefined : (value as T[number])));
}

/** Any number of a fixed list within bounds, each once; a browser that sends none of them has chosen none. */
export function choices<const T extends readonly [string, ...string[]]>(
	options: T,
	most = options.length,
	least = 0,
) {
	return z
		.array(z.enum(options))
		.max(most)
		.min(least)
		.prefault([])
		.transform((list) => [...new Set(list)] as T[number][]);
}

/** Codes of countries, each once; which of them take part is data. */
export function countryCodes(most: number) {
	return z
		.array(z.string().regex(/^[A-Z]{2}$/))
		.max(most)
		.prefault([])
		.transform((codes) => [...new Set(codes)]);
}

/** A whole number within bounds. */
export function wholeNumber(least: number, most: number) {
	return z
		.string()
		.trim()
		.min(1)
		.regex(/^\d{1,9}$/)
		.transform(Number)
		.pipe(z.number().min(least).max(most));
}

/** A whole number, or nothing typed. */
export function optionalWholeNumber(least: number, most: number) {
	return z
		.string()
		.trim()
		.regex(/^\d{0,9}$/)
		.default('')
		.transform((typed) => (typed === '' ? undefined : Number(typed)))
		.pipe(z.number().min(least).max(most).optional());
}

/** A ticked box. */
export function checkbox() {
	return z
		.literal('on')
		.optional()
		.transform((value) => value === 'on');
}

/** A box that must be ticked. */
export function mustTick() {
	return z.literal('on');
}

/** A month as `2026-11`, or nothing. Comes out as the first day of the month. */
export function optionalMonth() {
	return z
		.string()
		.regex(/^(\d{4}-(0[1-9]|1[0-2]))?$/)
		.default('')
		.transform((month) => (month === '' ? undefined : `${month}-01`));
}

/** A day as `2026-12-21`, or nothing. */
export function optionalDay() {
	return z
		.union([z.literal(''), z.iso.date()])
		.default('')
		.transform((day) => (day === '' ? undefined : day));
}

/** A time of day as `10:15`, or nothing. */
export function optionalTime() {
	return z
		.string()
		.regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/)
		.default('')
		.transform((time) => (time === '' ? undefined : time));
}

/** An id of ours. */
export function id() {
	return z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
}
