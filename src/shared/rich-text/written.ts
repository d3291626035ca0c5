/** Longer answers of a form as people read them: paragraphs, lists and the marks that were typed (`inline-text.ts`). */
import type { Inline } from './content.ts';
import { textToInline } from './inline-text.ts';

/** One paragraph, or the points of a list. */
export type WrittenPart =
	| { readonly kind: 'paragraph'; readonly words: readonly Inline[] }
	| { readonly kind: 'points' | 'numbers'; readonly points: readonly (readonly Inline[])[] };

const shapes = { points: /^\s*[-–•]\s+/u, numbers: /^\s*\d{1,3}[.)]\s+/u } as const;

/**
 * An empty line ends a paragraph; lines that begin with a dash are points, lines that begin with a number are counted.
 * Nothing that was typed is left out but the signs themselves.
 */
export function partsOf(text: string): WrittenPart[] {
	const parts: WrittenPart[] = [];
	let lines: string[] = [];
	let kind: WrittenPart['kind'] = 'paragraph';
	for (const line of [...text.split(/\r?\n/u), '']) {
		const next = kindOf(line);
		if (line.trim() === '' || next !== kind) {
			if (lines.length > 0) parts.push(partOf(kind, lines));
			lines = [];
		}
		kind = next;
		if (line.trim() !== '') lines.push(line);
	}
	return parts;
}

function kindOf(line: string): WrittenPart['kind'] {
	if (shapes.points.test(line)) return 'points';
	return shapes.numbers.test(line) ? 'numbers' : 'paragraph';
}

function partOf(kind: WrittenPart['kind'], lines: readonly string[]): WrittenPart {
	if (kind === 'paragraph') return { kind, words: textToInline(lines.join('\n')) };
	return { kind, points: lines.map((line) => textToInline(line.replace(shapes[kind], ''))) };
}
