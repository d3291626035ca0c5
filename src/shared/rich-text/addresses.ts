/** Which addresses a link may have: the web and mail, written out, and nothing that runs or hides where it leads. */

const allowed: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);
const longest = 2000;

/** The address as a link may carry it; undefined for anything else. Without a protocol it is taken for the web's. */
export function linkAddress(typed: string): string | undefined {
	const text = typed.trim();
	if (text === '' || text.length > longest || /[\p{Cc}\s]/u.test(text)) return undefined;
	const address =
		/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+:\d+(\/|$)/.test(text) ? text : `https://${text}`;
	if (!URL.canParse(address)) return undefined;
	const url = new URL(address);
	if (!allowed.has(url.protocol) || url.username !== '' || url.password !== '') return undefined;
	if (url.protocol !== 'mailto:' && !url.hostname.includes('.')) return undefined;
	return url.href.length > longest ? undefined : url.href;
}
