/** What of a workbook's number formats changes what a cell says: days, and digits that are shown with zeros before them. */

/** How the numbers of one style are meant. */
export type NumberMeaning = 'plain' | 'day' | { readonly digits: number };

const builtInDays = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57]);

/** The meaning of a format code: `dd/mm/yyyy` is a day, `0000000` seven digits. */
export function meaningOf(id: number, code: string | undefined): NumberMeaning {
	if (code === undefined) return builtInDays.has(id) ? 'day' : 'plain';
	const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
	if (/^0{2,}$/.test(bare)) return { digits: bare.length };
	return /y/i.test(bare) || /d.*m|m.*d/i.test(bare) ? 'day' : 'plain';
}

const day = 24 * 3600 * 1000;

/** The text of a number cell: as it is written, without the spreadsheet's way to shorten it. */
export function numberText(written: string, meaning: NumberMeaning, countsFrom1904: boolean): string {
	const number = Number(written);
	if (written === '' || !Number.isFinite(number)) return written;
	if (meaning === 'day' && number > 0 && number < 2_958_466) {
		const start = countsFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
		return new Date(start + Math.floor(number) * day).toISOString().slice(0, 10);
	}
	const whole = Number.isSafeInteger(number) && Math.abs(number) < 1e15;
	const text = whole ? number.toFixed(0) : written;
	return typeof meaning === 'object' && whole ? text.padStart(meaning.digits, '0') : text;
}
