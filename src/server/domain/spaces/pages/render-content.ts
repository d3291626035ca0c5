/** Content as HTML for reading: rendered on the server from the one schema, and kept, since a version never changes. */
import { Node } from '@tiptap/pm/model';
import { renderToHTMLString } from '@tiptap/static-renderer/pm/html-string';
import { richTextExtensions, richTextSchema } from '#shared/rich-text';
import { cleanContent } from '#shared/rich-text/clean';
import type { Content } from '#shared/rich-text/content';
import { withLinks } from '#shared/rich-text/links';
import { newBlockId } from './form-blocks.ts';
import { leadsOut, type PageWithContent } from './page.ts';

const kept = new Map<string, string>();
const mostKept = 300;

/** The HTML of a page as it stands now; `links` as in `versionAsHtml`. */
export function pageAsHtml({ id, version, written, content }: PageWithContent, links?: string): string {
	return keptHtml(`${id} ${version}.${written} ${links ?? ''}`, content, links);
}

/**
 * The HTML of a saved version of a page. With `links` every link leads to `<links>/<its place in the text>` first,
 * where the reader is told where it goes; addresses of mail are no links then.
 */
export function versionAsHtml(page: string, version: number, content: Content, links?: string): string {
	return keptHtml(`${page} ${version} ${links ?? ''}`, content, links);
}

function keptHtml(key: string, content: Content, links: string | undefined): string {
	const known = kept.get(key);
	if (known !== undefined) return known;
	const html = contentAsHtml(content, links);
	const oldest = kept.keys().next().value;
	if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
	kept.set(key, html);
	return html;
}

/** The HTML of content that may come from anywhere: it is cleaned once more before it is rendered. */
export function contentAsHtml(content: unknown, links?: string): string {
	const clean = cleanContent(content, newBlockId);
	const shown =
		links === undefined
			? clean
			: withLinks(clean, (href, place) => (leadsOut(href) ? `${links}/${place}` : undefined));
	return renderToHTMLString({
		extensions: richTextExtensions,
		content: Node.fromJSON(richTextSchema, shown),
	});
}
