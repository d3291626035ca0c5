/**
 * Two people changed one page: what each of them changed is brought together block by block. Where both changed
 * the same block, both texts are kept, one below the other, and named, so that a person decides.
 */
import type { Block, Content } from '#shared/rich-text/content';
import { newBlockId } from './form-blocks.ts';

export type Merged = {
	readonly content: Content;
	/** Blocks that stand twice: theirs, and mine below it. */
	readonly twice: readonly { readonly theirs: string; readonly mine: string }[];
};

/** Brings `mine` and `theirs` together; both were made from `base`. */
export function mergeContent(base: Content, theirs: Content, mine: Content): Merged {
	const before = byId(base);
	const own = byId(mine);
	const merged: Block[] = [];
	const twice: { theirs: string; mine: string }[] = [];
	for (const block of theirs.content) {
		const id = block.attrs.id;
		const was = before.get(id);
		const my = own.get(id);
		if (!was) merged.push(block);
		else if (!my) {
			// I took it away: gone, unless they wrote in it meanwhile
			if (!isSameBlock(was, block)) merged.push(block);
		} else if (isSameBlock(was, my) || isSameBlock(block, my)) merged.push(block);
		else if (isSameBlock(was, block)) merged.push(my);
		else {
			const copy = withId(my, newBlockId());
			merged.push(block, copy);
			twice.push({ theirs: id, mine: copy.attrs.id });
		}
	}
	const whole = addMine(merged, mine, before, byId(theirs));
	const inOrder = isMoved(base, mine) && !isMoved(base, theirs) ? orderedAs(mine, whole) : whole;
	return { content: { type: 'doc', content: inOrder }, twice };
}

/** Adds my new blocks, and those of mine that they took away while I wrote in them, after my block before them. */
function addMine(
	merged: Block[],
	mine: Content,
	before: ReadonlyMap<string, Block>,
	theirs: ReadonlyMap<string, Block>,
): Block[] {
	let previous: string | undefined;
	for (const block of mine.content) {
		const id = block.attrs.id;
		const was = before.get(id);
		const isAdded = !was || (!theirs.has(id) && !isSameBlock(was, block));
		if (isAdded && !merged.some((each) => each.attrs.id === id)) {
			const place = merged.findIndex((each) => each.attrs.id === previous);
			merged.splice(place + 1, 0, block);
		}
		if (merged.some((each) => each.attrs.id === id)) previous = id;
	}
	return merged;
}

/** Whether the blocks that are left stand in another order than before. */
function isMoved(base: Content, changed: Content): boolean {
	const places = byId(base);
	const left = changed.content.map((block) => block.attrs.id).filter((id) => places.has(id));
	const before = base.content.map((block) => block.attrs.id).filter((id) => left.includes(id));
	return left.join() !== before.join();
}

/** My blocks in my order; a block I do not know follows the one it followed. */
function orderedAs(mine: Content, merged: readonly Block[]): Block[] {
	const own = byId(mine);
	const ordered = mine.content.flatMap(
		({ attrs }) => merged.find((block) => block.attrs.id === attrs.id) ?? [],
	);
	merged.forEach((block, place) => {
		if (own.has(block.attrs.id)) return;
		const previous = merged[place - 1]?.attrs.id;
		ordered.splice(ordered.findIndex((each) => each.attrs.id === previous) + 1, 0, block);
	});
	return ordered;
}

function byId(content: Content): Map<string, Block> {
	return new Map(content.content.map((block) => [block.attrs.id, block]));
}

/** Whether two blocks say the same. */
export function isSameBlock(one: Block, other: Block): boolean {
	return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function withId(block: Block, id: string): Block {
	return { ...block, attrs: { ...block.attrs, id } } as Block;
}

/** JSON from the database comes with its keys in another order. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
	return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}
