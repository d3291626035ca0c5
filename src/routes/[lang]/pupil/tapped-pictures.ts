/** What was tapped so far, as it travels with the form from tap to tap. */
import { z } from 'zod';
import { pictures, picturesOfCode } from '#shared/pictures';

/** `3.0.11`: pictures by number, in the order of the taps. */
export const tapped = z
	.string()
	.regex(/^\d{0,2}(\.\d{1,2}){0,8}$/)
	.default('')
	.transform((text) => (text === '' ? [] : text.split('.').map(Number)));

/** The picture that was tapped just now. */
export const tap = z
	.string()
	.regex(/^\d{0,2}$/)
	.default('')
	.transform((text) => (text === '' ? [] : [Number(text)]))
	.refine((row) => row.every((picture) => picture < pictures.length));

/** As `tapped` reads it. */
export function inOneRow(row: readonly number[]): string {
	return row.join('.');
}

/** True when there are enough for a code. */
export function isFull(row: readonly number[]): boolean {
	return row.length >= picturesOfCode;
}
