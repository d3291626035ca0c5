/**
 * From JSON of unknown origin to content of the one schema: each node is built anew from what it may hold. What is
 * not on the list is dropped, so that nothing an editor, a form or a socket sends can bring anything else along.
 */
import { linkAddress } from './addresses.ts';
import type {
	Block,
	Column,
	Columns,
	Content,
	Embed,
	Inline,
	ListItem,
	Mark,
	MaterialBlock,
	Paragraph,
	Picture,
	Table,
	TableCell,
	TableRow,
} from './content.ts';
import { embedded, isEmbed } from './embeds.ts';

/** How large content may be; more is cut off before it is built. */
export const contentLimits = {
	blocks: 300,
	nodes: 5000,
	characters: 100_000,
	depth: 6,
	rows: 200,
	cells: 20,
	columns: 3,
	caption: 300,
} as const;

type Json = Readonly<Record<string, unknown>>;
type Budget = { nodes: number; characters: number };
type Build<T> = (node: Json, budget: Budget, depth: number) => T | undefined;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const blockId = /^[0-9a-z]{4,24}$/;

/** The content in what was sent; an empty page when there is none. `newId` names blocks that have no id yet. */
export function cleanContent(sent: unknown, newId: () => string): Content {
	const budget = { nodes: contentLimits.nodes, characters: contentLimits.characters };
	const taken = new Set<string>();
	const blocks = childrenOf(asObject(sent), contentLimits.blocks)
		.flatMap((child) => blockOf(child, budget, 0, wideBuilders) ?? [])
		.map((block) => withOwnId(block, taken, newId));
	return { type: 'doc', content: blocks };
}

const builders: Readonly<Record<string, Build<Block>>> = {
	paragraph: paragraphOf,
	heading: (node, budget) => ({
		type: 'heading',
		attrs: { ...idOf(node), level: levelOf(node) },
		...inlinesOf(node, budget),
	}),
	bulletList: (node, budget, depth) => listOf('bulletList', node, budget, depth),
	orderedList: (node, budget, depth) => listOf('orderedList', node, budget, depth),
	blockquote: (node, budget, depth) => {
		const content = blocksIn(node, budget, depth);
		return content.length === 0 ? undefined : { type: 'blockquote', attrs: idOf(node), content };
	},
	picture: pictureOf,
	material: materialOf,
	embed: embedOf,
};

/** Tables and columns stand in the page itself; a table stands in a column too, and nothing wide inside anything else. */
const wideBuilders: Readonly<Record<string, Build<Block>>> = {
	...builders,
	table: tableOf,
	columns: columnsOf,
};
const inColumns: Readonly<Record<string, Build<Block>>> = { ...builders, table: tableOf };

function blockOf(
	node: Json,
	budget: Budget,
	depth: number,
	allowed: Readonly<Record<string, Build<Block>>> = builders,
): Block | undefined {
	const type = typeof node['type'] === 'string' ? node['type'] : '';
	const build = Object.hasOwn(allowed, type) ? allowed[type] : undefined;
	if (!build || depth > contentLimits.depth || --budget.nodes < 0) return undefined;
	return build(node, budget, depth);
}

function listOf(
	type: 'bulletList' | 'orderedList',
	node: Json,
	budget: Budget,
	depth: number,
): Block | undefined {
	const content = childrenOf(node).flatMap((child): ListItem[] => {
		if (child['type'] !== 'listItem' || --budget.nodes < 0) return [];
		const blocks = blocksIn(child, budget, depth);
		// a point of a list begins with words
		const first = blocks[0]?.type === 'paragraph' ? [] : [{ type: 'paragraph', attrs: { id: '' } } as const];
		return blocks.length === 0 ? [] : [{ type: 'listItem', content: [...first, ...blocks] }];
	});
	return content.length === 0 ? undefined : { type, attrs: idOf(node), content };
}

function blocksIn(node: Json, budget: Budget, depth: number): Block[] {
	return childrenOf(node).flatMap((child) => blockOf(child, budget, depth + 1) ?? []);
}

function paragraphOf(node: Json, budget: Budget): Paragraph {
	return { type: 'paragraph', attrs: idOf(node), ...inlinesOf(node, budget) };
}

/** Every row gets as many cells as the longest; what spans several cells elsewhere is one here. */
function tableOf(node: Json, budget: Budget): Table | undefined {
	const rows = childrenOf(node, contentLimits.rows)
		.filter((row) => row['type'] === 'tableRow' && --budget.nodes >= 0)
		.map((row) => childrenOf(row, contentLimits.cells).flatMap((cell) => cellOf(cell, budget) ?? []));
	const width = Math.max(0, ...rows.map((cells) => cells.length));
	const isHeaded = rows[0]?.some(({ type }) => type === 'tableHeader') === true;
	const content = rows.map((cells, place): TableRow => {
		const type = isHeaded && place === 0 ? 'tableHeader' : 'tableCell';
		const filled = Array.from({ length: width }, (_, at) => cells[at]?.content ?? [emptyLine]);
		return { type: 'tableRow', content: filled.map((lines) => ({ type, content: lines })) };
	});
	return width === 0 ? undefined : { type: 'table', attrs: idOf(node), content };
}

