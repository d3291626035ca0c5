/** Who wrote what of a page as it stands now, letter by letter: each stretch of text carries the hand that wrote it. */
import * as Y from 'yjs';
import type { MemberId } from '#domain/spaces';

export type Stretch = {
	readonly text: string;
	/** Null: from before pages were written together, or by the platform. */
	readonly by: MemberId | null;
};
export type WrittenBlock = { readonly stretches: readonly Stretch[] };

/** The blocks of the document that hold words, each as stretches of one writer. */
export function writersIn(doc: Y.Doc, hands: ReadonlyMap<number, MemberId>): WrittenBlock[] {
	return doc
		.getXmlFragment('default')
		.toArray()
		.map((block) => {
			const stretches: Stretch[] = [];
			gather(block, hands, stretches);
			return { stretches };
		})
		.filter(({ stretches }) => stretches.some(({ text }) => text.trim() !== ''));
}

function gather(node: unknown, hands: ReadonlyMap<number, MemberId>, stretches: Stretch[]): void {
	if (node instanceof Y.XmlText) {
		for (let item = node._start; item !== null; item = item.right) {
			if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
			add(stretches, item.content.str, hands.get(item.id.client) ?? null);
		}
	} else if (node instanceof Y.XmlElement) {
		// points of a list and lines of a quotation are words apart
		if (stretches.length > 0) add(stretches, ' ', stretches.at(-1)?.by ?? null);
		for (const child of node.toArray()) gather(child, hands, stretches);
	}
}

function add(stretches: Stretch[], text: string, by: MemberId | null): void {
	const last = stretches.at(-1);
	if (last?.by === by) stretches[stretches.length - 1] = { text: last.text + text, by };
	else stretches.push({ text, by });
}
