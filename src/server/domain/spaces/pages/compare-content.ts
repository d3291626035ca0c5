/** Two versions of a page side by side: which blocks came, went and changed, and which words in them. */
import { compareWords, type ComparedPart } from '#shared/compare-words';
import type { Content } from '#shared/rich-text/content';
import { formBlocksOf, type BlockKind, type FormBlock } from './form-blocks.ts';

export type ComparedBlock = {
	readonly id: string;
	readonly kind: BlockKind;
	readonly how: 'added' | 'removed' | 'changed';
	readonly parts: readonly ComparedPart[];
};

/** What is different in `after`, in reading order; nothing when both say the same. */
export function compareContent(before: Content, after: Content): ComparedBlock[] {
	const told = (content: Content) => formBlocksOf(content).filter(saysSomething);
	const [old, now] = [told(before), told(after)];
	const oldById = new Map(old.map((block) => [block.id, block]));
	const nowIds = new Set(now.map((block) => block.id));
	const compared: ComparedBlock[] = [];
	let passed = 0;
	for (const block of now) {
		const was = oldById.get(block.id);
		if (was) {
			const place = old.indexOf(was);
			for (; passed < place; passed++) tellRemoved(old[passed]);
			passed = Math.max(passed, place + 1);
			if (wordsOf(was) !== wordsOf(block) || was.kind !== block.kind || was.address !== block.address)
				compared.push({ ...named(block), how: 'changed', parts: compareWords(wordsOf(was), wordsOf(block)) });
		} else compared.push({ ...named(block), how: 'added', parts: [{ text: wordsOf(block), how: 'added' }] });
	}
	for (; passed < old.length; passed++) tellRemoved(old[passed]);
	return compared;

	function tellRemoved(block: FormBlock | undefined): void {
		if (!block || nowIds.has(block.id)) return;
		compared.push({ ...named(block), how: 'removed', parts: [{ text: wordsOf(block), how: 'removed' }] });
	}
}

function wordsOf(block: FormBlock): string {
	const { kind, text, address, alternative } = block;
	if (kind === 'picture') return alternative;
	return kind === 'link' || kind === 'embed' ? `${text} (${address})` : text;
}

/** Columns are told by where they begin. */
function saysSomething({ kind }: FormBlock): boolean {
	return kind !== 'next-column' && kind !== 'columns-end';
}

function named({ id, kind }: FormBlock) {
	return { id, kind };
}
