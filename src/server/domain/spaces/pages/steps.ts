/** The buttons of the form editor that change its blocks before anything is saved: add, move, remove. */
import { gridSteps, resizedText } from '#shared/rich-text/grid';
import { blockKinds, emptyBlock, type BlockKind, type FormBlock } from './form-blocks.ts';

/** A step as a button names it: `up:ID`, `down:ID`, `remove:ID`, `add:KIND:ID` (after that block, or `add:KIND:` first). */
export function takeStep(
	blocks: readonly FormBlock[],
	step: string,
): { blocks: FormBlock[]; touched: string | undefined } {
	const [deed = '', what = '', after = ''] = step.split(':');
	const place = blocks.findIndex((block) => block.id === what);
	if (deed === 'add' && what === 'columns') return addedAll(blocks, twoColumns(), after);
	if (deed === 'add' && isKind(what)) return added(blocks, emptyBlock(what), after);
	if (place === -1) return { blocks: [...blocks], touched: undefined };
	if (deed === 'up') return { blocks: moved(blocks, place, place - 1), touched: what };
	if (deed === 'down') return { blocks: moved(blocks, place, place + 1), touched: what };
	if (deed === 'remove') {
		const left = blocks.filter((block) => block.id !== what);
		return { blocks: left, touched: (left[place] ?? left.at(-1))?.id };
	}
	const grid = gridSteps.find((each) => each === deed);
	if (grid) {
		const resized = (block: FormBlock) => ({ ...block, text: resizedText(block.text, grid) });
		return { blocks: blocks.map((block) => (block.id === what ? resized(block) : block)), touched: what };
	}
	return { blocks: [...blocks], touched: undefined };
}

/** Puts a block after another one; at the end when that is not there. */
export function added(blocks: readonly FormBlock[], block: FormBlock, after: string) {
	return addedAll(blocks, [block], after);
}

function addedAll(blocks: readonly FormBlock[], some: readonly FormBlock[], after: string) {
	const before = blocks.findIndex((each) => each.id === after);
	const place = after === '' ? 0 : before === -1 ? blocks.length : before + 1;
	return { blocks: [...blocks.slice(0, place), ...some, ...blocks.slice(place)], touched: some[0]?.id };
}

function twoColumns(): FormBlock[] {
	const kinds = ['columns', 'text', 'next-column', 'text', 'columns-end'] as const;
	return kinds.map((kind) => emptyBlock(kind));
}

function moved(blocks: readonly FormBlock[], from: number, to: number): FormBlock[] {
	const [block] = blocks.slice(from, from + 1);
	if (!block || to < 0 || to >= blocks.length) return [...blocks];
	const others = blocks.filter((each) => each !== block);
	return [...others.slice(0, to), block, ...others.slice(to)];
}

function isKind(text: string): text is BlockKind {
	return blockKinds.some((kind) => kind === text);
}
