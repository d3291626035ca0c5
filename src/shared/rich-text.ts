/**
 * The one schema of rich text: what a page can hold. The editor, the form, the server's renderer and whatever
 * comes later read the same nodes and marks; anything else does not exist.
 */
import { Extension, getSchema, mergeAttributes, Node } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { embedded, isEmbed } from './rich-text/embeds.ts';

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
	'table',
	'columns',
	'material',
	'embed',
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

/** The page itself: only here stand what is wide, tables and columns. */
const Page = Node.create({ name: 'doc', topNode: true, content: '(block | table | columns)+' });

/** One cell is one cell: what spans several is taken apart when it is pasted. */
const spans = () => ({
	colspan: { default: 1, parseHTML: () => 1, rendered: false },
	rowspan: { default: 1, parseHTML: () => 1, rendered: false },
	colwidth: { default: null, parseHTML: () => null, rendered: false },
});
const plainTable = [
	Table.extend({
		group: '',
		renderHTML: () => ['table', ['tbody', 0]],
		addKeyboardShortcuts() {
			// the Tab key leads out of the text, as it does everywhere: nobody is caught in a table
			const { Tab: _, 'Shift-Tab': __, ...others } = this.parent?.() ?? {};
			return others;
		},
	}),
	TableRow,
	TableCell.extend({ content: 'paragraph+', addAttributes: spans }),
	TableHeader.extend({
		content: 'paragraph+',
		addAttributes: spans,
		renderHTML: () => ['th', { scope: 'col' }, 0],
	}),
];

const Columns = Node.create({
	name: 'columns',
	content: 'column{2,3}',
	isolating: true,
	parseHTML: () => [],
	renderHTML: () => ['div', { class: 'columns' }, 0],
});
const Column = Node.create({
	name: 'column',
	content: '(block | table)+',
	isolating: true,
	parseHTML: () => [],
	renderHTML: () => ['div', { class: 'column' }, 0],
});

export type RichTextWords = {
	/** How a material is called that is shown here; undefined when it is not there for the reader. */
	readonly material: (id: string) => string | undefined;
};

/** A material: what it shows depends on who reads. While it is written it is a box with its name. */
const Material = Node.create<RichTextWords>({
	name: 'material',
	group: 'block',
	atom: true,
	draggable: true,
	addOptions: () => ({ material: () => undefined }),
	addAttributes: () => ({ material: { default: null }, caption: { default: '' } }),
	parseHTML: () => [],
	renderHTML({ node }) {
		const { material, caption } = node.attrs;
		const name = this.options.material(String(material)) ?? '…';
		return ['figure', { class: 'thing' }, ['strong', {}, name], ['figcaption', {}, String(caption ?? '')]];
	},
});

/** Something of a provider outside: a box with its title while it is written. Readers load it by a click. */
const Embed = Node.create({
	name: 'embed',
	group: 'block',
	atom: true,
	draggable: true,
	addAttributes: () => ({ provider: { default: null }, key: { default: null }, title: { default: '' } }),
	parseHTML: () => [],
	renderHTML: ({ node }) => {
		const { provider, key, title } = node.attrs;
		const named = { provider: provider as unknown, key: key as unknown };
		const name = isEmbed(named) ? embedded(named).name : '…';
		return ['figure', { class: 'thing' }, ['strong', {}, name], ['figcaption', {}, String(title ?? '')]];
	},
});

/** All that a page can hold; whoever writes sees materials by these names. */
export const richTextExtensionsWith = (words: RichTextWords) => [
	Page,
	...plainTable,
	Columns,
	Column,
	Material.configure(words),
	Embed,
	StarterKit.configure({
		document: false,
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

export const richTextExtensions = richTextExtensionsWith({ material: () => undefined });

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
