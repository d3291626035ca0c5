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
export type Block = Paragraph | Heading | List | Quote | Picture;
export type Content = { readonly type: 'doc'; readonly content: readonly Block[] };

/** All words of a block, in reading order, with those a reader does not see: alternative texts and addresses. */
export function wordsOf(node: Block | ListItem | Inline): string {
	if (node.type === 'text') return [node.text, ...addressesOf(node)].join(' ');
	if (node.type === 'hardBreak') return '\n';
	if (node.type === 'picture') return node.attrs.alternative;
	const children: readonly (Block | ListItem | Inline)[] = node.content ?? [];
	const isInline = node.type === 'paragraph' || node.type === 'heading';
	return children.map(wordsOf).join(isInline ? '' : '\n');
}

/** The first words of the content, for lists and for those who share it. */
export function beginningOf(content: Content, most: number): string {
	const texts = content.content.filter((block) => block.type !== 'picture').map(visibleWordsOf);
	const text = texts.join(' ').replace(/\s+/g, ' ').trim();
	return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')}…`;
}

function visibleWordsOf(node: Block | ListItem | Inline): string {
	if (node.type === 'text') return node.text;
	if (node.type === 'hardBreak' || node.type === 'picture') return ' ';
	const children: readonly (Block | ListItem | Inline)[] = node.content ?? [];
	const isInline = node.type === 'paragraph' || node.type === 'heading';
	return children.map(visibleWordsOf).join(isInline ? '' : ' ');
}

/** The files of all pictures, each once. */
export function picturesIn(content: Content): string[] {
	const files = content.content.flatMap(picturesOf);
	return [...new Set(files)];
}

function picturesOf(node: Block | ListItem | Inline): string[] {
	if (node.type === 'picture') return [node.attrs.file];
	if (!('content' in node) || !node.content) return [];
	return (node.content as readonly (Block | ListItem | Inline)[]).flatMap(picturesOf);
}

function addressesOf({ marks = [] }: Text): string[] {
	return marks.flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : []));
}
