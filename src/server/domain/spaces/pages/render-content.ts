/** Content as HTML for reading: rendered on the server from the one schema, and kept, since a version never changes. */
import { Node } from '@tiptap/pm/model';
import { renderToHTMLString } from '@tiptap/static-renderer/pm/html-string';
import { richTextExtensions, richTextSchema } from '#shared/rich-text';
import { cleanContent } from '#shared/rich-text/clean';
import type { Content } from '#shared/rich-text/content';
import { newBlockId } from './form-blocks.ts';

const kept = new Map<string, string>();
const mostKept = 300;

/** The HTML of a saved version of a page. */
export function versionAsHtml(page: string, version: number, content: Content): string {
	const key = `${page} ${version}`;
	const known = kept.get(key);
	if (known !== undefined) return known;
	const html = contentAsHtml(content);
	const oldest = kept.keys().next().value;
	if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
	kept.set(key, html);
	return html;
}

/** The HTML of content that may come from anywhere: it is cleaned once more before it is rendered. */
export function contentAsHtml(content: unknown): string {
	const clean = cleanContent(content, newBlockId);
	return renderToHTMLString({
		extensions: richTextExtensions,
		content: Node.fromJSON(richTextSchema, clean),
	});
}
