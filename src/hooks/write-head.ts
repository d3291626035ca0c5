/** The head of every page: its language and direction, and the file of texts, so that it arrives with the scripts. */
import type { Handle } from '@sveltejs/kit/hooks';
import { messageFileAddress } from '#platform/catalogues';
import { direction, type Locale } from '#shared/locales';

/** To stand after the step that chooses the language. */
export const writeHead: Handle = ({ event, resolve }) =>
	resolve(event, { transformPageChunk: ({ html }) => withHead(html, event.locals.locale) });

/** Only the head is searched: bodies are long, and this runs for every page. */
function withHead(html: string, locale: Locale): string {
	const end = html.indexOf('</head>');
	if (end === -1) return html;
	const head = html
		.slice(0, end)
		.replace('%opentwinning.lang%', locale)
		.replace('%opentwinning.dir%', direction(locale));
	return `${head}${textsFor(head, locale)}${html.slice(end)}`;
}

/** A page that is only read announces no scripts, and then no texts either. */
function textsFor(head: string, locale: Locale): string {
	const address = head.includes(' rel="modulepreload"') ? messageFileAddress(locale) : undefined;
	return address === undefined ? '' : `<link rel="modulepreload" href="${address}">`;
}
