/** Fills the templates of a profile: each is taken apart once and then filled for every row. */
import type { AddressShape, Profile, Template } from '../profile.ts';
import { addressReader, type AddressParts } from './address.ts';

export type Cells = Readonly<Record<string, string>>;
export type Fill = (cells: Cells) => string;

type Piece = string | { readonly column: string } | { readonly group: readonly Piece[] };

/** Makes the function that fills a template with the cells of a row. */
export function fillerOf(
	profile: Pick<Profile, 'nullTokens' | 'addresses'>,
): (template: Template | undefined) => Fill {
	const nullTokens = new Set(profile.nullTokens ?? []);
	const read = cellReader(nullTokens, profile.addresses ?? {});
	return (template) => {
		if (template === undefined) return () => '';
		const pieces = piecesOf(template);
		const [only] = pieces;
		const single =
			pieces.length === 1 && typeof only === 'object' && 'column' in only ? only.column : undefined;
		if (single !== undefined) return (cells) => tidy(read(cells, single));
		return (cells) => tidy(filled(pieces, (column) => read(cells, column)).text);
	};
}

function tidy(text: string): string {
	return /^\s|\s$|[^\S ]|\s\s/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

function cellReader(nullTokens: ReadonlySet<string>, addresses: Readonly<Record<string, AddressShape>>) {
	const readers = new Map(Object.entries(addresses).map(([column, shape]) => [column, addressReader(shape)]));
	return function read(cells: Cells, column: string): string {
		const either = column.indexOf(' ?? ');
		if (either > 0) return read(cells, column.slice(0, either)) || read(cells, column.slice(either + 4));
		const whole = cells[column];
		if (whole !== undefined) {
			const cell = whole.trim();
			return nullTokens.has(cell) ? '' : cell;
		}
		const mark = column.lastIndexOf(':');
		const partsOf = mark > 0 ? readers.get(column.slice(0, mark)) : undefined;
		if (!partsOf) return '';
		return partsOf(cells[column.slice(0, mark)] ?? '')[column.slice(mark + 1) as keyof AddressParts] ?? '';
	};
}

function piecesOf(template: string): Piece[] {
	const pieces: Piece[] = [];
	for (const [piece] of template.matchAll(/\{[^}]+\}|\[[^\]]*\]|[^{[]+/g)) {
		if (piece.startsWith('{')) pieces.push({ column: piece.slice(1, -1) });
		else if (piece.startsWith('[')) pieces.push({ group: piecesOf(piece.slice(1, -1)) });
		else pieces.push(piece);
	}
	return pieces;
}

/** A group in brackets disappears when one of its columns is empty. */
function filled(
	pieces: readonly Piece[],
	read: (column: string) => string,
): { text: string; isWhole: boolean } {
	let text = '';
	let isWhole = true;
	for (const piece of pieces) {
		if (typeof piece === 'string') text += piece;
		else if ('column' in piece) {
			const cell = read(piece.column);
			isWhole &&= cell !== '';
			text += cell;
		} else {
			const group = filled(piece.group, read);
			if (group.isWhole) text += group.text;
		}
	}
	return { text, isWhole };
}
