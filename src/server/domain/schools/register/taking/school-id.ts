/** Which ids are ids: a spreadsheet damages some, and some only stand where an id is missing. */

export type IdProblem = 'no-code' | 'code-damaged' | 'code-placeholder' | 'code-unlike';

/** 2,17E+13, #REF!, ####, 03-May: what a spreadsheet makes of a number, a reference or a day. */
const damaged =
	/^[+-]?\d+([.,]\d+)?e[+-]?\d+$|^#|^\d{1,2}[-. /](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$|^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[-. /]\d{1,4}$/i;
const placeholder = /^(0+|[-–—_.?*x/\s]+|n\/?a|none|null|nil|tbc|tbd|unknown)$/i;

/** The id as it is kept: without spaces where the register has none in its ids. */
export function tidyCode(written: string, pattern: RegExp | undefined): string {
	if (pattern === undefined || pattern.test(written)) return written;
	const compact = written.replace(/\s+/g, '');
	return pattern.test(compact) ? compact : written;
}

/** What is wrong with an id, or undefined. */
export function problemOfCode(code: string, pattern: RegExp | undefined): IdProblem | undefined {
	if (code === '') return 'no-code';
	if (damaged.test(code)) return 'code-damaged';
	if (placeholder.test(code)) return 'code-placeholder';
	return pattern === undefined || pattern.test(code) ? undefined : 'code-unlike';
}
