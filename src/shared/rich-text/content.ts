/** Content of rich text as JSON: the shapes of its nodes, and small questions about them. */

export type Mark =
	| { readonly type: 'bold' }
	| { readonly type: 'italic' }
	| { readonly type: 'link'; readonly attrs: { readonly href: string } };
export type Text = { readonly type: 'text'; readonly text: string; readonly marks?: readonly Mark[] };
export type Break = { readonly type: 'hardBreak' };
export type Inline = Text | Break;

type WithId = { readonly id: string };
export type Paragraph = {
	readonly type: 'paragraph';
	readonly attrs: WithId;
	readonly content?: readonly Inline[];
};
export type Heading = {
	readonly type: 'heading';
	readonly attrs: WithId & { readonly level: number };
	readonly content?: readonly Inline[];
};
export type ListItem = { readonly type: 'listItem'; readonly content: readonly Block[] };
export type List = {
	readonly type: 'bulletList' | 'orderedList';
	readonly attrs: WithId;
	readonly content: readonly ListItem[];
};
export type Quote = {
	readonly type: 'blockquote';
	readonly attrs: WithId;
	readonly content: readonly Block[];
};
export type Picture = {
	readonly type: 'picture';
	readonly attrs: WithId & {
		readonly file: string;
		readonly alternative: string;
		readonly decorative: boolean;
		readonly width: number | null;
		readonly height: number | null;
	};
};
/** The first row holds headings, or none does; all rows have as many cells. */
export type TableCell = {
	readonly type: 'tableHeader' | 'tableCell';
	readonly content: readonly Paragraph[];
};
export type TableRow = { readonly type: 'tableRow'; readonly content: readonly TableCell[] };
export type Table = { readonly type: 'table'; readonly attrs: WithId; readonly content: readonly TableRow[] };
export type Column = { readonly type: 'column'; readonly content: readonly Block[] };
export type Columns = {
	readonly type: 'columns';
	readonly attrs: WithId;
	readonly content: readonly Column[];
};
/** Something that lies among the materials of the same space: shown to whoever may see it there. */
export type MaterialBlock = {
	readonly type: 'material';
	readonly attrs: WithId & { readonly material: string; readonly caption: string };
};
/** Something of a fixed provider outside: named by its key there, and loaded by nobody who did not ask for it. */
export type Embed = {
	readonly type: 'embed';
	readonly attrs: WithId & { readonly provider: string; readonly key: string; readonly title: string };
};
export type Block = Paragraph | Heading | List | Quote | Picture | Table | Columns | MaterialBlock | Embed;
export type Content = { readonly type: 'doc'; readonly content: readonly Block[] };

/** Everything that stands in a page. */
export type Node = Block | ListItem | TableRow | TableCell | Column | Inline;

/** What stands in a node, in reading order. */
export function childrenOf(node: Node): readonly Node[] {
	return 'content' in node && node.content ? node.content : [];
}

/** All words of a block, in reading order, with those a reader does not see: alternative texts and addresses. */
export function wordsOf(node: Node): string {
	if (node.type === 'text') return [node.text, ...addressesOf(node)].join(' ');
	if (node.type === 'hardBreak') return '\n';
	if (node.type === 'picture') return node.attrs.alternative;
	if (node.type === 'material') return node.attrs.caption;
	if (node.type === 'embed') return [node.attrs.title, node.attrs.key].join(' ');
	const isInline = node.type === 'paragraph' || node.type === 'heading';
	return childrenOf(node)
		.map(wordsOf)
		.join(isInline ? '' : '\n');
}

/** The first words of the content, for lists and for those who share it. */
export function beginningOf(content: Content, most: number): string {
	const text = content.content.map(visibleWordsOf).join(' ').replace(/\s+/g, ' ').trim();
	return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')}…`;
}

function visibleWordsOf(node: Node): string {
	if (node.type === 'text') return node.text;
	if (node.type === 'hardBreak') return ' ';
	const isInline = node.type === 'paragraph' || node.type === 'heading';
	return childrenOf(node)
		.map(visibleWordsOf)
		.join(isInline ? '' : ' ');
}

/** The files of all pictures, each once. */
export function picturesIn(content: Content): string[] {
	return [...new Set(nodesIn(content).flatMap((node) => (node.type === 'picture' ? [node.attrs.file] : [])))];
}

/** The materials that the content shows, each once. */
export function materialsIn(content: Content): string[] {
	return [
		...new Set(nodesIn(content).flatMap((node) => (node.type === 'material' ? [node.attrs.material] : []))),
	];
}

/** What the content shows of others, wherever it stands. */
export function embedsIn(content: Content): Embed[] {
	return nodesIn(content).filter((node) => node.type === 'embed');
}

function nodesIn({ content }: Content): Node[] {
	const withThoseIn = (node: Node): Node[] => [node, ...childrenOf(node).flatMap(withThoseIn)];
	return content.flatMap(withThoseIn);
}

type Lone = Picture | MaterialBlock | Embed;

/** The content with each picture, material and embed replaced by what `change` makes of it; the rest stays. */
export function withLone(content: Content, change: (block: Lone) => readonly Block[]): Content {
	return { type: 'doc', content: content.content.flatMap(changed) } as Content;

	function changed(node: Node): readonly Node[] {
		if (node.type === 'picture' || node.type === 'material' || node.type === 'embed') return change(node);
		if (!('content' in node) || !node.content) return [node];
		return [{ ...node, content: childrenOf(node).flatMap(changed) } as Node];
	}
}

function addressesOf({ marks = [] }: Text): string[] {
	return marks.flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : []));
}
