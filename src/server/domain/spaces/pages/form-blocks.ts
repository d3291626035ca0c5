/**
 * A page as a form: a list of blocks, each with fields that any browser and any screen reader can fill in. A block
 * that nobody touched stays exactly as it was, also when a form could not say all of it.
 */
import { randomSymbols } from '#platform/ids';
import { linkAddress } from '#shared/rich-text/addresses';
import type { Block, Column, Content, Inline, ListItem } from '#shared/rich-text/content';
import { contentLimits } from '#shared/rich-text/clean';
import { embedAt, embedded } from '#shared/rich-text/embeds';
import { inlineToText, textToInline } from '#shared/rich-text/inline-text';
import { pageLimits } from './page.ts';
import { tableFromText, tableToText } from './table-text.ts';

export const blockKinds = [
	'text',
	'heading',
	'subheading',
	'list',
	'numbers',
	'quote',
	'link',
	'picture',
	'table',
	'material',
	'embed',
	// where columns begin, where the next one does, and where the page is whole again
	'columns',
	'next-column',
	'columns-end',
] as const;
export type BlockKind = (typeof blockKinds)[number];

/** What the fields of one block hold. */
export type FormBlock = {
	readonly id: string;
	readonly kind: BlockKind;
	readonly text: string;
	/** Where a link leads, and an embed; the file of a picture; which material. */
	readonly address: string;
	readonly alternative: string;
	readonly decorative: boolean;
};

/** What is wrong with a block, by its id and field. */
export type BlockProblem = {
	readonly id: string;
	readonly field: 'text' | 'address' | 'alternative';
} & (
	| { readonly problem: 'missing' | 'no-address' | 'no-alternative' | 'no-embed' | 'no-title' }
	| { readonly problem: 'too-long'; readonly most: number }
);

/** A new id for a block. */
export function newBlockId(): string {
	return randomSymbols(10);
}

/** An empty block to be filled in. */
export function emptyBlock(kind: BlockKind): FormBlock {
	return { id: newBlockId(), kind, text: '', address: '', alternative: '', decorative: false };
}

/** The page as a form: what stands in columns comes in a row, between blocks that say where they begin and end. */
export function formBlocksOf(content: Content): FormBlock[] {
	return inARow(content).map(({ form }) => form);
}

type InARow = { readonly form: FormBlock; readonly block?: Block };

function inARow({ content }: Content): InARow[] {
	const taken = new Set(content.map((block) => block.attrs.id));
	return content.flatMap((block): InARow[] => {
		if (block.type !== 'columns') return [{ form: formBlockOf(block), block }];
		const { id } = block.attrs;
		const marker = (kind: BlockKind, place: string) => ({ form: { ...emptyBlock(kind), id: id + place } });
		return [
			{ ...marker('columns', ''), block },
			...block.content.flatMap((column, at) => [
				...(at === 0 ? [] : [marker('next-column', `n${at}`)]),
				...column.content.map((inner, place) => {
					const own = inner.attrs.id;
					const innerId = own !== '' && !taken.has(own) ? own : `${id}c${at}b${place}`;
					taken.add(innerId);
					return { form: { ...formBlockOf(inner), id: innerId }, block: inner };
				}),
			]),
			marker('columns-end', 'e'),
		];
	});
}

/** What keeps the form from being saved; an empty block is no mistake, it is left out. */
export function problemsOf(blocks: readonly FormBlock[]): BlockProblem[] {
	return blocks.flatMap((block): BlockProblem[] => {
		const { id, kind, text, address, alternative, decorative } = block;
		const tooLong = tooLongIn(block);
		if (tooLong) return [tooLong];
		if (kind === 'picture' && !decorative && alternative.trim() === '') {
			return [{ id, field: 'alternative', problem: 'no-alternative' }];
		}
		if (kind === 'embed' && address.trim() !== '') {
			if (embedAt(address) === undefined) return [{ id, field: 'address', problem: 'no-embed' }];
			return text.trim() === '' ? [{ id, field: 'text', problem: 'no-title' }] : [];
		}
		if (kind !== 'link' || (text.trim() === '' && address.trim() === '')) return [];
		if (linkAddress(address) === undefined) return [{ id, field: 'address', problem: 'no-address' }];
		return text.trim() === '' ? [{ id, field: 'text', problem: 'missing' }] : [];
	});
}

function tooLongIn({ id, text, address, alternative }: FormBlock): BlockProblem | undefined {
	const problem = 'too-long';
	if (text.length > pageLimits.block) return { id, field: 'text', problem, most: pageLimits.block };
	if (address.length > pageLimits.address) return { id, field: 'address', problem, most: pageLimits.address };
	if (alternative.length > pageLimits.alternative)
		return { id, field: 'alternative', problem, most: pageLimits.alternative };
	return undefined;
}

/** The form as content; `before` is what it was made of. */
export function contentOf(blocks: readonly FormBlock[], before: Content): Content {
	const were = new Map(inARow(before).map((each) => [each.form.id, each]));
	const content: Block[] = [];
	let columns: { readonly id: string; readonly begun: [Block[], ...Block[][]] } | undefined;
	for (const form of blocks) {
		if (form.kind === 'columns') columns ??= { id: form.id, begun: [[]] };
		else if (form.kind === 'next-column') {
			if (columns && columns.begun.length < contentLimits.columns) columns.begun.push([]);
		} else if (form.kind === 'columns-end') endColumns();
		else (columns?.begun.at(-1) ?? content).push(...blockAsSent(form, were.get(form.id)));
	}
	endColumns();
	return { type: 'doc', content };

	function endColumns(): void {
		if (columns && columns.begun.some((column) => column.length > 0)) {
			const { id, begun } = columns;
			content.push({ type: 'columns', attrs: { id }, content: begun.map(columnOf) });
		}
		columns = undefined;
	}
}

