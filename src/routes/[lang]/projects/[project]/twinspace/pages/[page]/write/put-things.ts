/** What an editor puts beside the block in which the caret stands, and takes apart again. */
import { findParentNode, type Editor, type JSONContent } from '@tiptap/core';
import { embedAt } from '#shared/rich-text/embeds';

const line: JSONContent = { type: 'paragraph' };
const cells = (type: string): JSONContent => ({
	type: 'tableRow',
	content: Array.from({ length: 3 }, () => ({ type, content: [line] })),
});

/** What can be put: columns that are there are taken apart by `apart`. */
export type Thing =
	| { readonly kind: 'table' | 'columns' | 'apart' }
	| { readonly kind: 'material'; readonly material: string; readonly caption: string }
	| { readonly kind: 'embed'; readonly address: string; readonly title: string };

/** False when the address is none of the fixed providers', or nothing says what it is. */
export function putThing(editor: Editor, thing: Thing): boolean {
	switch (thing.kind) {
		case 'table': {
			// the first row holds the headings
			const rows = [cells('tableHeader'), cells('tableCell'), cells('tableCell')];
			return put(editor, { type: 'table', content: rows }, 4);
		}
		case 'columns': {
			const column = { type: 'column', content: [line] };
			return put(editor, { type: 'columns', content: [column, column] }, 3);
		}
		case 'apart':
			return takeColumnsApart(editor);
		case 'material': {
			const { material, caption } = thing;
			return put(editor, { type: 'material', attrs: { material, caption: caption.trim() } });
		}
		case 'embed': {
			const named = embedAt(thing.address);
			const title = thing.title.trim();
			return (
				named !== undefined && title !== '' && put(editor, { type: 'embed', attrs: { ...named, title } })
			);
		}
	}
}

/** The columns become blocks of the page again, one after the other. */
function takeColumnsApart(editor: Editor): boolean {
	const found = findParentNode(({ type }) => type.name === 'columns')(editor.state.selection);
	if (!found) return false;
	const { pos, node } = found;
	const blocks = node.children.flatMap((column) => column.children);
	editor.view.dispatch(editor.state.tr.replaceWith(pos, pos + node.nodeSize, blocks));
	return editor.commands.focus();
}

/** Columns stand in the page itself, all else in the column of the caret too; below it one can always go on writing. */
function put(editor: Editor, block: JSONContent, caret?: number): boolean {
	const { $to, to } = editor.state.selection;
	const roomy = block.type === 'columns' ? ['doc'] : ['doc', 'column'];
	let depth = $to.depth;
	while (!roomy.includes($to.node(depth).type.name)) depth--;
	const at = $to.depth > depth ? $to.after(depth + 1) : to;
	const isLast = at === $to.end(depth);
	const chain = editor
		.chain()
		.focus()
		.insertContentAt(at, isLast ? [block, line] : [block]);
	return caret === undefined ? chain.run() : chain.setTextSelection(at + caret).run();
}
