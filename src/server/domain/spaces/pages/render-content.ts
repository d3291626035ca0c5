/** Content as HTML for reading: rendered on the server from the one schema, and kept, since a version never changes. */
import { Node } from '@tiptap/pm/model';
import { renderToHTMLString } from '@tiptap/static-renderer/pm/html-string';
import { richTextExtensions, richTextSchema } from '#shared/rich-text';
import { cleanContent } from '#shared/rich-text/clean';
import type { Locale } from '#shared/locales';
import { withLone, type Content, type Embed, type MaterialBlock } from '#shared/rich-text/content';
import { withLinks } from '#shared/rich-text/links';
import { drawEmbed, drawMaterial, type ShownMaterial } from './draw-things.ts';
import { newBlockId } from './form-blocks.ts';
import { leadsOut, type PageWithContent } from './page.ts';

const kept = new Map<string, string>();
const mostKept = 300;

/** What a page shows and does not hold itself, as its reader may see it. */
export type Around = {
	/** The reader's language: of buttons, sizes, and of what is missing. */
	readonly locale: Locale;
	/** The materials on it that are there for the reader. */
	readonly materials: ReadonlyMap<string, ShownMaterial>;
	/** The pictures of the page itself that are not there for the reader. */
	readonly away: ReadonlySet<string>;
	/**
	 * With it every link leads to `<links>/<its place in the text>` first, where the reader is told where it goes;
	 * addresses of mail are no links then.
	 */
	readonly links?: string;
};

/** How things of a page are drawn that its text only names. */
export type Drawing = {
	readonly material: (block: MaterialBlock) => string;
	readonly embed: (block: Embed) => string;
};

/** The HTML of a page as it stands now. */
export function pageAsHtml({ id, version, written, content }: PageWithContent, around: Around): string {
	return keptHtml(`${id} ${version}.${written}`, content, around);
}

/** The HTML of a saved version of a page. */
export function versionAsHtml(page: string, version: number, content: Content, around: Around): string {
	return keptHtml(`${page} ${version}`, content, around);
}

function keptHtml(version: string, content: Content, around: Around): string {
	const { locale, materials, away, links } = around;
	const key = `${version} ${links ?? ''} ${locale} ${JSON.stringify([...materials, ...away])}`;
	const known = kept.get(key);
	if (known !== undefined) return known;
	const drawing: Drawing = {
		material: ({ attrs }) => drawMaterial(attrs, materials.get(attrs.material), locale),
		embed: ({ attrs }) => drawEmbed(attrs, locale, links === undefined),
	};
	const html = contentAsHtml(withoutAway(content, away), drawing, links);
	const oldest = kept.keys().next().value;
	if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
	kept.set(key, html);
	return html;
}

/** A picture that is not there for its reader is drawn as a material that is not there. */
export function withoutAway(content: Content, away: ReadonlySet<string>): Content {
	if (away.size === 0) return content;
	return withLone(content, (block) => {
		if (block.type !== 'picture' || !away.has(block.attrs.file)) return [block];
		const { id, file } = block.attrs;
		return [{ type: 'material', attrs: { id, material: file, caption: '' } }];
	});
}

/** The HTML of content that may come from anywhere: it is cleaned once more before it is rendered. */
export function contentAsHtml(content: unknown, drawing: Drawing, links?: string): string {
	const clean = cleanContent(content, newBlockId);
	const shown =
		links === undefined
			? clean
			: withLinks(clean, (href, place) => (leadsOut(href) ? `${links}/${place}` : undefined));
	return renderToHTMLString({
		extensions: richTextExtensions,
		content: Node.fromJSON(richTextSchema, shown),
		options: {
			nodeMapping: {
				material: ({ node }) => drawing.material(node.toJSON() as MaterialBlock),
				embed: ({ node }) => drawing.embed(node.toJSON() as Embed),
				// a wide table is moved under the finger and by the keyboard, and never the page with it
				table: ({ children }) =>
					`<div class="wide" tabindex="0"><table><tbody>${[children].flat().join('')}</tbody></table></div>`,
			},
		},
	});
}
