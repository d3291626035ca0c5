/**
 * A page as a document that many write at once (Yjs): how it becomes content for readers, and how content is written
 * into it so that nobody who writes elsewhere in it loses a word. Pure: no database, no socket.
 */
import { Node } from '@tiptap/pm/model';
import { updateYFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { richTextSchema } from '#shared/rich-text';
import { cleanContent, contentLimits } from '#shared/rich-text/clean';
import type { Block, Content } from '#shared/rich-text/content';
import { newBlockId } from '../form-blocks.ts';
import { isSameBlock } from '../merge-content.ts';

/** The name under which editors find the text in the document. */
const text = 'default';
const validId = /^[0-9a-z]{4,24}$/;

/** The document that all these changes make. Throws when one of them is none. */
export function documentOf(changes: Iterable<Uint8Array>): Y.Doc {
	const doc = new Y.Doc();
	doc.transact(() => {
		for (const change of changes) Y.applyUpdate(doc, change);
	});
	return doc;
}

/** The change that writes a document for the first time: its content, or a first empty line for everybody to write in. */
export function firstChange(content: Content): Uint8Array {
	const doc = new Y.Doc();
	if (content.content.length === 0) fragmentOf(doc).insert(0, [new Y.XmlElement('paragraph')]);
	else writeInto(doc, content);
	return Y.encodeStateAsUpdate(doc);
}

/** What readers see: only what the schema knows, without empty lines, each block with an id that stays. */
export function contentIn(doc: Y.Doc): Content {
	const blocks = blocksIn(doc).flatMap(({ block }) => block ?? []);
	return { type: 'doc', content: blocks };
}

/** How much of what a page may hold is used: more than 1 is too much. Throws on what would harm whoever opens it. */
export function fullness(doc: Y.Doc): number {
	const counts = { nodes: 0, characters: 0 };
	const blocks = fragmentOf(doc).toArray();
	for (const block of blocks) count(block, counts);
	return Math.max(
		blocks.length / contentLimits.blocks,
		counts.nodes / contentLimits.nodes,
		counts.characters / contentLimits.characters,
	);
}

/**
 * Makes the document say `content`, changing as little as possible: text inside a block that stays is changed letter
 * by letter, so that what others write there at this moment stays too. Returns the change.
 */
export function writeInto(doc: Y.Doc, content: Content): Uint8Array {
	const changes: Uint8Array[] = [];
	const note = (change: Uint8Array) => changes.push(change);
	doc.on('update', note);
	doc.transact(() => rewrite(doc, content));
	doc.off('update', note);
	return Y.mergeUpdates(changes);
}

type Standing = {
	readonly id: string;
	readonly element: Y.XmlElement;
	/** Undefined: readers do not see it. */
	readonly block: Block | undefined;
};

function fragmentOf(doc: Y.Doc): Y.XmlFragment {
	return doc.getXmlFragment(text);
}

/** The blocks of the document with what readers see of each. */
function blocksIn(doc: Y.Doc): Standing[] {
	const fragment = fragmentOf(doc);
	const taken = new Set<string>();
	const standing = fragment.toArray().flatMap((element) => {
		if (!(element instanceof Y.XmlElement)) return [];
		const own: unknown = element.getAttribute('id');
		const id = typeof own === 'string' && validId.test(own) && !taken.has(own) ? own : idByHand(element);
		taken.add(id);
		return [{ id, element }];
	});
	const content = standing.map(({ id, element }) => {
		const json = jsonOf(element);
		return { ...json, attrs: { ...(json['attrs'] as object | undefined), id } };
	});
	const seen = new Map(
		cleanContent({ type: 'doc', content }, newBlockId)
			.content.filter((block) => block.type !== 'paragraph' || block.content !== undefined)
			.map((block) => [block.attrs.id, block]),
	);
	return standing.map((each) => ({ ...each, block: seen.get(each.id) }));
}

/** A block that an editor made has no id yet: where it began in the document is one for everybody. */
function idByHand(element: Y.XmlElement): string {
	const { client, clock } = element._item?.id ?? { client: 0, clock: 0 };
	return `y${client.toString(36)}x${clock.toString(36)}`.padEnd(4, '0');
}

function jsonOf(element: Y.XmlElement): Record<string, unknown> {
	// the library reads whole fragments only; one block is a fragment with one child
	const alone = { toArray: () => [element] } as unknown as Y.XmlFragment;
	const [json] = yXmlFragmentToProsemirrorJSON(alone)['content'] as Record<string, unknown>[];
	return json ?? {};
}

function rewrite(doc: Y.Doc, content: Content): void {
	const fragment = fragmentOf(doc);
	const before = blocksIn(doc);
	const byId = new Map(before.map((each, place) => [each.id, { ...each, place }]));
	const staying = inOrder(
		content.content.flatMap((block) => {
			const was = byId.get(block.attrs.id);
			return was && was.element.nodeName === block.type ? [was] : [];
		}),
	);
	for (const { id, element, block } of before) {
		// what readers do not see was in nobody's form: it is left alone
		if (block && !staying.has(id)) fragment.delete(placeOf(fragment, element), 1);
	}
	let place = 0;
	for (const block of content.content) {
		const was = byId.get(block.attrs.id);
		if (was && staying.has(block.attrs.id)) {
			if (!was.block || !isSameBlock(was.block, block)) writeBlock(doc, was.element, block);
			place = placeOf(fragment, was.element) + 1;
		} else {
			const element = new Y.XmlElement(block.type);
			fragment.insert(place, [element]);
			writeBlock(doc, element, block);
			place++;
		}
	}
}

function writeBlock(doc: Y.Doc, element: Y.XmlElement, block: Block): void {
	const node = Node.fromJSON(richTextSchema, block);
	updateYFragment(doc, element, node, { mapping: new Map(), isOMark: new Map() });
}

function placeOf(fragment: Y.XmlFragment, element: Y.XmlElement): number {
	return fragment.toArray().indexOf(element);
}

/** The longest part of the blocks that needs no moving: a block that is moved is written anew. */
function inOrder(blocks: readonly { readonly id: string; readonly place: number }[]): ReadonlySet<string> {
	const longest = blocks.map(() => 1);
	const previous = blocks.map(() => -1);
	blocks.forEach(({ place }, here) => {
		for (let before = 0; before < here; before++) {
			const length = (longest[before] ?? 0) + 1;
			if ((blocks[before]?.place ?? 0) < place && length > (longest[here] ?? 0)) {
				longest[here] = length;
				previous[here] = before;
			}
		}
	});
	const staying = new Set<string>();
	for (let at = longest.indexOf(Math.max(0, ...longest)); at >= 0; at = previous[at] ?? -1) {
		const block = blocks[at];
		if (block) staying.add(block.id);
	}
	return staying;
}

function count(node: unknown, counts: { nodes: number; characters: number }): void {
	counts.nodes++;
	if (node instanceof Y.XmlElement && spansTooMuch(node)) throw new Error('a cell of a table is one cell');
	if (node instanceof Y.XmlText) counts.characters += node.length;
	else if (node instanceof Y.XmlElement) for (const child of node.toArray()) count(child, counts);
}

/** The editors of others lay out as many cells as a cell says it spans. */
function spansTooMuch(element: Y.XmlElement): boolean {
	return ['colspan', 'rowspan'].some((span) => Number(element.getAttribute(span) ?? 1) !== 1);
}