const emptyLine: Paragraph = { type: 'paragraph', attrs: { id: '' } };

function cellOf(node: Json, budget: Budget): TableCell | undefined {
	const type = node['type'];
	if ((type !== 'tableCell' && type !== 'tableHeader') || --budget.nodes < 0) return undefined;
	const lines = childrenOf(node)
		.filter((line) => line['type'] === 'paragraph' && --budget.nodes >= 0)
		.map((line) => paragraphOf(line, budget));
	return { type, content: lines.length === 0 ? [emptyLine] : lines };
}

/** Two or three columns; nothing when nothing stands in any of them. */
function columnsOf(node: Json, budget: Budget, depth: number): Columns | undefined {
	const columns = childrenOf(node, contentLimits.columns)
		.filter((column) => column['type'] === 'column' && --budget.nodes >= 0)
		.map((column) =>
			childrenOf(column).flatMap((child) => blockOf(child, budget, depth + 1, inColumns) ?? []),
		);
	const isEmpty = columns.every((blocks) =>
		blocks.every((block) => block.type === 'paragraph' && block.content === undefined),
	);
	if (isEmpty) return undefined;
	const content = (columns.length < 2 ? [...columns, []] : columns).map((blocks): Column => ({
		type: 'column',
		content: blocks.length === 0 ? [emptyLine] : blocks,
	}));
	return { type: 'columns', attrs: idOf(node), content };
}

function materialOf(node: Json): MaterialBlock | undefined {
	const { material, caption } = asObject(node['attrs']);
	if (typeof material !== 'string' || !uuid.test(material)) return undefined;
	return { type: 'material', attrs: { ...idOf(node), material, caption: captionIn(caption) } };
}

function embedOf(node: Json): Embed | undefined {
	const { provider, key, title } = asObject(node['attrs']);
	const named = { provider, key };
	if (!isEmbed(named)) return undefined;
	const words = captionIn(title) || embedded(named).name;
	return { type: 'embed', attrs: { ...idOf(node), provider: named.provider, key: named.key, title: words } };
}

function captionIn(sent: unknown): string {
	return typeof sent === 'string' ? tidy(sent).trim().slice(0, contentLimits.caption) : '';
}

function pictureOf(node: Json): Picture | undefined {
	const attributes = asObject(node['attrs']);
	const { file, alternative, decorative, width, height } = attributes;
	if (typeof file !== 'string' || !uuid.test(file)) return undefined;
	const isDecorative = decorative === true;
	return {
		type: 'picture',
		attrs: {
			...idOf(node),
			file,
			alternative: isDecorative || typeof alternative !== 'string' ? '' : tidy(alternative).slice(0, 300),
			decorative: isDecorative,
			width: measureOf(width),
			height: measureOf(height),
		},
	};
}

function inlinesOf(node: Json, budget: Budget): { content?: readonly Inline[] } {
	const content = childrenOf(node).flatMap((child): Inline[] => {
		if (--budget.nodes < 0) return [];
		if (child['type'] === 'hardBreak') return [{ type: 'hardBreak' }];
		if (child['type'] !== 'text' || typeof child['text'] !== 'string') return [];
		const text = tidy(child['text']).slice(0, Math.max(0, budget.characters));
		budget.characters -= text.length;
		if (text === '') return [];
		const marks = marksOf(child['marks']);
		return [marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks }];
	});
	return content.length === 0 ? {} : { content };
}

function marksOf(sent: unknown): Mark[] {
	const marks = (Array.isArray(sent) ? sent : []).slice(0, 10).map(asObject);
	const link = marks.find((mark) => mark['type'] === 'link');
	const href = asObject(link?.['attrs'])['href'];
	const address = typeof href === 'string' ? linkAddress(href) : undefined;
	const plain = (['bold', 'italic'] as const).filter((type) => marks.some((mark) => mark['type'] === type));
	return [
		...(address === undefined ? [] : [{ type: 'link', attrs: { href: address } } as const]),
		...plain.map((type) => ({ type })),
	];
}

/** Ids of blocks are never taken twice; blocks inside blocks need none. */
function withOwnId(block: Block, taken: Set<string>, newId: () => string): Block {
	const id = block.attrs.id !== '' && !taken.has(block.attrs.id) ? block.attrs.id : newId();
	taken.add(id);
	return { ...block, attrs: { ...block.attrs, id } } as Block;
}

function idOf(node: Json): { id: string } {
	const { id } = asObject(node['attrs']);
	return { id: typeof id === 'string' && blockId.test(id) ? id : '' };
}

function levelOf(node: Json): number {
	const { level } = asObject(node['attrs']);
	return level === 3 || level === 4 ? level : 2;
}

function measureOf(value: unknown): number | null {
	return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 100_000 ? value : null;
}

function childrenOf(node: Json, most: number = contentLimits.nodes): Json[] {
	const { content } = node;
	return Array.isArray(content) ? content.slice(0, most).map(asObject) : [];
}

function asObject(value: unknown): Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** Without control characters, which no reader sees and no database takes. */
function tidy(text: string): string {
	return text.normalize('NFC').replace(/[\p{Cc}\u2028\u2029]/gu, (sign) => (sign === '\t' ? ' ' : ''));
}
