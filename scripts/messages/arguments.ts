/** Which values a message asks for, read from its parsed form. */
import { pound, type Message, type Piece } from '#shared/message-format';

export type ArgumentKind = 'number' | 'text or number' | 'choice';

/** The arguments of a message and the kind of value each takes. */
export function argumentsOf(message: Message): Map<string, ArgumentKind> {
	const found = new Map<string, ArgumentKind>();
	for (const piece of piecesIn(message)) {
		if (typeof piece === 'string' || piece === pound) continue;
		const kind = kindOf(piece);
		// A count that is also written out plainly still has to be a number.
		if (found.get(piece[0]) !== 'number') found.set(piece[0], kind);
	}
	return found;
}

/** Every piece of a message, those inside branches included. */
export function* piecesIn(message: Message): Generator<Piece> {
	if (typeof message === 'string') return;
	for (const piece of message) {
		yield piece;
		if (typeof piece === 'string' || piece === pound) continue;
		if (piece[1] === 'text' || piece[1] === 'number') continue;
		for (const branch of Object.values(piece[2])) yield* piecesIn(branch);
	}
}

function kindOf(piece: Exclude<Piece, string | typeof pound>): ArgumentKind {
	if (piece[1] === 'text') return 'text or number';
	return piece[1] === 'select' ? 'choice' : 'number';
}
