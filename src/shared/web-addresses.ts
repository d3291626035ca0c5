/** Addresses of the web inside plain text, so that they can be opened without being typed again. */
import { linkAddress } from './rich-text/addresses.ts';

/** A piece of a text; with an address when the piece is one. */
export type Piece = { readonly text: string; readonly address?: string };

const looksLikeAddress = /https?:\/\/[^\s<>"“”«»]+/giu;
/** Signs that end a sentence after an address, and belong to the sentence. */
const afterIt = /[.,;:!?…'’)\]،؛؟]+$/u;

/** The text in pieces; put together again they are the text. */
export function inPieces(text: string): Piece[] {
	const pieces: Piece[] = [];
	let from = 0;
	for (const match of text.matchAll(looksLikeAddress)) {
		const shown = match[0].replace(afterIt, '');
		const address = linkAddress(shown);
		if (address === undefined) continue;
		if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
		pieces.push({ text: shown, address });
		from = match.index + shown.length;
	}
	if (from < text.length) pieces.push({ text: text.slice(from) });
	return pieces;
}
