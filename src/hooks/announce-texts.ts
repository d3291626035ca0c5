/** Tells the browser of the file of texts at once, so that it arrives with the scripts of the page. */
import type { Handle } from '@sveltejs/kit/hooks';
import { messageFileAddress } from '#platform/catalogues';
import type { Locale } from '#shared/locales';

/** To stand after the step that chooses the language. */
export const announceTexts: Handle = ({ event, resolve }) =>
	resolve(event, { transformPageChunk: ({ html }) => withTexts(html, event.locals.locale) });

/** A page that is only read announces no scripts, and then no texts either. */
function withTexts(html: string, locale: Locale): string {
	const address = html.includes(' rel="modulepreload"') ? messageFileAddress(locale) : undefined;
	if (!address) return html;
	return html.replace('</head>', `<link rel="modulepreload" href="${address}"></head>`);
}
