/** Where to go after signing in: only ever a page of this platform. */
import { isLocale } from '#shared/locales';

const here = 'http://here.invalid';

/** The path, when it leads to a page of ours; the fallback for anything that could lead elsewhere. */
export function internalPath(text: string | null | undefined, fallback: string): string {
	if (!text || text.length > 500 || !URL.canParse(text, here)) return fallback;
	const url = new URL(text, here);
	// what a browser makes of the text decides, not how it is written
	if (url.origin !== here || !isLocale(url.pathname.split('/')[1])) return fallback;
	return url.pathname + url.search;
}