function columnOf(blocks: readonly Block[]): Column {
	const content = blocks.length > 0 ? blocks : [{ type: 'paragraph', attrs: { id: '' } } as const];
	return { type: 'column', content };
}

/** As it was, where nobody touched it. */
function blockAsSent(form: FormBlock, was: InARow | undefined): readonly Block[] {
	return was?.block && isSame(was.form, form) ? [was.block] : blocksOf(form, was?.block);
}

function isSame(one: FormBlock, other: FormBlock): boolean {
	return (Object.keys(one) as (keyof FormBlock)[]).every((field) => one[field] === other[field]);
}

function formBlockOf(block: Block): FormBlock {
	const empty = { id: block.attrs.id, address: '', alternative: '', decorative: false };
	switch (block.type) {
		case 'heading':
			return {
				...empty,
				kind: block.attrs.level === 2 ? 'heading' : 'subheading',
				text: plain(block.content),
			};
		case 'picture': {
			const { file, alternative, decorative } = block.attrs;
			return { ...empty, kind: 'picture', text: '', address: file, alternative, decorative };
		}
		case 'bulletList':
		case 'orderedList': {
			const kind = block.type === 'bulletList' ? 'list' : 'numbers';
			return { ...empty, kind, text: block.content.map(lineOf).join('\n') };
		}
		case 'table':
			return { ...empty, kind: 'table', text: tableToText(block, textIn) };
		case 'material':
			return { ...empty, kind: 'material', text: block.attrs.caption, address: block.attrs.material };
		case 'embed':
			return { ...empty, kind: 'embed', text: block.attrs.title, address: embedded(block.attrs).page };
		case 'columns':
			return { ...empty, kind: 'columns', text: '' };
		case 'blockquote':
			return { ...empty, kind: 'quote', text: block.content.map(textIn).join('\n') };
		case 'paragraph':
			return { ...empty, ...loneLink(block.content ?? []), ...paragraphText(block.content ?? []) };
	}
}

/** A paragraph that is one link is a block of its own kind. */
function loneLink(content: readonly Inline[]): { kind: BlockKind; address: string } {
	const [only, ...more] = content;
	const link =
		only?.type === 'text' && more.length === 0 ? only.marks?.find((mark) => mark.type === 'link') : undefined;
	return link?.type === 'link' ? { kind: 'link', address: link.attrs.href } : { kind: 'text', address: '' };
}

function paragraphText(content: readonly Inline[]): { text: string } {
	return loneLink(content).kind === 'link'
		? { text: plain(content) }
		: { text: inlineToText(content) ?? plain(content) };
}

function blocksOf(block: FormBlock, was: Block | undefined): Block[] {
	const { id, kind, address } = block;
	const text = block.text.trim();
	if (kind === 'picture') return pictureOf(block, was);
	if (kind === 'material')
		return address === '' ? [] : [{ type: 'material', attrs: { id, material: address, caption: text } }];
	if (text === '') return [];
	switch (kind) {
		case 'heading':
		case 'subheading':
			return [{ type: 'heading', attrs: { id, level: kind === 'heading' ? 2 : 3 }, content: [word(text)] }];
		case 'list':
		case 'numbers':
			return [
				{
					type: kind === 'list' ? 'bulletList' : 'orderedList',
					attrs: { id },
					content: lines(text).map(itemOf),
				},
			];
		case 'quote':
			return [{ type: 'blockquote', attrs: { id }, content: lines(text).map((line) => paragraph('', line)) }];
		case 'link': {
			const href = linkAddress(address);
			const mark = href === undefined ? {} : { marks: [{ type: 'link', attrs: { href } } as const] };
			return [{ type: 'paragraph', attrs: { id }, content: [{ type: 'text', text, ...mark }] }];
		}
		case 'table':
			return [tableFromText(id, text, was)];
		case 'embed': {
			const named = embedAt(address);
			return named ? [{ type: 'embed', attrs: { id, ...named, title: text } }] : [];
		}
		case 'columns':
		case 'next-column':
		case 'columns-end':
			return [];
		case 'text':
			return text
				.split(/\n\s*\n/)
				.map((part, number) => paragraph(number === 0 ? id : newBlockId(), part.trim()));
	}
}

function pictureOf(
	{ id, address: file, alternative, decorative }: FormBlock,
	was: Block | undefined,
): Block[] {
	if (file === '') return [];
	const measures =
		was?.type === 'picture' && was.attrs.file === file ? was.attrs : { width: null, height: null };
	const { width, height } = measures;
	const words = decorative ? '' : alternative.trim();
	return [{ type: 'picture', attrs: { id, file, alternative: words, decorative, width, height } }];
}

function paragraph(id: string, text: string): Block {
	return { type: 'paragraph', attrs: { id }, content: textToInline(text) };
}

function itemOf(line: string): ListItem {
	return { type: 'listItem', content: [paragraph('', line)] };
}

function lines(text: string): string[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}

function lineOf(item: ListItem): string {
	return item.content.map(textIn).join(' ');
}

/** Everything a block says, on one line. */
function textIn(block: Block): string {
	if (block.type === 'paragraph')
		return (inlineToText(block.content ?? []) ?? plain(block.content)).replaceAll('\n', ' ');
	if (block.type === 'heading') return plain(block.content);
	if (block.type === 'blockquote') return block.content.map(textIn).join(' ');
	if (block.type === 'bulletList' || block.type === 'orderedList') return block.content.map(lineOf).join(' ');
	return '';
}

function plain(content: readonly Inline[] = []): string {
	return content.map((node) => (node.type === 'text' ? node.text : '\n')).join('');
}

function word(text: string) {
	return { type: 'text', text: text.replaceAll('\n', ' ') } as const;
}
