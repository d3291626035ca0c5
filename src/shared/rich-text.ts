/**
 * The one schema of rich text: what a page can hold. The editor, the form, the server's renderer and whatever
 * comes later read the same nodes and marks; anything else does not exist.
 */
import { Extension, getSchema, mergeAttributes, Node } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';

/** Levels of headings inside a page; the page's title is the first. */
export const headingLevels = [2, 3, 4] as const;

/** What every link of a page says to browsers and search engines. */
export const linkAttributes = { rel: 'noopener noreferrer nofollow ugc', target: null, class: null } as const;

/** Blocks that stand directly in a page, each with an id of its own, so that two people's changes can be told apart. */
export const blockTypes = [
	'paragraph',
	'heading',
	'bulletList',
	'orderedList',
	'blockquote',
	'picture',
] as const;

const BlockId = Extension.create({
	name: 'blockId',
	addGlobalAttributes: () => [
		{ types: [...blockTypes], attributes: { id: { default: null, rendered: false, keepOnSplit: false } } },
	],
});

/** A picture of ours: named by its file, with a text that says what it shows unless it only decorates. */
const Picture = Node.create({
	name: 'picture',
	group: 'block',
	atom: true,
	draggable: true,
	addAttributes: () => ({
		file: { default: null },
		alternative: { default: '' },
		decorative: { default: false },
		width: { default: null },
		height: { default: null },
	}),
	parseHTML: () => [],
	renderHTML: ({ node }) => ['figure', ['img', mergeAttributes(pictureAttributes(node.attrs))]],
});

/** All that a page can hold. */
export const richTextExtensions = [
	StarterKit.configure({
		heading: { levels: [...headingLevels] },
		link: {
			openOnClick: false,
			autolink: false,
			linkOnPaste: false,
			protocols: ['http', 'https', 'mailto'],
			HTMLAttributes: { ...linkAttributes },
		},
		code: false,
		codeBlock: false,
		horizontalRule: false,
		strike: false,
		underline: false,
		trailingNode: false,
		// whoever writes together takes back what they wrote themselves, and nothing of the others
		undoRedo: false,
	}),
	BlockId,
	Picture,
];

/** The same as a ProseMirror schema. */
export const richTextSchema = getSchema(richTextExtensions);

/** How a picture is written in HTML: three sizes, its measures, so that nothing jumps, and its alternative text. */
function pictureAttributes(attributes: Readonly<Record<string, unknown>>): Record<string, string> {
	const { file, alternative, width, height } = attributes;
	const at = (size: string) => `/files/${String(file)}/${size}`;
	return {
		src: at('medium'),
		srcset: `${at('small')} 480w, ${at('medium')} 960w, ${at('large')} 1920w`,
		sizes: '(min-width: 48rem) 40rem, 94vw',
		alt: String(alternative ?? ''),
		...(typeof width === 'number' &&
			typeof height === 'number' && { width: String(width), height: String(height) }),
		loading: 'lazy',
		decoding: 'async',
	};
}
