/**
 * Words with marks as they are typed in a plain text field, and back: **bold**, *italic*, [words](address). A
 * backslash before a sign makes it an ordinary sign. What cannot be written so is kept by its block as it was.
 */
import { linkAddress } from './addresses.ts';
import type { Inline, Mark, Text } from './content.ts';

const marked =
	/\\([\\*[\]])|\[((?:\\.|[^[\]\n\\]){1,500})\]\(([^()\s]{1,2000})\)|\*\*(?=\S)((?:\\.|[^*\\\n]){1,5000}?)(?<=\S)\*\*|\*(?=\S)((?:\\.|[^*\\\n]){1,5000}?)(?<=\S)\*/gu;

/** Words and breaks as text; null when a field cannot hold them without losing something. */
export function inlineToText(content: readonly Inline[]): string | null {
	let text = '';
	for (const node of content) {
		const written = node.type === 'hardBreak' ? '\n' : textOf(node);
		if (written === null) return null;
		text += written;
	}
	return text;
}

/** What was typed as words, marks and breaks. */
export function textToInline(typed: string): Inline[] {
	return typed.split('\n').flatMap((line, number) => {
		const words = lineToInline(line);
		return number === 0 ? words : [{ type: 'hardBreak' } as const, ...words];
	});
}

function textOf({ text, marks = [] }: Text): string | null {
	const [mark, ...more] = marks;
	const plain = text.replace(/[\\*[\]]/g, '\\$&');
	if (!mark) return plain;
	if (more.length > 0 || text !== text.trim()) return null;
	if (mark.type === 'bold') return `**${plain}**`;
	if (mark.type === 'italic') return `*${plain}*`;
	return /[()]/.test(mark.attrs.href) ? null : `[${plain}](${mark.attrs.href})`;
}

function lineToInline(line: string): Text[] {
	const found: Text[] = [];
	let from = 0;
	for (const match of line.matchAll(marked)) {
		add(found, line.slice(from, match.index));
		const [whole, sign, words, address, bold, italic] = match;
		const href = address === undefined ? undefined : linkAddress(address);
		if (sign !== undefined) add(found, sign);
		else if (words !== undefined && href !== undefined)
			add(found, unescape(words), { type: 'link', attrs: { href } });
		else if (bold !== undefined) add(found, unescape(bold), { type: 'bold' });
		else if (italic !== undefined) add(found, unescape(italic), { type: 'italic' });
		else add(found, whole);
		from = match.index + whole.length;
	}
	add(found, line.slice(from));
	return found;
}

/** Neighbours without marks become one. */
function add(found: Text[], text: string, mark?: Mark): void {
	if (text === '') return;
	const last = found.at(-1);
	if (!mark && last && !last.marks) found[found.length - 1] = { type: 'text', text: last.text + text };
	else found.push(mark ? { type: 'text', text, marks: [mark] } : { type: 'text', text });
}

function unescape(text: string): string {
	return text.replace(/\\([\\*[\]])/g, '$1');
}
